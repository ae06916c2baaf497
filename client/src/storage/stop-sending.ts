/** Ends sending from a database that came back older than it was: it would tell a second history. Deletes nothing. */
import type { VaultDatabase } from './database.ts';
import { findKey, putKeys } from './keep-keys.ts';

/** On the disk, since the next saves bring the head past the marker that showed it. */
export async function stopSending(db: VaultDatabase): Promise<void> {
  await putKeys(db, { isStopped: true });
}

export async function isSendingStopped(db: VaultDatabase): Promise<boolean> {
  return (await findKey<boolean>(db, 'isStopped')) === true;
}
