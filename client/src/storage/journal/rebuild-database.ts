/** Brings a database that came back empty, or older than it was, to where its second copy is. Deletes no file. */
import { DISK_HEAD, JOURNAL_PLACE, runTransaction, type TableName, type VaultDatabase } from '../database.ts';
import { getDiskHead } from '../device-disk.ts';
import type { Frame } from './journal-frames.ts';
import type { Journal } from './journal.ts';
import { decodeWrites, writeAgain } from './journal-writes.ts';
import { endsWithPlace, readJournal, type StoredJournal } from './read-journal.ts';

const ALL_TABLES: readonly TableName[] = [
  ...(['meta', 'records', 'pulled', 'outbox', 'encapsulations'] as const),
  ...(['pieces', 'receipts', 'lockedEntries', 'keys', 'places'] as const),
];

/** When a database is opened, in the journal's turn: afterwards the two say the same, or the journal is `behind`. */
export async function settleJournal(journal: Journal, db: VaultDatabase): Promise<void> {
  const place = await db.places.get(JOURNAL_PLACE);
  try {
    if (place && (await endsWithPlace(journal.files, db.name, place))) return;
    const stored = await readJournal(journal.files, db.name);
    const last = stored && (stored.since.at(-1)?.commit ?? stored.begunAt);
    if (stored && last !== undefined && place && last > place.commit) await catchUp(db, stored, place.commit);
  } catch {
    // A second copy that cannot be read is begun anew out of the first.
  }
  await journal.mend(db);
}

/** False, and the database as empty as it was, where there is no second copy of it. */
export async function rebuildDatabase(journal: Journal, db: VaultDatabase): Promise<boolean> {
  const stored = await readJournal(journal.files, db.name);
  if (!stored) return false;
  await writeAll(db, stored);
  await journal.mend(db);
  return true;
}

/** A database that is whole in itself and lacks the last transactions. */
async function catchUp(db: VaultDatabase, stored: StoredJournal, commit: number): Promise<void> {
  if (commit < stored.begunAt) return writeAll(db, stored);
  await runTransaction(db, ALL_TABLES, async () => {
    await writeFrames(
      db,
      stored.since.filter((frame) => frame.commit > commit),
    );
    await putPlace(db, stored);
  });
}

/** What the commune had told is asked for again, from the beginning. */
async function writeAll(db: VaultDatabase, stored: StoredJournal): Promise<void> {
  await runTransaction(db, ALL_TABLES, async () => {
    await Promise.all(ALL_TABLES.filter((name) => name !== 'keys').map((name) => db.table(name).clear()));
    await writeFrames(db, [...stored.begun, ...stored.since]);
    await db.meta.put({ ...(await getDiskHead(db)), cursor: 0 }, DISK_HEAD);
    await db.keys.put(true, 'isRebuilt');
    await putPlace(db, stored);
  });
}

async function writeFrames(db: VaultDatabase, frames: readonly Frame[]): Promise<void> {
  for (const { payload } of frames) for (const write of decodeWrites(payload)) await writeAgain(db, write);
}

/** Behind any frame: the next writing of the second copy begins it anew. */
async function putPlace(db: VaultDatabase, { generation, begunAt, since }: StoredJournal): Promise<void> {
  const commit = since.at(-1)?.commit ?? begunAt;
  await db.places.put({ file: 0, generation, commit, end: -1, tail: -1, begun: 0 }, JOURNAL_PLACE);
}
