/** Looks into a vault's database for how far its sequence has come, on a handle of its own. Creates nothing. */
import { getDiskHead } from './device-disk.ts';
import { isSendingStopped } from './stop-sending.ts';
import { VaultConnection } from './vault-connection.ts';
import type { FoundHead, VaultEntry } from './vault-registry.ts';

/** Undefined when there is no database of this name, or an empty one. */
export async function readHead(entry: VaultEntry): Promise<FoundHead | undefined> {
  const connection = new VaultConnection(entry.database, {
    flushBeforeClosing: async () => undefined,
    closedByNewerVersion: () => undefined,
  });
  const found = await connection.run(async (db) => ({
    seq: (await getDiskHead(db)).head.seq,
    isStopped: await isSendingStopped(db),
  }));
  connection.close();
  // A fault of the moment is no loss: only an absent or empty database is.
  if (found.ok) return found.value;
  return found.error === 'evicted' ? undefined : { seq: Infinity, isStopped: false };
}
