import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { areListsFresh, listMachines } from './list-machines.ts';
import type { AttendanceList } from './read-attendance.ts';

const list = (device: string, letter: string, more: Partial<AttendanceList> = {}): AttendanceList => ({
  ...{ record: `list ${device}` as RecordId, session: 's', device, owner: `Người ${device}`, letter },
  ...{
    lettersGiven: 0,
    lettersUnused: [],
    codesShown: 0,
    table: undefined,
    heads: [],
    visitors: [],
    doubles: {},
  },
  ...more,
});

describe('the phones of a session', () => {
  it('are this one first, then by letter, each with the time of its last entry', () => {
    const lists = [
      list('c', 'C', {
        heads: [['1', { at: 9 }]],
        visitors: [['C01', { citizen: 'x', at: 12, state: 'done' }]],
      }),
      list('b', 'B'),
      list('a', 'A', { heads: [['1', { at: 5 }]] }),
    ];
    const { here, silent } = listMachines(lists, 'b');
    expect(here.map(({ letter, until, people, isOwn }) => [letter, until, people, isOwn])).toEqual([
      ['B', undefined, 0, true],
      ['A', 5, 1, false],
      ['C', 12, 2, false],
    ]);
    expect(silent).toEqual([]);
  });

  it('are silent while a letter was handed out and no list with it is here', () => {
    const lists = [list('a', 'A', { lettersGiven: 3 }), list('c', 'C')];
    expect(listMachines(lists, 'a').silent).toEqual(['B', 'D']);
  });

  it('are not awaited any more once their letter was taken back, and count all the same when they come', () => {
    const opener = list('a', 'A', { lettersGiven: 3, lettersUnused: ['B', 'C'] });
    expect(listMachines([opener], 'a').silent).toEqual(['D']);
    const { here, silent } = listMachines([opener, list('b', 'B')], 'a');
    expect([here.map(({ letter }) => letter), silent]).toEqual([['A', 'B'], ['D']]);
  });

  it('are here only as far as this phone has heard the commune of late', () => {
    const now = 100 * 60_000;
    expect(areListsFresh(undefined, now)).toBe(false);
    expect(areListsFresh(now - 9 * 60_000, now)).toBe(true);
    expect(areListsFresh(now - 11 * 60_000, now)).toBe(false);
  });

  it('know of the opener, by whose code this one joined, before its list is here', () => {
    expect(listMachines([list('b', 'B')], 'b').silent).toEqual(['A']);
    expect(listMachines([list('n', 'N')], 'n').silent).toEqual([]);
  });

  it('say when this phone shares its letter', () => {
    expect(listMachines([list('x', 'B'), list('y', 'B')], 'x').isLetterShared).toBe(true);
    expect(listMachines([list('x', 'B'), list('y', 'B'), list('a', 'A')], 'a').isLetterShared).toBe(false);
  });
});
