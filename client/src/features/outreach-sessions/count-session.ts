/** Adds up the lists of all phones at a session: the same person on two phones is one. Pure; knows nobody's name. */
import type { ListCode, ToldNumber } from '#shared/contracts/list-code';
import type { RecordId } from '#shared/ids';
import type { AgeBand, Head, Visitor } from '#shared/model/attendance';
import type { AttendanceList } from './read-attendance.ts';
import { compareNumbers } from './queue-number.ts';

/** Two citizen records with the same answer are the same person. */
export type Identify = (citizen: string) => string;

export interface VisitorEntry {
  readonly record: RecordId;
  /** Whoever held the phone that gave the number. */
  readonly owner: string;
  readonly number: string;
  /** The number as it is called: another one than that of any other entry, even when two phones gave the same. */
  readonly label: string;
  readonly visitor: Visitor;
  /** All that was said of them by phones that had not seen each other; one word where all agree. */
  readonly said: readonly Visitor[];
  /** Of its list, while a code says more than what is here. */
  readonly told: ListCode | undefined;
  readonly toldAs: ToldNumber | undefined;
  /** False: this phone knows the number by a code alone, and nothing of whose it is. */
  readonly isHere: boolean;
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
  for (const entry of listEntries(lists)) {
    const key = identify(entry.visitor.citizen);
    people.set(key, [...(people.get(key) ?? []), entry]);
  }
  return [...people.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, state: findFurthest(same), entries: same }] : [];
  });
}

/** In the order of the numbers; the second of two equal ones, in the same order on every phone, is called `B01·2`. */
function listEntries(lists: readonly AttendanceList[]): VisitorEntry[] {
  const given = new Map<string, number>();
  return [...lists]
    .sort((a, b) => (a.record < b.record ? -1 : 1))
    .flatMap((list) => [...listHere(list), ...listToldOnly(list)])
    .map((entry) => {
      const times = (given.get(entry.number) ?? 0) + 1;
      given.set(entry.number, times);
      return { ...entry, label: times === 1 ? entry.number : `${entry.number}·${times}` };
    })
    .sort((a, b) => compareNumbers(a.number, b.number));
}

type Unlabelled = Omit<VisitorEntry, 'label'>;

function listHere({ record, owner, visitors, doubles, told }: AttendanceList): Unlabelled[] {
  return visitors.map(([number, visitor]) => {
    const toldAs = told?.numbers.find((one) => one.number === number);
    const said = [
      ...(doubles[number] ?? [visitor]),
      ...(toldAs ? [{ ...visitor, ...toVisitor(toldAs) }] : []),
    ];
    return { record, owner, number, visitor, said, told, toldAs, isHere: true };
  });
}

function listToldOnly({ record, owner, visitors, told }: AttendanceList): Unlabelled[] {
  const here = new Set(visitors.map(([number]) => number));
  const only = told?.numbers.filter(({ number }) => !here.has(number)) ?? [];
  return only.map((toldAs) => {
    const { number } = toldAs;
    // No id: it is nobody but itself.
    const visitor = { citizen: `${record} ${number}`, at: told?.at ?? 0, ...toVisitor(toldAs) };
    return { record, owner, number, visitor, said: [visitor], told, toldAs, isHere: false };
  });
}

/** A code names nobody, so nobody is said to have called. */
function toVisitor({ state, table }: ToldNumber): Pick<Visitor, 'state' | 'table' | 'by'> {
  return { state, table, by: undefined };
}

function findFurthest(entries: readonly VisitorEntry[]): Visitor['state'] {
  const ranks = entries.flatMap(({ said }) => said.map(({ state }) => STATES.indexOf(state)));
  return STATES[Math.max(0, ...ranks)] ?? 'waiting';
}

export function countSession(lists: readonly AttendanceList[], identify: Identify): SessionCount {
  const heads = lists.flatMap((list) => (list.told ? [] : list.heads.map(([, head]) => head)));
  const told = lists.flatMap((list) => list.told ?? []);
  const sumTold = (read: (code: ListCode) => number) => told.reduce((sum, code) => sum + read(code), 0);
  const visitors = listVisitors(lists, identify);
  const everybody: Pick<Head, 'sex' | 'ageBand'>[] = [...heads, ...visitors.map(gatherFacts)];
  const inState = (state: Visitor['state']) => visitors.filter((one) => one.state === state).length;
  const inBand = (band: AgeBand) =>
    everybody.filter((one) => one.ageBand === band).length + sumTold(({ bands }) => bands[band]);
  const unnamed = heads.length + sumTold((code) => code.heads);
  return {
    people: unnamed + visitors.length,
    waiting: inState('waiting'),
    inHand: inState('inHand'),
    done: inState('done'),
    declined: heads.filter((head) => head.declined === true).length + sumTold((code) => code.declined),
    unnamed,
    female: everybody.filter((one) => one.sex === 'female').length + sumTold((code) => code.female),
    male: everybody.filter((one) => one.sex === 'male').length + sumTold((code) => code.male),
    bands: {
      under18: inBand('under18'),
      to35: inBand('to35'),
      to59: inBand('to59'),
      from60: inBand('from60'),
    },
  };
}

/** What one phone did not ask another may have: the commune counts it so too. A code has them in its sums. */
function gatherFacts(visitor: QueuedVisitor): Pick<Head, 'sex' | 'ageBand'> {
  const entries = visitor.entries.filter(({ told }) => told === undefined);
  const sex = entries.map(({ visitor }) => visitor.sex).find((one) => one !== undefined);
  const ageBand = entries.map(({ visitor }) => visitor.ageBand).find((one) => one !== undefined);
  return { ...(sex && { sex }), ...(ageBand && { ageBand }) };
}

export interface Call {
  readonly table: number | undefined;
  readonly by: string;
}

/** Who has this person in hand: more than one when two phones called them without having heard of each other. */
export function listCalls({ entries }: QueuedVisitor): Call[] {
  const calls = entries
    .flatMap(({ said }) => said)
    .flatMap(({ state, table, by }) => (state === 'inHand' && by !== undefined ? [{ table, by }] : []));
  return calls.filter(
    (call, at) => calls.findIndex((other) => other.by === call.by && other.table === call.table) === at,
  );
}

export interface OtherPhone {
  readonly owner: string;
  readonly people: number;
  /** By its code, and not by the commune. */
  readonly told?: ListCode | undefined;
}

/**
 * What the other phones of the session add to this one's count, as far as it has heard of them: whoever stands on an earlier
 * list already is not added again.
 */
export function listOtherPhones(
  lists: readonly AttendanceList[],
  ownDevice: string,
  identify: Identify,
): OtherPhone[] {
  const counted = lists.filter(({ device }) => device === ownDevice);
  const others = lists.filter(({ device }) => device !== ownDevice);
  return others.map((list) => {
    const before = countSession(counted, identify).people;
    counted.push(list);
    const people = countSession(counted, identify).people - before;
    return { owner: list.owner, people, told: list.told };
  });
}
