/** What this phone writes about who came: heads without a name, numbers of the queue, how far each person is. */
import type { Json, Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { AgeBand, Head, Visitor } from '#shared/model/attendance';
import { guessTable, SPARE_LETTERS } from '#shared/rules/session-letters';
import type { Work } from '../../custody/work.ts';
import type { QueuedVisitor } from './count-session.ts';
import { listAllLists, listAttendance } from './queries.ts';
import { findNextNumber } from './queue-number.ts';
import { writeMachine } from './read-attendance.ts';

/** Names of the entries, in the order of counting: to refine one, or to take all of them back. */
export function countHeads(work: Work, session: RecordId, heads: readonly Omit<Head, 'at'>[]): string[] {
  const used = findOwnList(work, session)?.heads.map(([key]) => Number(key)) ?? [];
  const highest = Math.max(0, ...used);
  const at = work.now();
  const entries = heads.map((head, index) => [String(highest + 1 + index), { at, ...head }] as const);
  const patch = Object.fromEntries(entries.map(([key, head]) => [`heads/${key}`, head as Json]));
  editList(work, session, patch);
  return entries.map(([key]) => key);
}

export interface UnnamedHead {
  readonly declined: boolean;
  /** At the door, by this phone. */
  readonly wasCounted: boolean;
}

/** Somebody who stays without a name. Of one who was counted the last such head says that they declined. */
export function countUnnamed(work: Work, session: RecordId, { declined, wasCounted }: UnnamedHead): void {
  const counted = wasCounted ? findAnonymousHead(work, session) : undefined;
  const head = findOwnList(work, session)?.heads.find(([key]) => key === counted)?.[1];
  if (!counted || !head) return void countHeads(work, session, [declined ? { declined } : {}]);
  if (declined) editList(work, session, { [`heads/${counted}`]: { ...head, declined } as Json });
}

export function takeHeadsBack(work: Work, session: RecordId, keys: readonly string[]): void {
  editList(work, session, Object.fromEntries(keys.map((key) => [`heads/${key}`, null])));
}

export function describeHead(
  work: Work,
  session: RecordId,
  refined: { readonly key: string; readonly sex?: 'female' | 'male'; readonly ageBand?: AgeBand },
): void {
  const { key, ...facts } = refined;
  const head = findOwnList(work, session)?.heads.find(([name]) => name === key)?.[1];
  if (head) editList(work, session, { [`heads/${key}`]: { ...head, ...facts } as Json });
}

export interface Arrival {
  readonly citizen: RecordId;
  readonly sex?: 'female' | 'male' | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly need?: string | undefined;
  /** Was already counted at the door without a name: one of those makes room. */
  readonly wasCounted: boolean;
}

/** The person's place in the queue: their number. */
export function admitVisitor(work: Work, session: RecordId, arrival: Arrival): string {
  const { citizen, sex, ageBand, need } = arrival;
  const number = findFreeNumber(work, session);
  const visitor = {
    ...{ citizen, at: work.now(), state: 'waiting' },
    ...(sex && { sex }),
    ...(ageBand && { ageBand }),
    ...(need && { need }),
  };
  const double = arrival.wasCounted ? findAnonymousHead(work, session) : undefined;
  editList(work, session, {
    [`visitors/${number}`]: visitor,
    ...(double !== undefined && { [`heads/${double}`]: null }),
  });
  const own = findOwnList(work, session);
  if (own) void work.drafts.finishEditing(own.record);
  return number;
}

/** The number that they have in this session already, else the next one of this phone: done twice it is the same. */
export function admitOnce(work: Work, session: RecordId, arrival: Arrival): string {
  return findVisitorNumber(work, session, arrival.citizen) ?? admitVisitor(work, session, arrival);
}

export function findVisitorNumber(work: Work, session: RecordId, citizen: string): string | undefined {
  const visitors = listAttendance(work.store, session).flatMap((list) => list.visitors);
  return visitors.find(([, visitor]) => visitor.citizen === citizen)?.[0];
}

export function findFreeNumber(work: Work, session: RecordId): string {
  const given = listAllLists(work, session).flatMap(({ visitors, told }) => [
    ...visitors.map(([name]) => name),
    ...(told?.numbers ?? []).map(({ number }) => number),
  ]);
  return findNextNumber(findOwnLetter(work, session), given);
}

export function findOwnLetter(work: Work, session: RecordId): string {
  return findOwnList(work, session)?.letter ?? work.letter;
}

export function findOwnTable(work: Work, session: RecordId): number {
  return findOwnList(work, session)?.table ?? guessTable(findOwnLetter(work, session));
}

/** The phone's own list, begun under this letter: from now on its numbers begin with it. */
export function takeLetter(work: Work, session: RecordId, letter: string): void {
  editList(work, session, { letter });
}

/** One that no code hands out and no list that is here begins with. */
export function findSpareLetter(work: Work, session: RecordId): string {
  const used = listAllLists(work, session).map(({ letter }) => letter);
  return SPARE_LETTERS.find((letter) => !used.includes(letter)) ?? `${work.letter}${work.letter}`;
}

export function chooseTable(work: Work, session: RecordId, table: number): void {
  editList(work, session, { table });
}

/** Remembers that so many letters of ours are with other phones, so that none is handed out again. */
export function noteLettersGiven(work: Work, session: RecordId, lettersGiven: number): void {
  editList(work, session, { lettersGiven });
  const own = findOwnList(work, session);
  if (own) void work.drafts.finishEditing(own.record);
}

/** On the list itself, behind everything that is on it: whoever has it so far has all that this code said. True once it is saved. */
export async function noteCodeShown(work: Work, session: RecordId, codesShown: number): Promise<boolean> {
  editList(work, session, { codesShown });
  const own = findOwnList(work, session);
  return own !== undefined && (await work.drafts.finishEditing(own.record)).ok;
}

/**
 * Nobody waits for a list under this letter any more; a list that comes all the same is counted like every other. Answers how
 * to take it back.
 */
export function noteLetterUnused(work: Work, session: RecordId, letter: string): () => void {
  const say = (isUnused: true | null): void => {
    editList(work, session, { [`lettersUnused/${letter}`]: isUnused });
    const own = findOwnList(work, session);
    if (own) void work.drafts.finishEditing(own.record);
  };
  say(true);
  return () => say(null);
}

/** The last one that this phone counted and who is not known to have declined. */
export function findAnonymousHead(work: Work, session: RecordId): string | undefined {
  return findOwnList(work, session)?.heads.findLast(([, head]) => head.declined !== true)?.[0];
}

/** Any phone takes the next person, whichever phone gave the number; whoever calls says at which table. */
export function moveVisitor(
  work: Work,
  { session, visitor, state }: { session: RecordId; visitor: QueuedVisitor; state: Visitor['state'] },
): void {
  const place = { table: findOwnTable(work, session), by: work.member.name };
  for (const entry of visitor.entries) {
    const { table: _table, by: _by, ...facts } = entry.visitor;
    const moved = { ...facts, state, ...(state === 'inHand' && place) };
    const patch = { [`visitors/${entry.number}`]: moved as Json };
    work.drafts.editRecord({ collection: 'attendance', record: entry.record, patch });
  }
}

export function findOwnList(work: Work, session: RecordId) {
  return listAttendance(work.store, session).find((list) => list.device === work.device);
}

function editList(work: Work, session: RecordId, patch: Patch): void {
  const own = findOwnList(work, session);
  const machine = writeMachine(work.device, work.member.name);
  const beginning = { session, machine, letter: work.letter };
  work.drafts.editRecord({
    collection: 'attendance',
    record: own?.record ?? work.newId(),
    patch: own ? patch : { ...beginning, ...patch },
  });
}
