import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../data/holidays.ts';
import { getOfficeHours } from '../../data/office-hours.ts';
import {
  addWorkingDays,
  countDaysBetween,
  countWorkingDays,
  findClosing,
  findHoliday,
  getVietnamInstant,
  isWorkingDay,
  listNextDays,
  shiftDay,
  shiftMonths,
} from './office-days.ts';
import { isFullDate } from './partial-date.ts';
import { getVietnamDay } from './vietnam-day.ts';

const days = fc.integer({ min: 0, max: 760 }).map((count) => shiftDay(holidayCalendar.from, count));

/** Lengths of the runs of days off that hold a confirmed holiday, weekends around them included. */
function listRuns(): number[] {
  const runs: number[] = [];
  let [length, isFeast] = [0, false];
  for (let day = '2026-01-01'; day <= '2027-01-01'; day = shiftDay(day, 1)) {
    const isOff = !isWorkingDay(holidayCalendar, day) && day < '2026-11-01';
    if (isOff) {
      length += 1;
      isFeast ||= findHoliday(holidayCalendar, day)?.status === 'confirmed';
    } else {
      if (isFeast) runs.push(length);
      [length, isFeast] = [0, false];
    }
  }
  return runs;
}

describe('the holiday calendar', () => {
  it('gives the officials of 2026 the 25 days in five runs that were announced', () => {
    const sure = holidayCalendar.days.filter((day) => day.kind === 'holiday' && day.status === 'confirmed');
    expect(sure).toHaveLength(25);
    expect(listRuns()).toEqual([4, 9, 3, 4, 5]);
  });

  it('has each day once, a real one, within its bounds and with its basis', () => {
    const dates = holidayCalendar.days.map((day) => day.date);
    expect(new Set(dates).size).toBe(dates.length);
    for (const { date, legalBasis } of holidayCalendar.days) {
      expect(isFullDate(date)).toBe(true);
      expect(date >= holidayCalendar.from && date <= holidayCalendar.to).toBe(true);
      expect(legalBasis).not.toBe('');
    }
  });

  it('swaps only days of the weekend into working days', () => {
    const swaps = holidayCalendar.days.filter((day) => day.kind === 'workingSwap');
    expect(swaps.map((day) => day.date)).toEqual(['2026-01-10', '2026-08-22']);
    for (const { date } of swaps) expect(isWorkingDay({ ...holidayCalendar, days: [] }, date)).toBe(false);
    for (const { date } of swaps) expect(isWorkingDay(holidayCalendar, date)).toBe(true);
  });

  it('leaves 24/11/2026 and all of 2027 open until somebody announces it', () => {
    expect(findHoliday(holidayCalendar, '2026-11-24')?.status).toBe('proposed');
    const next = holidayCalendar.days.filter((day) => day.date.startsWith('2027'));
    expect(next.every((day) => day.status === 'proposed')).toBe(true);
    for (const day of ['2027-01-01', '2027-02-06', '2027-04-16', '2027-05-03', '2027-09-02'])
      expect(findHoliday(holidayCalendar, day)).toBeDefined();
  });
});

describe('an office', () => {
  it('of the residence police takes dossiers on Saturday morning, that of identification does not', () => {
    expect(findClosing(holidayCalendar, getOfficeHours('cuTru'), '2026-11-28')).toBe('11:30');
    expect(findClosing(holidayCalendar, getOfficeHours('dinhDanh'), '2026-11-28')).toBeUndefined();
    expect(findClosing(holidayCalendar, getOfficeHours('cuTru'), '2026-11-29')).toBeUndefined();
  });

  it('takes none on the Saturday of Tết, and works all of a swapped Saturday', () => {
    expect(findClosing(holidayCalendar, getOfficeHours('cuTru'), '2026-02-14')).toBeUndefined();
    expect(findClosing(holidayCalendar, getOfficeHours('cuTru'), '2026-08-22')).toBe('17:00');
  });
});

describe('days of the calendar', () => {
  it('go on over the end of a month and of a year', () => {
    expect(listNextDays('2026-12-30', 3)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
    expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('have no 31st in the next month where it has none', () => {
    expect(shiftMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(shiftMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(shiftMonths('2026-11-15', 2)).toBe('2027-01-15');
  });

  it('are found again from their instants, also at the last minute', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(getVietnamDay(getVietnamInstant(day, '00:00'))).toBe(day);
        expect(getVietnamDay(getVietnamInstant(day, '23:59'))).toBe(day);
      }),
    );
  });

  it('are counted as they are added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(holidayCalendar, day, count);
        expect(isWorkingDay(holidayCalendar, end)).toBe(true);
        expect(countWorkingDays(holidayCalendar, day, end)).toBe(count);
        expect(countDaysBetween(day, end)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
