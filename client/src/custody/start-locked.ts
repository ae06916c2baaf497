/** Begins to send for a vault whose database is open, while nobody has unlocked it. Knows no screen. */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import type { VaultConnection } from '../storage/vault-connection.ts';
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
  if (!work.ok) return work;
  // Of no use to any other phone, so that the start screen does not carry it.
  if (!keys.value.wraps) void placeAll(connection, work.value);
  return ok({ keys: keys.value, work: work.value });
}

/** A disk that refuses keeps it for the next start. */
async function placeAll(connection: VaultConnection, { runner }: DeviceWork): Promise<void> {
  const { placeUnreadable } = await import('./place-unreadable.ts');
  await placeUnreadable({ connection, runner });
}
