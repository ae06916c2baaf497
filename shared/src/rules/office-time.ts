/** Hours that run through the night but stand still on days on which an office takes nothing. Has no clock. */
import type { HolidayCalendar, OfficeHours } from './office-days.ts';
import { findClosing, getVietnamInstant, shiftDay } from './office-days.ts';
import { getVietnamDay } from './vietnam-day.ts';

interface Place {
  readonly calendar: HolidayCalendar;
  readonly hours: OfficeHours;
}

function isCounted({ calendar, hours }: Place, day: string): boolean {
  return findClosing(calendar, hours, day) !== undefined;
}

/** Midnight at the end of the day of `instant`. */
function getDayEnd(instant: number): number {
  return getVietnamInstant(shiftDay(getVietnamDay(instant), 1), '00:00');
}

/** `milliseconds` of counted days after `instant`; never ends on a day that is not counted. */
export function addOfficeTime(place: Place, instant: number, milliseconds: number): number {
  let at = instant;
  let left = milliseconds;
  for (;;) {
    const end = getDayEnd(at);
    if (isCounted(place, getVietnamDay(at))) {
      if (left < end - at) return at + left;
      left -= end - at;
    }
    at = end;
  }
}

/** Milliseconds of counted days between two instants; 0 when `to` is not later. */
export function measureOfficeTime(place: Place, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to;) {
    const end = Math.min(getDayEnd(at), to);
    if (isCounted(place, getVietnamDay(at))) sum += end - at;
    at = end;
  }
  return sum;
}
