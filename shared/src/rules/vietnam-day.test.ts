import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDaysBetween, getVietnamDay } from './vietnam-day.ts';

it('turns over at midnight in Vietnam, not in London', () => {
  expect(getVietnamDay(Date.parse('2025-12-31T16:59:59.999Z'))).toBe('2025-12-31');
  expect(getVietnamDay(Date.parse('2025-12-31T17:00:00.000Z'))).toBe('2026-01-01');
});

it('agrees with the calendar on every day, leap days and times before 1970 too', () => {
  const instant = fc.integer({
    min: Date.parse('1600-01-01T00:00:00Z'),
    max: Date.parse('2900-01-01T00:00:00Z'),
  });
  fc.assert(
    fc.property(instant, (at) => getVietnamDay(at) === new Date(at + 25_200_000).toISOString().slice(0, 10)),
  );
  expect(getVietnamDay(Date.parse('2024-02-29T05:00:00Z'))).toBe('2024-02-29');
  expect(getVietnamDay(Date.parse('1900-03-01T00:00:00Z'))).toBe('1900-03-01');
});

it('counts days across months, leap days and years, backwards too', () => {
  const dayNumber = fc.integer({ min: -100_000, max: 300_000 });
  const write = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(dayNumber, dayNumber, (from, to) => countDaysBetween(write(from), write(to)) === to - from),
  );
  expect(countDaysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(countDaysBetween('2026-01-01', '2025-12-31')).toBe(-1);
});
