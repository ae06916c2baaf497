/** A commune's own days above those of the country, what is wrong with them, and what they change. Has no clock. */
import type { CalendarDay, HolidayCalendar, OfficeHours } from './office-days.ts';
import { addWorkingDays, findHoliday, getWeekday, isWorkingDay } from './office-days.ts';
import { isFullDate } from './partial-date.ts';

export interface OwnCalendarDay extends Omit<CalendarDay, 'status'> {
  readonly status: CalendarDay['status'] | 'refused';
}

/** The commune's word takes the place of the country's for the same day. */
export function layOver(country: HolidayCalendar, own: readonly OwnCalendarDay[]): HolidayCalendar {
  const said = new Set(own.map(({ date }) => date));
  const days = [
    ...country.days.filter(({ date }) => !said.has(date)),
    ...own.flatMap(({ status, ...day }) => (status === 'refused' ? [] : [{ ...day, status }])),
  ];
  return { ...country, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

export type CalendarFault =
  | {
      readonly field: 'days';
      readonly date: string;
      readonly type: 'noDate' | 'twice' | 'swapOnWeekday' | 'noBasis';
    }
  | { readonly field: 'hours'; readonly type: 'closesFirst' | 'saturdayFirst' };

export interface OwnCalendar {
  readonly days: readonly OwnCalendarDay[];
  readonly hours: (Pick<OfficeHours, 'opens' | 'closes'> & { readonly saturdayCloses: string | null }) | null;
}

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
