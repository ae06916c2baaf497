import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { listLate } from './list-late.ts';
import type { AttendanceList } from './read-attendance.ts';

const list = (owner: string, heads: number): AttendanceList => ({
  ...{ record: owner as RecordId, session: 's', device: owner, owner, letter: 'A' },
  ...{ lettersGiven: 0, lettersUnused: [], table: undefined, visitors: [], doubles: {} },
  heads: Array.from({ length: heads }, (_, at) => [String(at), { at }] as const),
});

describe('what was added after closing', () => {
  it('is what a list has more than was counted then, also of a phone that was not heard of', () => {
    const session = { closedAt: 9, closedWith: { Mai: 2, Lành: 3 } };
    expect(listLate(session, [list('Lành', 3), list('Mai', 4), list('Nam', 1)])).toEqual([
      { owner: 'Mai', people: 2 },
      { owner: 'Nam', people: 1 },
    ]);
  });

  it('is nothing while the session is open, and where the closing counted no list', () => {
    expect(listLate({ closedAt: undefined, closedWith: { Mai: 1 } }, [list('Mai', 2)])).toEqual([]);
    expect(listLate({ closedAt: 9, closedWith: {} }, [list('Mai', 2)])).toEqual([]);
  });
});
