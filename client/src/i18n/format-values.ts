/** Days, hours, sums and sizes as they are written in Vietnam, in either language. Knows no clock: "today" comes in. */
import type { Translator } from './translate.ts';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;
/** A photograph as Zalo sends it, about 200 KB. */
const ZALO_PHOTO_BYTES = 200_000;
const NO_BREAK_SPACE = '\u00a0';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

function getLocale({ language }: Translator): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}

function toUtc(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`);
}

/** The day in Vietnam at an instant (ms since 1970): "2026-11-22". */
export function dayOfInstant(instant: number): string {
  return calendar.format(instant);
}

/** "2026-11-22" → "22/11/2026". */
export function formatDay(isoDay: string): string {
  const [year, month, day] = isoDay.split('-');
  return `${day}/${month}/${year}`;
}

/** "2026-11-22" → "22/11" in the year of `today`; in every other, and where nobody knows today, the whole day: "22/11/2099". */
export function formatShortDay(isoDay: string, today: string | undefined): string {
  const day = formatDay(isoDay);
  return isoDay.slice(0, 4) === today?.slice(0, 4) ? day.slice(0, 5) : day;
}

/** "2026-11-22" → "Chủ nhật". */
function formatWeekday(isoDay: string, { t }: Translator): string {
  const weekday = new Date(toUtc(isoDay)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return t(`format.weekday.${weekday}`);
}

/** "2026-11-22" → "Chủ nhật, 22/11/2026"; with `today` the year is left out where it is the same: "Chủ nhật, 22/11". */
export function formatWeekdayAndDay(isoDay: string, translator: Translator, today?: string): string {
  const day = formatShortDay(isoDay, today);
  return translator.t('format.weekdayAndDay', { weekday: formatWeekday(isoDay, translator), day });
}

/** An instant (ms since 1970) → "14:05". */
export function formatTime(instant: number): string {
  return clock.format(instant);
}

/** An instant (ms since 1970) → "14:05, 22/11/2026". */
export function formatDayAndTime(instant: number, { t }: Translator): string {
  return t('format.dayAndTime', { time: formatTime(instant), day: formatDay(dayOfInstant(instant)) });
}

/** Near days by their name ("Ngày mai", "Thứ Tư 25/11"), others by their date. Both days "yyyy-mm-dd". */
export function formatRelativeDay(isoDay: string, today: string, translator: Translator): string {
  const days = Math.round((toUtc(isoDay) - toUtc(today)) / DAY_MS);
  const named = {
    '-2': 'dayBeforeYesterday',
    '-1': 'yesterday',
    0: 'today',
    1: 'tomorrow',
    2: 'dayAfterTomorrow',
  } as const;
  if (days >= -2 && days <= 2) return translator.t(`format.${named[days as keyof typeof named]}`);
  if (days < -6 || days > 6) return formatDay(isoDay);
  const weekday = formatWeekday(isoDay, translator);
  return translator.t('format.nearDay', { weekday, day: formatShortDay(isoDay, today) });
}

/** 1234.5 → "1.234,5" in Vietnamese, "1,234.5" in English. */
export function formatNumber(value: number, translator: Translator, digits = 1): string {
  return new Intl.NumberFormat(getLocale(translator), { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 → "31,2 %". */
export function formatPercent(share: number, translator: Translator, digits = 1): string {
  return `${formatNumber(share * 100, translator, digits)}${NO_BREAK_SPACE}%`;
}

/** Whole đồng → "8.000 đồng". */
export function formatMoney(dong: number, translator: Translator): string {
  return translator.t('format.money', { amount: formatNumber(dong, translator, 0) });
}

/** "812 B", "84 KB", "1,2 MB", "5,3 GB"; 1 KB is 1,000 bytes. */
export function formatBytes(bytes: number, translator: Translator): string {
  const [size, unit, digits] =
    bytes < 1_000
      ? [bytes, 'B', 0]
      : bytes < 1_000_000
        ? [bytes / 1_000, 'KB', 0]
        : bytes < 1_000_000_000
          ? [bytes / 1_000_000, 'MB', 1]
          : [bytes / 1_000_000_000, 'GB', 1];
  return `${formatNumber(size, translator, digits)}${NO_BREAK_SPACE}${unit}`;
}

/** What the bytes mean to somebody who counts in Zalo photos. */
export function describeBytes(bytes: number, { t }: Translator): string {
  if (bytes < ZALO_PHOTO_BYTES) return t('format.size.underPhoto');
  return t('format.size.photos', { count: Math.round(bytes / ZALO_PHOTO_BYTES) });
}
