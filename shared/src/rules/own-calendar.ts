/** What is wrong with a commune's own days and hours, and what they change. Has no clock. */
import type { OwnCalendar } from './lay-over.ts';
import type { HolidayCalendar } from './office-days.ts';
import { addWorkingDays, findHoliday, getWeekday, isWorkingDay } from './office-days.ts';
import { isFullDate } from './partial-date.ts';

export type CalendarFault =
  | {
      readonly field: 'days';
      readonly date: string;
      readonly type: 'noDate' | 'twice' | 'swapOnWeekday' | 'noBasis';
    }
  | { readonly field: 'hours'; readonly type: 'closesFirst' | 'saturdayFirst' };

/** The first thing that cannot be meant; undefined when all can. */
export function findCalendarFault({ days, hours }: OwnCalendar): CalendarFault | undefined {
  const dates = days.map(({ date }) => date);
  for (const [at, { date, kind, status, legalBasis }] of days.entries()) {
    const field = 'days';
    if (!isFullDate(date)) return { field, date, type: 'noDate' };
    if (dates.indexOf(date) !== at) return { field, date, type: 'twice' };
    const isWeekend = [0, 6].includes(getWeekday(date));
    if (kind === 'workingSwap' && status !== 'refused' && !isWeekend)
      return { field, date, type: 'swapOnWeekday' };
    if (legalBasis.trim() === '') return { field, date, type: 'noBasis' };
  }
  if (hours === null) return undefined;
  if (hours.opens >= hours.closes) return { field: 'hours', type: 'closesFirst' };
  const { saturdayCloses } = hours;
  if (saturdayCloses !== null && saturdayCloses <= hours.opens)
    return { field: 'hours', type: 'saturdayFirst' };
  return undefined;
}

/** `doubtful`: may be a holiday, call first. */
export type DayState = 'working' | 'off' | 'doubtful';

export function getDayState(calendar: HolidayCalendar, day: string): DayState {
  if (isWorkingDay(calendar, day)) return 'working';
  return findHoliday(calendar, day)?.status === 'proposed' ? 'doubtful' : 'off';
}

export interface DayChange {
  readonly date: string;
  readonly from: DayState;
  readonly to: DayState;
}

/** The days on which offices will do otherwise, in order. */
export function listDayChanges(before: HolidayCalendar, after: HolidayCalendar): DayChange[] {
  const dates = [...new Set([...before.days, ...after.days].map(({ date }) => date))].sort();
  return dates
    .map((date) => ({ date, from: getDayState(before, date), to: getDayState(after, date) }))
    .filter(({ from, to }) => from !== to);
}

export interface TermChange {
  /** Working days. */
  readonly term: number;
  readonly from: string;
  readonly to: string;
}

const TERMS = [1, 3, 5, 10, 15, 20, 30];

/** What is received on that day: the terms that end on another day than before, each with both days. */
export function listTermChanges(before: HolidayCalendar, after: HolidayCalendar, day: string): TermChange[] {
  return TERMS.map((term) => ({
    term,
    from: addWorkingDays(before, day, term),
    to: addWorkingDays(after, day, term),
  })).filter(({ from, to }) => from !== to);
}
