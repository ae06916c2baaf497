/** Reads the commune's devices: asked for while the screen is open, and the last answer kept for when there is no signal. */
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { devicesReply, type DevicesReply } from '#shared/contracts/administration';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import type { Result } from '#shared/result';
import type { OfficeMemory } from '../../custody/office-memory.ts';
import type { SendFault } from '../../custody/read-refusal.ts';

/** What the app lends: requests to the commune, and a place under the vault for the last answer. */
export interface AdministrationOffice extends OfficeMemory {
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<Result<T, SendFault>>;
  /** What was set here just now holds on this machine too. */
  readonly keepCalendar: (calendar: CommuneCalendar) => void;
  /** Asks for what somebody else has written. */
  readonly renewCalendar: () => Promise<void>;
}

const keptDevices = z.object({ at: z.number(), reply: devicesReply });

export interface KnownDevices {
  /** When they were fetched, by the clock of this device: shown, never compared. */
  readonly at: number;
  readonly reply: DevicesReply;
}

export interface DeviceList {
  readonly known: KnownDevices | undefined;
  /** Why this is not the newest list. */
  readonly fault: SendFault | undefined;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

const MEMORY_KEY = 'administration.devices';
/** Somebody stands there and waits to be approved. */
const ASK_AGAIN_MS = 10_000;

export function useDevices(office: AdministrationOffice, now: () => number): DeviceList {
  const remembered = useQuery({
    queryKey: [MEMORY_KEY, 'remembered'],
    queryFn: () => recallDevices(office),
    staleTime: Infinity,
  });
  const asked = useQuery({
    queryKey: [MEMORY_KEY, 'asked'],
    queryFn: () => askForDevices(office, now),
    refetchInterval: ASK_AGAIN_MS,
  });
  return {
    known: asked.data?.known ?? remembered.data?.known,
    fault: asked.data?.fault,
    isAsking: asked.data === undefined,
    askAgain: () => void asked.refetch(),
  };
}

interface Answer {
  readonly known?: KnownDevices;
  readonly fault?: SendFault;
}

async function askForDevices(office: AdministrationOffice, now: () => number): Promise<Answer> {
  const asked = await office.ask('/api/administration/devices', {}, devicesReply);
  if (!asked.ok) return { ...(await recallDevices(office)), fault: asked.error };
  const known = { at: now(), reply: asked.value };
  await office.remember(MEMORY_KEY, known);
  return { known };
}

async function recallDevices(office: AdministrationOffice): Promise<Answer> {
  const parsed = keptDevices.safeParse(await office.recall(MEMORY_KEY));
  return parsed.success ? { known: parsed.data } : {};
}
