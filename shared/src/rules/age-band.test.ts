import { expect, it } from 'vitest';
import { ageBandTexts } from '../../data/audience.ts';
import { ageBands } from '../model/attendance.ts';
import { findAgeBand, getAgeBand } from './age-band.ts';

it('puts each age into one band, with the edges where the report has them', () => {
  expect([0, 17, 18, 35, 36, 59, 60, 110].map(getAgeBand)).toEqual(
    ['under18', 'under18', 'to35', 'to35', 'to59', 'to59', 'from60', 'from60'], // prettier-ignore
  );
  expect(Object.keys(ageBandTexts)).toEqual([...ageBands]);
});

it('takes a birth year alone where both ages are in one band, and says nothing where they are not', () => {
  expect(findAgeBand('1947', '2026-11-22')).toBe('from60');
  expect(findAgeBand('1966', '2026-11-22')).toBeUndefined();
  expect(findAgeBand('1966-11-22', '2026-11-22')).toBe('from60');
  expect(findAgeBand('1966-11-23', '2026-11-22')).toBe('to59');
  expect(findAgeBand('2027', '2026-11-22')).toBeUndefined();
});

it('is left open by a clock that cannot be right: nothing false is counted', () => {
  expect(findAgeBand('1947', '1970-01-05')).toBeUndefined();
  expect(findAgeBand('1947', '2099-11-22')).toBeUndefined();
});
