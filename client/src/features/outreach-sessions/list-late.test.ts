import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { listLate } from './list-late.ts';
import type { AttendanceList } from './read-attendance.ts';

const list = (owner: string, heads: number): AttendanceList => ({
  ...{ record: owner as RecordId, session: 's', device: owner, owner, letter: 'A' },
  ...{ lettersGiven: 0, lettersUnused: [], codesShown: 0, table: undefined, visitors: [], doubles: {} },
  heads: Array.from({ length: heads }, (_, at) => [String(at), { at }] as const),
});
const alone = (citizen: string): string => citizen;
/** Written down behind the heads, in this order. */
const withPeople = (made: AttendanceList, citizens: readonly string[]): AttendanceList => ({
  ...made,
  visitors: citizens.map((citizen, at) => {
    const visitor = { citizen, at: 100 + at, state: 'waiting' } as const;
    return [`A0${at + 1}`, visitor] as const;
  }),
});

describe('what was added after closing', () => {
  it('is what a list has more than was counted then, also of a phone that was not heard of', () => {
    const session = { closedAt: 9, closedWith: { Mai: 2, Lành: 3 } };
    expect(listLate(session, [list('Lành', 3), list('Mai', 4), list('Nam', 1)], alone)).toEqual([
      { owner: 'Mai', people: 2 },
      { owner: 'Nam', people: 1 },
    ]);
  });

  it('is nothing while the session is open, and where the closing counted no list', () => {
    expect(listLate({ closedAt: undefined, closedWith: { Mai: 1 } }, [list('Mai', 2)], alone)).toEqual([]);
    expect(listLate({ closedAt: 9, closedWith: {} }, [list('Mai', 2)], alone)).toEqual([]);
  });

  it('is nobody whom another phone had counted before, once somebody says that they are one', () => {
    const session = { closedAt: 9, closedWith: { Mai: 2, Nam: 1 } };
    const lists = [withPeople(list('Mai', 1), ['mau']), withPeople(list('Nam', 1), ['mau-again', 'an'])];
    const asOne = (citizen: string): string => (citizen === 'mau-again' ? 'mau' : citizen);
    expect(listLate(session, lists, alone)).toEqual([{ owner: 'Nam', people: 2 }]);
    expect(listLate(session, lists, asOne)).toEqual([{ owner: 'Nam', people: 1 }]);
    // Two phones late with the same person: one more, not two.
    const both = [withPeople(list('Mai', 2), ['an']), withPeople(list('Nam', 1), ['an'])];
    expect(listLate(session, both, alone)).toEqual([{ owner: 'Mai', people: 1 }]);
  });
});
