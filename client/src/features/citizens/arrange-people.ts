/** The list of people: by hamlet, then by given name, as a Vietnamese list is read; searched without marks. Pure. */
import type { RecordId } from '#shared/ids';
import { matchesSearch } from '#shared/rules/search-text';
import { compareNames, sortByName } from '#shared/rules/sort-names';
import type { RecordView } from '../../custody/record-store.ts';
import { foldHamlet } from './hamlet-names.ts';

export interface PersonEntry {
  readonly record: RecordId;
  readonly fullName: string;
  readonly hamlet: string;
  /** Undefined where nobody asked. */
  readonly birthYear: string | undefined;
}

export interface HamletGroup {
  /** Empty: not known. */
  readonly hamlet: string;
  readonly people: readonly PersonEntry[];
}

export function readPersonEntry({ record, values }: RecordView): PersonEntry {
  const text = (path: string) => (typeof values[path] === 'string' ? values[path] : '');
  return {
    record,
    fullName: text('fullName'),
    hamlet: text('hamlet'),
    birthYear: text('dateOfBirth').slice(0, 4) || undefined,
  };
}

/** Hamlets in the order of their names, the unknown one last; a hamlet is called as its first entry spells it. */
export function arrangePeople(people: readonly PersonEntry[], query: string): HamletGroup[] {
  const found = people.filter(({ fullName, hamlet, birthYear = '' }) =>
    matchesSearch(`${fullName} ${hamlet} ${birthYear}`, query),
  );
  const groups = new Map<string, PersonEntry[]>();
  for (const person of found) {
    const key = foldHamlet(person.hamlet);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()]
    .map((group) => ({ hamlet: group[0]?.hamlet ?? '', people: sortByName(group, (one) => one.fullName) }))
    .sort((a, b) => Number(a.hamlet === '') - Number(b.hamlet === '') || compareNames(a.hamlet, b.hamlet));
}

/** Others of the same name and birth year: may be the same person, and only a person can tell. */
export function listLookAlikes(
  people: readonly PersonEntry[],
  wanted: Pick<PersonEntry, 'fullName' | 'birthYear'>,
): PersonEntry[] {
  if (wanted.fullName.trim() === '' || wanted.birthYear === undefined) return [];
  return people.filter(
    ({ fullName, birthYear }) =>
      birthYear === wanted.birthYear && compareNames(fullName, wanted.fullName.trim()) === 0,
  );
}
