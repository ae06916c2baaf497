/** Begins to send for a vault whose database is open, while nobody has unlocked it. Knows no screen. */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { stopSending } from '../storage/stop-sending.ts';
import { type DeviceWork, startWork, type WorkParts } from './device-work.ts';
import { readStoredKeys, type StoredKeys } from './stored-keys.ts';

export interface LockedWork {
  readonly keys: StoredKeys;
  readonly work: DeviceWork;
}

/** `isOlder`: the database came back older than it was; that is written down first, and nothing is sent from it. */
export async function startLocked(
  parts: Omit<WorkParts, 'keys' | 'vault'>,
  isOlder: boolean,
): Promise<Result<LockedWork, StorageFault>> {
  const { connection } = parts;
  const stopped = isOlder ? await connection.run(stopSending) : ok(undefined);
  if (!stopped.ok) return stopped;
  const keys = await connection.run(readStoredKeys);
  if (!keys.ok) return keys;
  if (!keys.value) return err('evicted');
  const work = await startWork({ ...parts, keys: keys.value });
  return work.ok ? ok({ keys: keys.value, work: work.value }) : work;
}
