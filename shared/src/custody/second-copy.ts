/**
 * The two copies of a vault: which frames of the second one count, which of its two files is the better one, and what is done where
 * the copies differ. Knows numbers of transactions; of rows, bytes and files nothing.
 */
import type { DeviceDisk } from './device-types.ts';

/** Where the second copy ended when the last transaction of the database was written. */
export interface JournalPlace {
  readonly file: 0 | 1;
  /** Of its life; 0: there is none yet. */
  readonly generation: number;
  /** Number of the last transaction. */
  readonly commit: number;
  /** Byte at which that transaction's frame begins and ends. */
  readonly tail: number;
  readonly end: number;
  /** Bytes that the file began with. */
  readonly begun: number;
}

/** Of one file's life: the frames of another one, left behind a torn end, are not its own. */
export interface FrameMark {
  readonly generation: number;
  /** The transaction's number; frames with the first one's number hold what was there before. */
  readonly commit: number;
}

export interface StoredJournal<F extends FrameMark> {
  readonly file: 0 | 1;
  readonly generation: number;
  /** What lay in the tables when this file was begun: after the transaction of this number. */
  readonly begunAt: number;
  readonly begun: readonly F[];
  /** Every transaction since, without a gap. */
  readonly since: readonly F[];
}

/** Generation 0 has no file. */
export const NOWHERE: JournalPlace = { file: 0, generation: 0, commit: 0, tail: 0, end: 0, begun: 0 };

/** Begun anew when it has become this much longer than what it began with. */
const MAX_GROWTH = { bytes: 1024 * 1024, times: 2 } as const;

/** Whether a frame is the next one of the same life. */
export function followsFrame(before: FrameMark | undefined, next: FrameMark): boolean {
  if (!before) return true;
  const step = next.commit - before.commit;
  return next.generation === before.generation && step >= 0 && step <= 1;
}

/** Undefined where the mark is missing behind which everything stands that was there before. */
export function divideFrames<F extends FrameMark>(
  file: 0 | 1,
  frames: readonly F[],
  isWholeMark: (frame: F) => boolean,
): StoredJournal<F> | undefined {
  const at = frames.findIndex(isWholeMark);
  const mark = frames[at];
  if (!mark) return undefined;
  const { generation, commit } = mark;
  return { file, generation, begunAt: commit, begun: frames.slice(0, at), since: frames.slice(at + 1) };
}

/**
 * Of those that are whole in what they began with, the one that has come further; of two that are as far, the one begun later. A page may
 * die after it has begun a file and before it writes there: then the older file goes on.
 */
export function chooseJournal<F extends FrameMark>(
  found: readonly (StoredJournal<F> | undefined)[],
): StoredJournal<F> | undefined {
  const whole = found.filter((one) => one !== undefined);
  return whole.sort(
    (one, other) => getLastCommit(other) - getLastCommit(one) || other.generation - one.generation,
  )[0];
}

function getLastCommit({ begunAt, since }: StoredJournal<FrameMark>): number {
  return since.at(-1)?.commit ?? begunAt;
}

/** With the next transaction, whose frame is so long. */
export function advancePlace(before: JournalPlace, length: number): JournalPlace {
  return { ...before, commit: before.commit + 1, tail: before.end, end: before.end + length };
}

export function isOutgrown({ end, begun }: JournalPlace): boolean {
  return end > begun * MAX_GROWTH.times + MAX_GROWTH.bytes;
}

/** Into which file all that lies in the database is written, and under which marks. */
export function planRenewal(
  best: StoredJournal<FrameMark> | undefined,
  { generation, commit }: JournalPlace,
): FrameMark & { readonly file: 0 | 1 } {
  const file = best?.file === 0 ? 1 : 0;
  return { file, generation: Math.max(best?.generation ?? 0, generation) + 1, commit };
}

/** Whether a file that was read from the place's tail on has the very transaction there that the database has last, and no more. */
export function endsAtPlace(
  place: JournalPlace,
  tail: { readonly frames: readonly FrameMark[]; readonly end: number; readonly length: number },
): boolean {
  const [last, another] = tail.frames;
  const isLast = last?.generation === place.generation && last.commit === place.commit && !another;
  return isLast && tail.end === tail.length && place.tail + tail.end === place.end;
}

/**
 * `rebuild`: all of it again, over nothing. `catchUp`: the transactions that the database lacks. `renew`: the second copy is behind.
 * `gone`: there is nothing in either.
 */
export type Settling<F extends FrameMark> =
  | { readonly type: 'rebuild' | 'catchUp'; readonly frames: readonly F[]; readonly place: JournalPlace }
  | { readonly type: 'renew' | 'gone' };

/** Where the database and the end of its second copy do not say the same. `undefined`: a database that had no second copy yet. */
export function decideSettling<F extends FrameMark>(
  database: JournalPlace | 'empty' | undefined,
  stored: StoredJournal<F> | undefined,
): Settling<F> {
  if (!stored) return { type: database === 'empty' ? 'gone' : 'renew' };
  const { begun, since, begunAt } = stored;
  const place = placeBehind(stored);
  if (database === 'empty') return { type: 'rebuild', frames: [...begun, ...since], place };
  if (!database || place.commit <= database.commit) return { type: 'renew' };
  if (database.commit < begunAt) return { type: 'rebuild', frames: [...begun, ...since], place };
  return { type: 'catchUp', frames: since.filter(({ commit }) => commit > database.commit), place };
}

/** Behind any frame: the next writing of the second copy begins it anew. */
function placeBehind(stored: StoredJournal<FrameMark>): JournalPlace {
  const { generation } = stored;
  return { file: 0, generation, commit: getLastCommit(stored), end: -1, tail: -1, begun: 0 };
}

/**
 * The head after its frames were written again. What the commune had told lies in no second copy: it is asked for from where the
 * database had read, or from the beginning where it had nothing (`undefined`) or had read it in another life of the store; then what is
 * left of that is dropped.
 */
export function askAgain<H extends Pick<DeviceDisk, 'cursor' | 'incarnation'>>(
  before: H | undefined,
  written: H,
): { readonly head: H; readonly isBaseKept: boolean } {
  const isBaseKept = before !== undefined && before.incarnation === written.incarnation;
  const cursor = isBaseKept ? Math.min(before.cursor, written.cursor) : 0;
  return { head: { ...written, cursor }, isBaseKept };
}
