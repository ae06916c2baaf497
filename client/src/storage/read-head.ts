/** Looks into a vault's database for how far its sequence has come, on a handle of its own. Creates nothing. */
import type { StorageFault } from '#shared/custody/device-types';
import type { Result } from '#shared/result';
import type { VaultDatabase } from './database.ts';
import { getDiskHead } from './device-disk.ts';
import { findKey } from './keep-keys.ts';
import { isSendingStopped } from './stop-sending.ts';
import { VaultConnection } from './vault-connection.ts';
import type { FoundHead, VaultEntry } from './vault-registry.ts';

/** Whose vault lies under this name; undefined where there is none, or an older one that does not say. */
export async function readEntry(database: string): Promise<VaultEntry | undefined> {
  const found = await look(database, (db) => findKey<VaultEntry>(db, 'entry'));
  return found.ok ? found.value : undefined;
}

/** Undefined when there is no database of this name, or an empty one. */
export async function readHead(entry: VaultEntry): Promise<FoundHead | undefined> {
  const found = await look(entry.database, async (db) => ({
    seq: (await getDiskHead(db)).head.seq,
    isStopped: await isSendingStopped(db),
    isErased: (await findKey(db, 'wraps')) === undefined,
  }));
  // A fault of the moment is no loss: only an absent or empty database is.
  if (found.ok) return found.value;
  return found.error === 'evicted' ? undefined : { seq: Infinity, isStopped: false, isErased: false };
}

async function look<T>(
  database: string,
  read: (db: VaultDatabase) => Promise<T>,
): Promise<Result<T, StorageFault>> {
  const connection = new VaultConnection(database, {
    flushBeforeClosing: async () => undefined,
    closedByNewerVersion: () => undefined,
  });
  const found = await connection.run(read);
  connection.close();
  return found;
}
