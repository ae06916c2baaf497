/** Who stands on the lists of two sessions of one day: counted for each of them, and named nowhere. */
import type { RecordState } from '#shared/custody/server-types';
import type { Visitor } from '#shared/model/attendance';
import { groupSame, readPersonFacts, type SameFacts } from '#shared/rules/same-record';
import { listBelow, readText, readValues } from './read-fields.ts';
import type { OpenedSession } from './summarise-session.ts';

/** What is kept of a session once it is closed again: no name and no number. */
export interface Listed {
  readonly session: string;
  readonly day: string;
  readonly people: readonly SameFacts[];
}

export function listNamed({ session, attendance, citizens }: OpenedSession): Listed {
  const came = new Set(
    attendance.flatMap((list) => listBelow<Visitor>(list, 'visitors').map(([, { citizen }]) => citizen)),
  );
  const named = citizens.filter(({ record }: RecordState) => came.has(record));
  return {
    session: session.record,
    day: readText(session, 'day'),
    people: named.map((citizen) => readPersonFacts(readValues(citizen))),
  };
}

/** Session → how many of its people are on another list of that day; one who is on no other counts nowhere. */
export function countAlsoElsewhere(lists: readonly Listed[]): ReadonlyMap<string, number> {
  const days = [...new Set(lists.map(({ day }) => day))];
  return new Map(days.flatMap((day) => countOfDay(lists.filter((list) => list.day === day))));
}

function countOfDay(lists: readonly Listed[]): (readonly [string, number])[] {
  if (lists.length < 2) return [];
  const facts = new Map(lists.flatMap(({ people }) => people.map((one) => [one.record, one] as const)));
  const groups = groupSame([...facts.values()]);
  const persons = lists.map(({ people }) => new Set(people.map(({ record }) => groups.get(record))));
  return lists.map(({ session }, at) => {
    const others = persons.filter((_, index) => index !== at);
    const twice = [...(persons[at] ?? [])].filter((person) => others.some((other) => other.has(person)));
    return [session, twice.length] as const;
  });
}
