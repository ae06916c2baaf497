import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, computeShare, hideSmallCells, scoreShare, subtractPercent } from './indicators.ts';

describe('a share', () => {
  it('of nothing is not 0', () => {
    expect(computeShare(0, 0)).toEqual({ part: 0, whole: 0, percent: null });
    expect(scoreShare(computeShare(0, 0), { maximum: 12, fullFrom: 50 })).toBeNull();
  });

  it('rounds halves up, from the counts', () => {
    expect(computeShare(1, 8, 1).percent).toBe(12.5);
    expect(computeShare(1, 800).percent).toBe(0.13);
    expect(computeShare(201, 20_000).percent).toBe(1.01);
    expect(computeShare(33_887, 33_973, 1).percent).toBe(99.7);
  });

  it('lies between 0 and 100, and grows with its part', () => {
    const counts = fc.record({
      part: fc.nat({ max: 1_000_000 }),
      more: fc.nat({ max: 1_000_000 }),
      rest: fc.nat({ max: 1_000_000 }),
    });
    fc.assert(
      fc.property(counts, ({ part, more, rest }) => {
        const whole = part + more + rest + 1;
        const { percent } = computeShare(part, whole);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(computeShare(part + more, whole).percent).toBeGreaterThanOrEqual(percent ?? NaN);
      }),
    );
  });

  it('gets all points from the threshold on and its proportion below', () => {
    const online = { maximum: 6, fullFrom: 50 };
    expect(scoreShare(computeShare(1, 2), online)).toBe(6);
    expect(scoreShare(computeShare(9, 10), online)).toBe(6);
    expect(scoreShare(computeShare(1, 4), online)).toBe(3);
  });
});

describe('a sum', () => {
  it('with a count that nobody reported is not known', () => {
    expect(addCounts([4, null, 3])).toBeNull();
    expect(addCounts([4, 0, 3])).toBe(7);
  });
});

it('takes one percentage from another as exactly as they are printed', () => {
  expect(subtractPercent(97.26, 50)).toBe(47.26);
  expect(subtractPercent(4.1, 50)).toBe(-45.9);
});

describe('cells that are shared', () => {
  const rows = fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 });

  it('show nothing under five, nought included', () => {
    expect(hideSmallCells([0, 4, 5, 12], false)).toEqual([null, null, 5, 12]);
  });

  it('hide one more where the total would give a single one away', () => {
    expect(hideSmallCells([3, 9, 20], true)).toEqual([null, null, 20]);
    expect(hideSmallCells([9, 20], true)).toEqual([9, 20]);
    expect(hideSmallCells([1, 2, 9, 20], true)).toEqual([null, null, null, 20]);
  });

  it('change no number, and leave at least two values for each hidden one beside a total', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, hasTotal) => {
        const shared = hideSmallCells(cells, hasTotal);
        shared.forEach((count, at) => {
          if (count !== null) expect(count).toBe(cells[at]);
          if (count !== null) expect(count).toBeGreaterThanOrEqual(5);
        });
        const hidden = cells.filter((_, at) => shared[at] === null);
        const people = hidden.reduce((sum, count) => sum + count, 0);
        const isRich = cells.reduce((sum, count) => sum + count, 0) >= 5;
        if (!hasTotal || hidden.length === 0 || !isRich) return;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(people).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
