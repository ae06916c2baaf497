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

/** A list of rows asks once for each of them: the groups of one array are worked out once. */
const grouped = new WeakMap<readonly Readable[], ReadonlyMap<string, string>>();

/** Every record of one person, the asked one first. `citizens`: all that this machine may read; never changed in place. */
export function listPersonRecords(citizens: readonly Readable[], citizen: string): ReadonlySet<string> {
  const groups = grouped.get(citizens) ?? groupSame(citizens.map(readPersonFacts));
  grouped.set(citizens, groups);
  const chosen = groups.get(citizen);
  const same = [...groups].flatMap(([record, root]) => (root === chosen ? [record] : []));
  return new Set([citizen, ...same]);
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
  for (const [at, one] of sorted.entries()) {
    if (one.key === undefined) continue;
    const before = sorted
      .slice(0, at)
      .find((other) => other.key === one.key && !isParted(one.record, other.record));
    if (before && find(one.record) !== find(before.record))
      parents.set(find(one.record), find(before.record));
  }
  return new Map(people.map(({ record }) => [record, find(record)]));
}
