/** Reads a vault's second copy as far as it is whole. Changes nothing. */
import {
  chooseJournal,
  divideFrames,
  endsAtPlace,
  type JournalPlace,
  type StoredJournal as Stored,
} from '#shared/custody/second-copy';
import type { JournalFiles } from './journal-files.ts';
import { type Frame, readFrames } from './journal-frames.ts';

export type StoredJournal = Stored<Frame>;

const FILES = [0, 1] as const;
const NAME = /^(?<database>.+)\.[01]$/;

export function nameJournalFile(database: string, file: 0 | 1): string {
  return `${database}.${file}`;
}

/** Databases that have a second copy here, whatever the browser still knows of them. */
export async function listJournals(files: JournalFiles): Promise<readonly string[]> {
  const names = await files.list();
  return [...new Set(names.flatMap((name) => NAME.exec(name)?.groups?.['database'] ?? []))];
}

/** The better of the two; undefined where neither is whole in what it began with. */
export async function readJournal(files: JournalFiles, database: string): Promise<StoredJournal | undefined> {
  return chooseJournal(await Promise.all(FILES.map((file) => readFile(files, database, file))));
}

async function readFile(
  files: JournalFiles,
  database: string,
  file: 0 | 1,
): Promise<StoredJournal | undefined> {
  const bytes = await files.read(nameJournalFile(database, file));
  const { frames } = await readFrames(bytes ?? new Uint8Array());
  return divideFrames(file, frames, ({ payload }) => payload.length === 0);
}

/** Whether the file ends with the very transaction that the database has last: looks at that one frame. */
export async function endsWithPlace(
  files: JournalFiles,
  database: string,
  place: JournalPlace,
): Promise<boolean> {
  if (place.generation === 0) return false;
  const tail = await files.read(nameJournalFile(database, place.file), place.tail);
  const read = await readFrames(tail ?? new Uint8Array());
  return endsAtPlace(place, { ...read, length: tail?.length ?? 0 });
}
