/** The calendar day in Vietnam of an instant. Vietnam has been at UTC+7 without summer time since 1975; has no clock. */

const HOURS_AHEAD = 7;
const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Days from 1 March of the year 0 to a `yyyy-mm-dd` of the same calendar. */
function countDays(day: string): number {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const leapDays =
    Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return yearFromMarch * 365 + leapDays + dayOfYear;
}

/** How many days after `from` the day `to` is; both `yyyy-mm-dd`. */
export function countDaysBetween(from: string, to: string): number {
  return countDays(to) - countDays(from);
}

/**
 * `yyyy-mm-dd` of milliseconds since 1970, in the proleptic Gregorian calendar, years 1-9999.
 * Counted in eras of 400 years that begin on 1 March, so that a leap day ends its year (Howard Hinnant, chrono dates).
 */
export function getVietnamDay(instant: number): string {
  const days = Math.floor((instant + HOURS_AHEAD * MILLISECONDS_PER_HOUR) / MILLISECONDS_PER_DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
