/** Pairs at a session that may be one person written down on two phones, and that nobody has judged yet. Pure. */
import { groupPeople, readPersonFacts } from '#shared/rules/same-record';
import { compareNames } from '#shared/rules/sort-names';
import type { RecordView } from '../../custody/record-store.ts';
import type { AttendanceList } from './read-attendance.ts';

export interface Twin {
  readonly citizen: string;
  readonly name: string;
  readonly number: string;
  /** Whoever held the phone that wrote them down, and when by its clock. */
  readonly owner: string;
  readonly at: number;
}

export interface TwinPair {
  /** Written down earlier: under this one the person goes on if both are one. */
  readonly first: Twin;
  readonly second: Twin;
}

/** `citizens`: as far as this phone may read them. */
export function listTwins(
  lists: readonly AttendanceList[],
  citizens: readonly RecordView[],
): readonly TwinPair[] {
  const records = new Map<string, RecordView>(citizens.map((citizen) => [citizen.record, citizen]));
  const groups = groupPeople(citizens);
  const here = lists
    .flatMap(({ owner, visitors }) =>
      visitors.map(([number, { citizen, at }]) => ({ owner, number, citizen, at })),
    )
    .sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1));
  return here.flatMap((second, index) => {
    const first = here
      .slice(0, index)
      .find((earlier) => areAlike(records.get(earlier.citizen), records.get(second.citizen), groups));
    if (!first) return [];
    const named = (one: typeof first): Twin => ({
      ...one,
      name: String(records.get(one.citizen)?.values['fullName'] ?? ''),
    });
    return [{ first: named(first), second: named(second) }];
  });
}

function areAlike(
  one: RecordView | undefined,
  other: RecordView | undefined,
  groups: ReadonlyMap<string, string>,
): boolean {
  if (!one || !other || one.record === other.record || isJudged(one, other)) return false;
  const [key, otherKey] = [readPersonFacts(one).key, readPersonFacts(other).key];
  if (key !== undefined && otherKey !== undefined) return key === otherKey;
  return groups.get(one.record) !== groups.get(other.record) && haveSameName(one, other);
}

function haveSameName(one: RecordView, other: RecordView): boolean {
  const read = ({ values }: RecordView) => ({
    name: String(values['fullName'] ?? '').trim(),
    year: String(values['dateOfBirth'] ?? '').slice(0, 4),
  });
  const [a, b] = [read(one), read(other)];
  return a.name !== '' && a.year !== '' && a.year === b.year && compareNames(a.name, b.name) === 0;
}

function isJudged(one: RecordView, other: RecordView): boolean {
  const says = (from: RecordView, to: RecordView) => (from.values[`sameAs/${to.record}`] ?? null) !== null;
  return says(one, other) || says(other, one);
}
