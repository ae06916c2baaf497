/** Queue numbers: a letter for the phone, then a running number. Two phones without signal never give the same one. */
import { readQueueNumber, writeQueueNumber } from '#shared/model/attendance';

/** The number after the highest one that this letter has given: A01, A02, … A100. */
export function findNextNumber(letter: string, given: readonly string[]): string {
  const used = given.map(readQueueNumber).filter((one) => one?.letter === letter);
  return writeQueueNumber(letter, Math.max(0, ...used.map((one) => one?.place ?? 0)) + 1);
}

/** Phone by phone, each in its order: A02 before A10 before B01. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [readQueueNumber(a), readQueueNumber(b)];
  const byLetter = (left?.letter ?? a).localeCompare(right?.letter ?? b, 'en');
  return byLetter || (left?.place ?? 0) - (right?.place ?? 0);
}
