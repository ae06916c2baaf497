/** Days as papers state them: `1947`, `1947-03` or `1947-03-02`. Has no clock and fills in nothing that is not printed. */

/** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; what an old person's paper says. */
export type PartialDate = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function getMonthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** True for a year 1000-9999, a month of it or a day of it that exists in the calendar. */
export function isPartialDate(text: unknown): text is PartialDate {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), parts[2], parts[3]];
  if (year < 1000) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= getMonthLength(year, Number(month)));
}

export function isFullDate(text: unknown): text is PartialDate {
  return typeof text === 'string' && text.length === 10 && isPartialDate(text);
}

/** Year of a date for which `isPartialDate` holds. */
export function getYear(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/**
 * Reads `ddMMyyyy`, `dd/MM/yyyy` (also with `-`, `.` or spaces, one-digit parts), `MM/yyyy` and `yyyy`.
 * A `00` part is a part that nobody knows: `00/03/1947` is `1947-03`, `00001947` is `1947`. Undefined for anything else.
 */
export function findPrintedDate(text: string): PartialDate | undefined {
  const trimmed = text.trim();
  const parts =
    /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed) ??
    /^(?:(?:(\d{1,2})\s*[/.\- ]\s*)?(\d{1,2})\s*[/.\- ]\s*)?(\d{4})$/.exec(trimmed);
  if (!parts) return undefined;
  const day = (parts[1] ?? '00').padStart(2, '0');
  const month = (parts[2] ?? '00').padStart(2, '0');
  const year = parts[3] ?? '';
  if (month === '00' && day !== '00') return undefined;
  const date = month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
  return isPartialDate(date) ? date : undefined;
}

/** The first and the last day that a partial date may stand for, as `yyyy-mm-dd`. */
export function getDayRange(date: PartialDate): { readonly first: string; readonly last: string } {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return { first: date, last: date };
  const length = getMonthLength(Number(year), Number(month));
  return { first: `${date}-01`, last: `${date}-${String(length).padStart(2, '0')}` };
}

function countYears(from: string, to: string): number {
  const whole = getYear(to) - getYear(from);
  return to.slice(5) < from.slice(5) ? whole - 1 : whole;
}

/** Age in whole years on `today` (`yyyy-mm-dd`): a range, since a birth year alone leaves two. Negative before birth. */
export function getAgeRange(
  dateOfBirth: PartialDate,
  today: string,
): { readonly youngest: number; readonly oldest: number } {
  const { first, last } = getDayRange(dateOfBirth);
  return { youngest: countYears(last, today), oldest: countYears(first, today) };
}

/** True only when every day that the date may stand for lies after `day` (`yyyy-mm-dd`). */
export function isAfterDay(date: PartialDate, day: string): boolean {
  return getDayRange(date).first > day;
}
