/** Adds up the lists of all phones at a session: the same person on two phones is one. Pure; knows nobody's name. */
import type { RecordId } from '#shared/ids';
import type { AgeBand, Head, Visitor } from '#shared/model/attendance';
import type { AttendanceList } from './read-attendance.ts';
import { compareNumbers } from './queue-number.ts';

/** Two citizen records with the same answer are the same person. */
export type Identify = (citizen: string) => string;

export interface VisitorEntry {
  readonly record: RecordId;
  readonly number: string;
  readonly visitor: Visitor;
}

export interface QueuedVisitor extends VisitorEntry {
  /** As far as any phone has brought them. */
  readonly state: Visitor['state'];
  /** This person on every phone, this entry first. */
  readonly entries: readonly VisitorEntry[];
}

export interface SessionCount {
  readonly people: number;
  readonly waiting: number;
  readonly inHand: number;
  readonly done: number;
  /** Did not want to go on; they came all the same. */
  readonly declined: number;
  /** Counted without a name, the declined among them. */
  readonly unnamed: number;
  readonly female: number;
  readonly male: number;
  readonly bands: Readonly<Record<AgeBand, number>>;
}

const STATES = ['waiting', 'inHand', 'done'] as const;

/** One entry a person, in the order of the queue numbers. */
export function listVisitors(lists: readonly AttendanceList[], identify: Identify): QueuedVisitor[] {
  const people = new Map<string, VisitorEntry[]>();
  const entries = lists
    .flatMap(({ record, visitors }) => visitors.map(([number, visitor]) => ({ record, number, visitor })))
    .sort((a, b) => compareNumbers(a.number, b.number));
  for (const entry of entries) {
    const key = identify(entry.visitor.citizen);
    people.set(key, [...(people.get(key) ?? []), entry]);
  }
  return [...people.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, state: findFurthest(same), entries: same }] : [];
  });
}

function findFurthest(entries: readonly VisitorEntry[]): Visitor['state'] {
  const ranks = entries.map(({ visitor }) => STATES.indexOf(visitor.state));
  return STATES[Math.max(0, ...ranks)] ?? 'waiting';
}

export function countSession(lists: readonly AttendanceList[], identify: Identify): SessionCount {
  const heads = lists.flatMap((list) => list.heads.map(([, head]) => head));
  const visitors = listVisitors(lists, identify);
  const everybody: Pick<Head, 'sex' | 'ageBand'>[] = [...heads, ...visitors.map(({ visitor }) => visitor)];
  const inState = (state: Visitor['state']) => visitors.filter((one) => one.state === state).length;
  const inBand = (band: AgeBand) => everybody.filter((one) => one.ageBand === band).length;
  return {
    people: everybody.length,
    waiting: inState('waiting'),
    inHand: inState('inHand'),
    done: inState('done'),
    declined: heads.filter((head) => head.declined === true).length,
    unnamed: heads.length,
    female: everybody.filter((one) => one.sex === 'female').length,
    male: everybody.filter((one) => one.sex === 'male').length,
    bands: {
      under18: inBand('under18'),
      to35: inBand('to35'),
      to59: inBand('to59'),
      from60: inBand('from60'),
    },
  };
}

export interface OtherPhone {
  readonly owner: string;
  /** People on that phone's list. */
  readonly people: number;
}

/** The other phones that write the same session, as far as this one has heard of them. */
export function listOtherPhones(lists: readonly AttendanceList[], ownDevice: string): OtherPhone[] {
  return lists
    .filter((list) => list.device !== ownDevice)
    .map(({ owner, heads, visitors }) => ({ owner, people: heads.length + visitors.length }));
}
