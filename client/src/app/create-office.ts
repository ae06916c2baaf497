/** What office screens are lent: signed requests to the commune, and a place under the vault for the last answer. */
import type * as z from 'zod/mini';
import type { Result } from '#shared/result';
import type { OpenDevice } from '../custody/open-device.ts';
import type { OfficeMemory } from '../custody/office-memory.ts';
import type { SendFault } from '../custody/read-refusal.ts';

export interface Office extends OfficeMemory {
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<Result<T, SendFault>>;
}

export function createOffice(device: OpenDevice): Office {
  return { ...device.memory, ask: (path, body, schema) => device.requestJson({ path, body }, schema) };
}
