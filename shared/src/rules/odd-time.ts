/** Times that no right clock can have written. Says so only where there is no doubt; has no clock. */
import { getVietnamDay } from './vietnam-day.ts';

/** This program did not exist before. */
const FIRST_DAY = '2025-01-01';
const DAY_MS = 86_400_000;

/** `day`: yyyy-mm-dd. */
export function isBeforeProgram(day: string): boolean {
  return day < FIRST_DAY;
}

/** Of something that was written: later than `now` by more than clocks differ, or from before there was anything to write with. */
export function isOddInstant(at: number, now: number): boolean {
  return at > now + DAY_MS || isBeforeProgram(getVietnamDay(at));
}
