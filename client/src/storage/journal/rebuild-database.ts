/** Brings a database that came back empty, or older than it was, to where its second copy is. Deletes no file. */
import { askAgain, decideSettling, type Settling } from '#shared/custody/second-copy';
import { DISK_HEAD, JOURNAL_PLACE, runTransaction, type TableName, type VaultDatabase } from '../database.ts';
import { getDiskHead } from '../device-disk.ts';
import type { Frame } from './journal-frames.ts';
import type { Journal } from './journal.ts';
import { decodeWrites, writeAgain } from './journal-writes.ts';
import { readJournal } from './read-journal.ts';

const ALL_TABLES: readonly TableName[] = [
  ...(['meta', 'records', 'pulled', 'outbox', 'encapsulations'] as const),
  ...(['pieces', 'receipts', 'lockedEntries', 'keys', 'places'] as const),
];

type Rewriting = Extract<Settling<Frame>, { readonly place: unknown }>;

/** Where the two do not say the same, in the journal's turn: afterwards they do, or the journal is `behind`. */
export async function settleJournal(journal: Journal, db: VaultDatabase): Promise<void> {
  try {
    const place = await db.places.get(JOURNAL_PLACE);
    const settling = decideSettling(place, await readJournal(journal.files, db.name));
    if (settling.type === 'catchUp') await catchUp(db, settling);
    if (settling.type === 'rebuild') await writeAll(db, settling);
  } catch {
    // A second copy that cannot be read is begun anew out of the first.
  }
  await journal.mend(db);
}

/** False, and the database as empty as it was, where there is no second copy of it. */
export async function rebuildDatabase(journal: Journal, db: VaultDatabase): Promise<boolean> {
  const settling = decideSettling('empty', await readJournal(journal.files, db.name));
  if (settling.type !== 'rebuild') return false;
  await writeAll(db, settling);
  await journal.mend(db);
  return true;
}

/** A database that is whole in itself and lacks the last transactions. */
async function catchUp(db: VaultDatabase, { frames, place }: Rewriting): Promise<void> {
  await runTransaction(db, ALL_TABLES, async () => {
    const before = await getDiskHead(db);
    await writeFrames(db, frames);
    const { head, isBaseKept } = askAgain(before, await getDiskHead(db));
    if (!isBaseKept) await db.pulled.clear();
    await db.meta.put(head, DISK_HEAD);
    await db.places.put(place, JOURNAL_PLACE);
  });
}

/** What the commune had told is asked for again, from the beginning. */
async function writeAll(db: VaultDatabase, { frames, place }: Rewriting): Promise<void> {
  await runTransaction(db, ALL_TABLES, async () => {
    await Promise.all(ALL_TABLES.filter((name) => name !== 'keys').map((name) => db.table(name).clear()));
    await writeFrames(db, frames);
    await db.meta.put(askAgain(undefined, await getDiskHead(db)).head, DISK_HEAD);
    await db.keys.put(true, 'isRebuilt');
    await db.places.put(place, JOURNAL_PLACE);
  });
}

async function writeFrames(db: VaultDatabase, frames: readonly Frame[]): Promise<void> {
  for (const { payload } of frames) for (const write of decodeWrites(payload)) await writeAgain(db, write);
}
