/** For whom a dossier may be begun: people who said yes, those at the session first, then by given name. Reads no number. */
import type { RecordId } from '#shared/ids';
import type { Visitor } from '#shared/model/attendance';
import { listEntries } from '#shared/model/collection';
import type { Patch } from '#shared/model/operation';
import { judgeConsents, mayGoOn } from '#shared/rules/consent-standing';
import { groupPeople, groupSame, readSessionFacts } from '#shared/rules/same-record';
import { matchesSearch } from '#shared/rules/search-text';
import { sortByName } from '#shared/rules/sort-names';

export interface Person {
  readonly record: RecordId;
  readonly name: string;
  /** `1947`; undefined where nobody knows. */
  readonly birthYear: string | undefined;
  readonly hamlet: string | undefined;
}

interface NamedRecord {
  readonly record: RecordId;
  readonly values: Patch;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function describePerson({ record, values }: NamedRecord): Person {
  return {
    record,
    name: text(values['fullName']) ?? '',
    birthYear: text(values['dateOfBirth'])?.slice(0, 4),
    hamlet: text(values['hamlet']),
  };
}

/**
 * Only whose yes to preparing stands: a yes to the police alone, or one that was taken back, offers nobody. A consent that
 * has not been pulled yet hides nobody. Of two records of one person only the one is offered under which that person goes on.
 */
export function listWillingPeople(
  citizens: readonly NamedRecord[],
  consents: readonly NamedRecord[],
): Person[] {
  const groups = groupPeople(citizens);
  const given = new Map<string, NamedRecord[]>();
  for (const consent of consents) {
    const person = groups.get(String(consent.values['citizen'])) ?? '';
    given.set(person, [...(given.get(person) ?? []), consent]);
  }
  const willing = citizens.filter(
    ({ record }) =>
      groups.get(record) === record && mayGoOn(judgeConsents(given.get(record) ?? [], 'prepare')),
  );
  return sortByName(willing.map(describePerson), (person) => person.name);
}

/** People of this session, and of those that are the same, who are not done yet, in the order in which they came. */
export function listPresent(
  attendances: readonly NamedRecord[],
  sessions: readonly NamedRecord[],
  session: RecordId | undefined,
): readonly string[] {
  if (session === undefined) return [];
  const groups = groupSame(sessions.map(readSessionFacts));
  return attendances
    .filter(({ values }) => groups.get(String(values['session'])) === groups.get(session))
    .flatMap(({ values }) => listEntries<Visitor>(values, 'visitors').map(([, visitor]) => visitor))
    .filter((visitor) => visitor.state !== 'done')
    .sort((a, b) => a.at - b.at)
    .map((visitor) => visitor.citizen);
}

export function searchPeople(people: readonly Person[], query: string): Person[] {
  return people.filter(({ name, birthYear = '', hamlet = '' }) =>
    matchesSearch(`${name} ${birthYear} ${hamlet}`, query),
  );
}
