import { expect, it } from 'vitest';
import { judgeDay } from './judge-day.ts';

const judge = (day: string, years = 1) => judgeDay(day, '2026-11-22', years);

it('doubts a day that has passed', () => {
  expect(judge('2026-11-21')).toBe('past');
  expect(judge('1970-01-05')).toBe('past');
  expect(judge('2026-11-22')).toBeUndefined();
});

it('doubts a day that is further ahead than things are agreed for', () => {
  expect(judge('2027-11-22')).toBeUndefined();
  expect(judge('2027-11-23')).toBe('far');
  expect(judge('2999-12-31')).toBe('far');
  expect(judge('2028-11-22', 2)).toBeUndefined();
  expect(judge('2028-11-23', 2)).toBe('far');
});

it('says nothing of what is still being typed', () => {
  expect(judge('31/12')).toBeUndefined();
  expect(judge('')).toBeUndefined();
});
