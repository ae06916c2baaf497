/** On which days an office works: the holiday calendar and the office's own week. Knows no holiday by name and has no clock. */
import { getVietnamDay } from './vietnam-day.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

export interface CalendarDay {
  /** `yyyy-mm-dd` in Vietnam. */
  readonly date: string;
  /** `workingSwap`: a day of the weekend that is worked in exchange for another. */
  readonly kind: 'holiday' | 'workingSwap';
  readonly legalBasis: string;
  /** `proposed`: not announced. Nobody is promised a result on that day, and whoever asks is told to call first. */
  readonly status: 'confirmed' | 'proposed';
}

export interface HolidayCalendar {
  /** First and last day about which it says anything, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly CalendarDay[];
}

/** Times are `hh:mm` in Vietnam. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
  /** Takes dossiers on Saturday morning until then; Saturday is still no working day of a term. */
  readonly saturdayCloses?: string;
  /** What comes in later counts as come in on the next working day. */
  readonly cutOff?: string;
}

/** The instant of `hh:mm` on that day in Vietnam, whatever the zone of the machine. */
export function getVietnamInstant(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+07:00`);
}

export function shiftDay(day: string, count: number): string {
  return getVietnamDay(getVietnamInstant(day, '12:00') + count * MILLISECONDS_PER_DAY);
}

/** Whole days from one `yyyy-mm-dd` to another, negative when the other is earlier. */
export function countDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** The same day some months later, or the last day of that month when it has no such day. */
export function shiftMonths(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0));
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(date, lastOfMonth.getUTCDate())).padStart(2, '0')}`;
}

/** The `count` days after `day`. */
export function listNextDays(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => shiftDay(day, at + 1));
}

/** 0: Sunday. */
export function getWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Confirmed or only proposed. */
export function findHoliday({ days }: HolidayCalendar, day: string): CalendarDay | undefined {
  return days.find((entry) => entry.date === day && entry.kind === 'holiday');
}

/** From Monday to Friday and on swapped weekend days, but on no holiday, be it only proposed. */
export function isWorkingDay(calendar: HolidayCalendar, day: string): boolean {
  if (findHoliday(calendar, day) !== undefined) return false;
  const isSwap = calendar.days.some((entry) => entry.date === day && entry.kind === 'workingSwap');
  return isSwap || ![0, 6].includes(getWeekday(day));
}

/** When the office stops taking dossiers on that day; undefined where it takes none at all. */
export function findClosing(calendar: HolidayCalendar, hours: OfficeHours, day: string): string | undefined {
  if (isWorkingDay(calendar, day)) return hours.closes;
  return getWeekday(day) === 6 && findHoliday(calendar, day) === undefined ? hours.saturdayCloses : undefined;
}

/** `day` itself when it is a working day, otherwise the next one. */
export function findWorkingDay(calendar: HolidayCalendar, day: string): string {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = shiftDay(found, 1);
  return found;
}

/** The `count`-th working day after `day`; with 0 as `findWorkingDay`. */
export function addWorkingDays(calendar: HolidayCalendar, day: string, count: number): string {
  if (count <= 0) return findWorkingDay(calendar, day);
  let found = day;
  for (let left = count; left > 0; left -= 1) found = findWorkingDay(calendar, shiftDay(found, 1));
  return found;
}

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function countWorkingDays(calendar: HolidayCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = shiftDay(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
