/** What lies in a vault's tables and the commune would not give back, a few rows at a time: the beginning of a second copy. */
import type { Table } from 'dexie';
import type { VaultDatabase } from '../database.ts';
import { getDiskHead } from '../device-disk.ts';
import { describePut, type JournalWrite } from './journal-writes.ts';

/** To be read while nobody writes. */
export async function* readSnapshot(db: VaultDatabase): AsyncGenerator<readonly JournalWrite[]> {
  const { backedUp } = await getDiskHead(db);
  for (const name of ['meta', 'keys'] as const) {
    const table = db.table<unknown, string>(name);
    const [rows, keys] = await Promise.all([table.toArray(), table.toCollection().primaryKeys()]);
    yield describePut(name, rows, keys);
  }
  for (const name of ['encapsulations', 'receipts', 'lockedEntries', 'outbox'] as const) {
    const table = db.table<unknown, unknown>(name);
    yield* readPages(table, await table.toCollection().primaryKeys());
  }
  // Also what is long with the commune: it tells no phone its own writings again.
  yield* readPages(db.records, await db.records.toCollection().primaryKeys());
  const kept = await db.pieces.where('sentAfter').aboveOrEqual(backedUp).primaryKeys();
  const unsent = await db.pieces.where({ sent: 0 }).primaryKeys();
  yield* readPages(db.pieces, [...unsent, ...kept], 4);
}

async function* readPages<T, K>(
  table: Table<T, K>,
  keys: readonly K[],
  size = 128,
): AsyncGenerator<readonly JournalWrite[]> {
  for (let at = 0; at < keys.length; at += size) {
    const rows = await table.bulkGet(keys.slice(at, at + size));
    yield describePut(
      table.name,
      rows.filter((row) => row !== undefined),
    );
  }
}
