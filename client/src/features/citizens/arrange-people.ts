/** The list of people: by hamlet, then by given name, as a Vietnamese list is read; searched without marks. Pure. */
import type { RecordId } from '#shared/ids';
import { matchesWords, splitSearchWords } from '#shared/rules/search-text';
import { compareNames, sortByName } from '#shared/rules/sort-names';
import type { RecordView } from '../../custody/record-store.ts';
import { foldHamlet } from './hamlet-names.ts';

export interface PersonEntry {
  readonly record: RecordId;
  readonly fullName: string;
  readonly hamlet: string;
  /** Undefined where nobody asked. */
  readonly birthYear: string | undefined;
  /** What they are searched by, split. */
  readonly words: readonly string[];
}

export interface HamletGroup {
  /** Empty: not known. */
  readonly hamlet: string;
  readonly people: readonly PersonEntry[];
}

export function readPersonEntry({ record, values }: RecordView): PersonEntry {
  const text = (path: string) => (typeof values[path] === 'string' ? values[path] : '');
  const [fullName, hamlet, year] = [text('fullName'), text('hamlet'), text('dateOfBirth').slice(0, 4)];
  const words = splitSearchWords(`${fullName} ${hamlet} ${year}`);
  return { record, fullName, hamlet, birthYear: year || undefined, words };
}

/** Hamlets in the order of their names, the unknown one last; a hamlet is called as its first entry spells it. */
export function groupByHamlet(people: readonly PersonEntry[]): HamletGroup[] {
  const groups = new Map<string, PersonEntry[]>();
  for (const person of people) {
    const key = foldHamlet(person.hamlet);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(person);
  }
  return [...groups.values()]
    .map((group) => ({ hamlet: group[0]?.hamlet ?? '', people: sortByName(group, (one) => one.fullName) }))
    .sort((a, b) => Number(a.hamlet === '') - Number(b.hamlet === '') || compareNames(a.hamlet, b.hamlet));
}

/** Only groups in which somebody is found. */
export function searchGroups(groups: readonly HamletGroup[], query: string): readonly HamletGroup[] {
  const wanted = splitSearchWords(query);
  if (wanted.length === 0) return groups;
  return groups
    .map((group) => ({ ...group, people: group.people.filter(({ words }) => matchesWords(words, wanted)) }))
    .filter(({ people }) => people.length > 0);
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
