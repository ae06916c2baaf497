/** What office screens are lent: signed requests to the commune, a place under the vault for the last answer, the PIN asked anew. */
import type * as z from 'zod/mini';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import type { Result } from '#shared/result';
import type { DeviceSession } from '../custody/device-session.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import type { OfficeMemory } from '../custody/office-memory.ts';
import type { SendFault } from '../custody/read-refusal.ts';
import type { Translate } from '../i18n/translate.ts';
import { describeUnlockTrouble } from './describe-unlock-trouble.ts';

export interface Office extends OfficeMemory {
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<Result<T, SendFault>>;
  readonly keepCalendar: (calendar: CommuneCalendar) => void;
  readonly renewCalendar: () => Promise<void>;
  /** Answers what is wrong; undefined for the right PIN. A fresh vault is opened under it, so that no other check is needed. */
  readonly confirmPin: (pin: string) => Promise<string | undefined>;
}

export function createOffice(session: DeviceSession, device: OpenDevice, t: Translate): Office {
  return {
    ...device.memory,
    ask: async (path, body, schema) => {
      const answered = await device.requestJson({ path, body }, schema);
      // Whoever is answered here is approved: this device need not wait for its next round to learn of it.
      if (answered.ok && device.getSnapshot().standing === 'waiting') void device.sendNow();
      return answered;
    },
    keepCalendar: (calendar) => device.keepCalendar(calendar),
    renewCalendar: () => device.renewSelf(),
    confirmPin: async (pin) => {
      const opened = await session.restartVault(pin);
      return opened.ok ? undefined : describeUnlockTrouble(opened.error, t);
    },
  };
}
