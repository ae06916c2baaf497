/** What was written while locked: each entry in one row, put, looked through and dropped by strict transactions. Opens none. */
import { type VaultDatabase, writeTogether } from './database.ts';
import type { LockedEntryRow } from './stored-rows.ts';

/**
 * A newer writing of the same entry takes the place of the one before. False, and nothing written, where a person looks through
 * it under the PIN, and where one that was here before is gone: another tab has carried it out or dropped it.
 */
export async function putLockedEntry(db: VaultDatabase, row: LockedEntryRow, isNew = true): Promise<boolean> {
  return writeTogether(db, ['lockedEntries'], async () => {
    const before = await db.lockedEntries.get(row.entry);
    const isTaken = before ? before.reviewed !== undefined : !isNew;
    if (!isTaken) await db.lockedEntries.put(row);
    return !isTaken;
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

/** False when another tab has decided it, carried it out or dropped it meanwhile: what is decided is decided once. */
export async function putLockedReview(
  db: VaultDatabase,
  entry: string,
  { reviewed, isDecided }: { readonly reviewed: Uint8Array; readonly isDecided: boolean },
): Promise<boolean> {
  return writeTogether(db, ['lockedEntries'], async () => {
    const row = await db.lockedEntries.get(entry);
    const isOpen = row !== undefined && row.decided !== 1;
    if (isOpen) await db.lockedEntries.put({ ...row, reviewed, ...(isDecided && { decided: 1 }) });
    return isOpen;
  });
}

/** Carried out. */
export async function dropLockedEntry(db: VaultDatabase, entry: string): Promise<void> {
  await writeTogether(db, ['lockedEntries'], () => db.lockedEntries.delete(entry));
}

/** A person does not want them kept. Answers which went: those that were there and that nobody had said yes to. */
export async function dropUndecided(db: VaultDatabase, entries: readonly string[]): Promise<string[]> {
  return writeTogether(db, ['lockedEntries'], async () => {
    const rows = await db.lockedEntries.bulkGet([...entries]);
    const open = rows.flatMap((row) => (row && row.decided !== 1 ? [row.entry] : []));
    await db.lockedEntries.bulkDelete(open);
    return open;
  });
}
