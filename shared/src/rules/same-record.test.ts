import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SameAnswer } from '../model/field-kinds.ts';
import type { Patch } from '../model/operation.ts';
import { groupSame, listPersonRecords, type SameFacts } from './same-record.ts';

const said = (is: SameAnswer['is']): SameAnswer => ({ is, at: 1, by: 'Mai' });
const person = (
  record: string,
  key?: string,
  answers: readonly (readonly [string, SameAnswer])[] = [],
): SameFacts => ({ record, key, answers });
const group = (...people: SameFacts[]) => Object.fromEntries(groupSame(people));

it('every record of one person is found from any of them; an unknown one stands alone', () => {
  const citizens = [
    { record: 'a', values: { matchKey: '1' } },
    { record: 'b', values: { matchKey: '1' } },
    { record: 'c', values: { 'sameAs/a': said('same') } as unknown as Patch },
    { record: 'd', values: {} },
  ];
  for (const one of ['a', 'b', 'c'])
    expect([...listPersonRecords(citizens, one)].sort()).toEqual(['a', 'b', 'c']);
  expect([...listPersonRecords(citizens, 'e')]).toEqual(['e']);
});

describe('one person with two records', () => {
  it('is one by the number, and two where nothing says more', () => {
    expect(group(person('a', '1'), person('b', '1'), person('c'), person('d'))).toEqual({
      a: 'a',
      b: 'a',
      c: 'c',
      d: 'd',
    });
  });

  it('goes on under the record that was chosen', () => {
    expect(group(person('a', undefined, [['b', said('same')]]), person('b'))).toEqual({ a: 'b', b: 'b' });
    expect(group(person('a'), person('b', undefined, [['a', said('same')]]))).toEqual({ a: 'a', b: 'a' });
  });

  it('is parted from another with the same number where somebody said so, from either side', () => {
    expect(group(person('a', '1'), person('b', '1', [['a', said('different')]]))).toEqual({ a: 'a', b: 'b' });
    expect(group(person('a', '1', [['b', said('different')]]), person('b', '1'))).toEqual({ a: 'a', b: 'b' });
  });

  it('is one where two phones chose the other way round', () => {
    const both = [
      person('a', undefined, [['b', said('same')]]),
      person('b', undefined, [['a', said('same')]]),
    ];
    expect(new Set(groupSame(both).values()).size).toBe(1);
  });

  it('is one over three records, and answers about records that are not here change nothing', () => {
    const three = [
      person('a', '1', [['b', said('same')]]),
      person('b', undefined, [['gone', said('same')]]),
      person('c', '1'),
    ];
    expect(new Set(groupSame(three).values()).size).toBe(1);
  });

  it('does not depend on the order in which records were heard of', () => {
    const record = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const answer = fc.tuple(record, fc.constantFrom(said('same'), said('different')));
    const people = fc.uniqueArray(
      fc.record({
        record,
        key: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
        answers: fc.array(answer, { maxLength: 3 }),
      }),
      { selector: (one) => one.record },
    );
    fc.assert(
      fc.property(people, (some) => {
        const there = Object.fromEntries(groupSame(some));
        expect(Object.fromEntries(groupSame([...some].reverse()))).toEqual(there);
        for (const root of Object.values(there)) expect(there[root]).toBe(root);
      }),
    );
  });
});
