import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPrintedDate,
  getAgeRange,
  getDayRange,
  isAfterDay,
  isFullDate,
  isPartialDate,
} from './partial-date.ts';

describe('a date as a card prints it', () => {
  it('is read from eight digits and from dd/MM/yyyy alike', () => {
    expect(findPrintedDate('15081990')).toBe('1990-08-15');
    expect(findPrintedDate('15/08/1990')).toBe('1990-08-15');
    expect(findPrintedDate(' 5-8-1990 ')).toBe('1990-08-05');
  });

  it('keeps only the year, or the month and year, when the other parts are 00', () => {
    expect(findPrintedDate('00001947')).toBe('1947');
    expect(findPrintedDate('00/03/1947')).toBe('1947-03');
    expect(findPrintedDate('1947')).toBe('1947');
    expect(findPrintedDate('03/1947')).toBe('1947-03');
  });

  it('is refused when the calendar has no such day', () => {
    for (const text of [
      '31021990',
      '29/02/1900',
      '15131990',
      '15001990',
      '00000000',
      '1508199',
      'hôm nay',
      '',
    ])
      expect(findPrintedDate(text)).toBeUndefined();
  });

  it('accepts 29 February in leap years only', () => {
    expect(isFullDate('2024-02-29')).toBe(true);
    expect(isFullDate('2000-02-29')).toBe(true);
    expect(isFullDate('2023-02-29')).toBe(false);
  });

  it('never accepts rubbish as a date', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isPartialDate(value) === 'boolean'));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = findPrintedDate(text);
        return date === undefined || isPartialDate(date);
      }),
    );
  });
});

describe('the age of a person', () => {
  it('turns over on the birthday itself', () => {
    expect(getAgeRange('1990-11-22', '2026-11-22')).toEqual({ youngest: 36, oldest: 36 });
    expect(getAgeRange('1990-11-23', '2026-11-22')).toEqual({ youngest: 35, oldest: 35 });
  });

  it('is one of two years when only the birth year is known', () => {
    expect(getAgeRange('1947', '2026-11-22')).toEqual({ youngest: 78, oldest: 79 });
  });

  it('counts a month without a day from its first to its last day', () => {
    expect(getDayRange('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  });

  it('calls a date future only when no reading of it is past', () => {
    expect(isAfterDay('2026', '2026-11-22')).toBe(false);
    expect(isAfterDay('2026-11-23', '2026-11-22')).toBe(true);
    expect(isAfterDay('2027', '2026-11-22')).toBe(true);
  });
});
