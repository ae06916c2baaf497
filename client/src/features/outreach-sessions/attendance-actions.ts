/** What this phone writes about who came: heads without a name, numbers of the queue, how far each person is. */
import type { Json, Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { AgeBand, Head, Visitor } from '#shared/model/attendance';
import type { Work } from '../../custody/work.ts';
import type { QueuedVisitor } from './count-session.ts';
import { listAttendance } from './queries.ts';
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

export function findFreeNumber(work: Work, session: RecordId): string {
  const given = listAttendance(work.store, session).flatMap((list) => list.visitors.map(([name]) => name));
  return findNextNumber(work.letter, given);
}

/** The last one that this phone counted and who is not known to have declined. */
export function findAnonymousHead(work: Work, session: RecordId): string | undefined {
  return findOwnList(work, session)?.heads.findLast(([, head]) => head.declined !== true)?.[0];
}

/** Any phone takes the next person, whichever phone gave the number. */
export function moveVisitor(work: Work, visitor: QueuedVisitor, state: Visitor['state']): void {
  for (const entry of visitor.entries) {
    const patch = { [`visitors/${entry.number}`]: { ...entry.visitor, state } as Json };
    work.drafts.editRecord({ collection: 'attendance', record: entry.record, patch });
  }
}

function findOwnList(work: Work, session: RecordId) {
  return listAttendance(work.store, session).find((list) => list.device === work.device);
}

function editList(work: Work, session: RecordId, patch: Patch): void {
  const own = findOwnList(work, session);
  const beginning = { session, machine: writeMachine(work.device, work.member.name) };
  work.drafts.editRecord({
    collection: 'attendance',
    record: own?.record ?? work.newId(),
    patch: own ? patch : { ...beginning, ...patch },
  });
}
