/** Which records are one and the same, of a person or of a session: by what somebody said, else by an equal key. Pure. */
import { listEntries } from '../model/collection.ts';
import type { SameAnswer } from '../model/field-kinds.ts';
import type { Patch } from '../model/operation.ts';

interface Readable {
  readonly record: string;
  readonly values: Patch;
}

export interface SameFacts {
  readonly record: string;
  /** Equal keys are the same unless somebody said otherwise; undefined where no key is known. */
  readonly key: string | undefined;
  /** The other record, and what was said of the two. */
  readonly answers: readonly (readonly [other: string, answer: SameAnswer])[];
}

/** A citizen's record as the team or the commune reads it; the number itself is compared where its key is not known. */
export function readPersonFacts({ record, values }: Readable): SameFacts {
  const key = values['matchKey'] ?? values['personalId'];
  return {
    record,
    key: typeof key === 'string' ? key : undefined,
    answers: listEntries<SameAnswer>(values, 'sameAs'),
  };
}

interface PersonGroups {
  /** Record → the record under which it goes on. */
  readonly roots: ReadonlyMap<string, string>;
  /** The record under which they go on → all of them. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** A list of rows asks once for each of them: the groups of one array are worked out once. */
const grouped = new WeakMap<readonly Readable[], PersonGroups>();

function findGroups(citizens: readonly Readable[]): PersonGroups {
  const known = grouped.get(citizens);
  if (known) return known;
  const roots = groupSame(citizens.map(readPersonFacts));
  const groups = { roots, members: listUnder(roots) };
  grouped.set(citizens, groups);
  return groups;
}

function listUnder(roots: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const [record, root] of roots) {
    const same = members.get(root) ?? [];
    members.set(root, same);
    same.push(record);
  }
  return members;
}

/** Record → the record under which this person goes on. `citizens`: all that this machine may read; never changed in place. */
export function groupPeople(citizens: readonly Readable[]): ReadonlyMap<string, string> {
  return findGroups(citizens).roots;
}

/** Every record of one person, the asked one first. `citizens` as for `groupPeople`. */
export function listPersonRecords(citizens: readonly Readable[], citizen: string): ReadonlySet<string> {
  const { roots, members } = findGroups(citizens);
  return new Set([citizen, ...(members.get(roots.get(citizen) ?? '') ?? [])]);
}

/** A session's record: nothing but a word of the team makes two of them one. */
export function readSessionFacts({ record, values }: Readable): SameFacts {
  return { record, key: undefined, answers: listEntries<SameAnswer>(values, 'sameAs') };
}

/**
 * Record → the record under which it goes on: the one that was chosen, else the smallest name. "The same" joins
 * whatever the numbers say; "different" only parts two of one number that nothing else joins. The same on every machine.
 */
export function groupSame(people: readonly SameFacts[]): ReadonlyMap<string, string> {
  const parents = new Map(people.map(({ record }) => [record, record]));
  const find = (record: string): string => {
    const parent = parents.get(record) ?? record;
    return parent === record ? record : find(parent);
  };
  const sorted = [...people].sort((a, b) => (a.record < b.record ? -1 : 1));
  const said = sorted.flatMap(({ record, answers }) =>
    answers.filter(([other]) => parents.has(other)).map(([other, { is }]) => ({ record, other, is })),
  );
  for (const { record, other, is } of said) {
    // Joined already: also where two phones chose the other way round.
    if (is === 'same' && find(record) !== find(other)) parents.set(find(record), find(other));
  }
  const isParted = (a: string, b: string): boolean =>
    said.some(
      ({ record, other, is }) =>
        is === 'different' && ((record === a && other === b) || (record === b && other === a)),
    );
  const byKey = new Map<string, string[]>();
  for (const { record, key } of sorted) {
    if (key === undefined) continue;
    const before = byKey.get(key) ?? [];
    const same = before.find((other) => !isParted(record, other));
    if (same !== undefined && find(record) !== find(same)) parents.set(find(record), find(same));
    before.push(record);
    byKey.set(key, before);
  }
  return new Map(people.map(({ record }) => [record, find(record)]));
}
