import { expect, it } from 'vitest';
import { findDueFault } from './check-due.ts';

const find = (due: string, lodgedOn = '') => findDueFault({ due, lodgedOn, today: '2026-11-22' });

it('takes no due date that lies before today, nor half of one', () => {
  expect(find('1900-01-01')).toBe('past');
  expect(find('2026-11-21')).toBe('past');
  expect(find('04/12')).toBe('invalid');
});

it('takes today, a day to come, and none', () => {
  expect(find('2026-11-22')).toBeUndefined();
  expect(find('2026-12-04')).toBeUndefined();
  expect(find('')).toBeUndefined();
});

it('takes one that has passed since, of a dossier that was lodged before it', () => {
  expect(find('2026-11-20', '2026-11-02')).toBeUndefined();
  expect(find('2026-11-01', '2026-11-02')).toBe('past');
});
