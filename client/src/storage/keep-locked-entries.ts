/** What was written while locked: each entry in one row, put, looked through and dropped by strict transactions. Opens none. */
import { type VaultDatabase, writeTogether } from './database.ts';
import type { LockedEntryRow } from './stored-rows.ts';

/** A newer writing of the same entry takes the place of the one before; one that is looked through under the PIN is never touched. */
export async function putLockedEntry(db: VaultDatabase, row: LockedEntryRow): Promise<void> {
  await writeTogether(db, ['lockedEntries'], async () => {
    const before = await db.lockedEntries.get(row.entry);
    if (!before?.reviewed) await db.lockedEntries.put(row);
  });
}

export async function findLockedEntry(db: VaultDatabase, entry: string): Promise<LockedEntryRow | undefined> {
  return db.lockedEntries.get(entry);
}

export async function countLockedEntries(db: VaultDatabase): Promise<number> {
  return db.lockedEntries.count();
}

export async function readLockedEntries(db: VaultDatabase): Promise<readonly LockedEntryRow[]> {
  return db.lockedEntries.toArray();
}

/** False when another tab has carried it out or dropped it meanwhile. */
export async function putLockedReview(
  db: VaultDatabase,
  entry: string,
  reviewed: Uint8Array,
): Promise<boolean> {
  return writeTogether(db, ['lockedEntries'], async () => {
    const row = await db.lockedEntries.get(entry);
    if (row) await db.lockedEntries.put({ ...row, reviewed });
    return row !== undefined;
  });
}

export async function dropLockedEntry(db: VaultDatabase, entry: string): Promise<void> {
  await writeTogether(db, ['lockedEntries'], () => db.lockedEntries.delete(entry));
}
