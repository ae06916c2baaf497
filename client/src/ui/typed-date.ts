/** Reads a date as a person types it, day first; knows no clock: what "now" is comes in. */

const SEPARATORS = /[\s/.\-–]+/;

function isDayOfMonth(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function splitTypedDate(text: string): readonly string[] | undefined {
  const digits = text.trim();
  if (/^\d{8}$/.test(digits)) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  if (/^\d{6}$/.test(digits)) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  const parts = digits.split(SEPARATORS).filter(Boolean);
  return parts.length === 3 && parts.every((part) => /^\d{1,4}$/.test(part)) ? parts : undefined;
}

/**
 * "2/3/1947", "02.03.1947", "02031947", "2 3 47" → "1947-03-02"; undefined while it is not a day of the calendar.
 * A year of two digits means the last such year that is not after `latestYear`.
 */
export function findTypedDate(text: string, latestYear: number): string | undefined {
  const [dayText = '', monthText = '', yearText = ''] = splitTypedDate(text) ?? [];
  if (dayText.length > 2 || monthText.length > 2 || (yearText.length !== 4 && yearText.length !== 2))
    return undefined;
  let year = Number(yearText);
  if (yearText.length === 2) {
    year += Math.floor(latestYear / 100) * 100;
    if (year > latestYear) year -= 100;
  }
  const [day, month] = [Number(dayText), Number(monthText)];
  if (year < 1850 || !isDayOfMonth(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "1947-03-02" → "02/03/1947"; anything else comes back as it is. */
export function showTypedDate(isoDay: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay) ?? [];
  return year === undefined ? isoDay : `${day}/${month}/${year}`;
}

/** The keypad of a phone has no slash: it comes by itself while digits are added, never while they are taken away. */
export function addSlashes(before: string, typed: string): string {
  if (typed.length <= before.length) return typed;
  if (typed.endsWith('//')) return typed.slice(0, -1);
  if (/^\d{8}$/.test(typed)) return `${typed.slice(0, 2)}/${typed.slice(2, 4)}/${typed.slice(4)}`;
  if (/^([4-9]|\d\d)$/.test(typed)) return `${typed.padStart(2, '0')}/`;
  const month = /^(\d{1,2}\/)([2-9]|\d\d)$/.exec(typed);
  return month ? `${month[1]}${(month[2] ?? '').padStart(2, '0')}/` : typed;
}
