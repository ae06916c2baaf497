/** Reads a vault's second copy as far as it is whole. Changes nothing. */
import type { JournalPlace } from '../stored-rows.ts';
import type { JournalFiles } from './journal-files.ts';
import { type Frame, readFrames } from './journal-frames.ts';

export interface StoredJournal {
  readonly file: 0 | 1;
  readonly generation: number;
  /** What lay in the tables when this file was begun: after the transaction of this number. */
  readonly begunAt: number;
  readonly begun: readonly Frame[];
  /** Every transaction since, without a gap. */
  readonly since: readonly Frame[];
}

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

/** The newer of the two that is whole in what it began with; undefined where neither is. */
export async function readJournal(files: JournalFiles, database: string): Promise<StoredJournal | undefined> {
  const found = await Promise.all(FILES.map((file) => readFile(files, database, file)));
  const whole = found.filter((one) => one !== undefined);
  return whole.sort((one, other) => other.generation - one.generation)[0];
}

async function readFile(
  files: JournalFiles,
  database: string,
  file: 0 | 1,
): Promise<StoredJournal | undefined> {
  const bytes = await files.read(nameJournalFile(database, file));
  const { frames } = await readFrames(bytes ?? new Uint8Array());
  const at = frames.findIndex(({ payload }) => payload.length === 0);
  const mark = frames[at];
  if (!mark) return undefined;
  const { generation, commit } = mark;
  return { file, generation, begunAt: commit, begun: frames.slice(0, at), since: frames.slice(at + 1) };
}

/** Whether the file ends with the very transaction that the database has last: looks at that one frame. */
export async function endsWithPlace(
  files: JournalFiles,
  database: string,
  place: JournalPlace,
): Promise<boolean> {
  if (place.generation === 0) return false;
  const tail = await files.read(nameJournalFile(database, place.file), place.tail);
  const { frames, end } = await readFrames(tail ?? new Uint8Array());
  const [last, another] = frames;
  const isLast = last?.generation === place.generation && last.commit === place.commit && !another;
  return isLast && end === tail?.length && place.tail + end === place.end;
}
