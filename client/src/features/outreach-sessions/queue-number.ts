/** Queue numbers: a letter for the phone, then a running number. Two phones without signal never give the same one. */

const NUMBER = /^([A-Z]+)(\d+)$/;

/** The number after the highest one that this letter has given: A01, A02, … A100. */
export function findNextNumber(letter: string, given: readonly string[]): string {
  const used = given.map((number) => NUMBER.exec(number)).filter((parts) => parts?.[1] === letter);
  const highest = Math.max(0, ...used.map((parts) => Number(parts?.[2])));
  return `${letter}${String(highest + 1).padStart(2, '0')}`;
}

/** Phone by phone, each in its order: A02 before A10 before B01. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [NUMBER.exec(a), NUMBER.exec(b)];
  const byLetter = (left?.[1] ?? a).localeCompare(right?.[1] ?? b, 'en');
  return byLetter || Number(left?.[2] ?? 0) - Number(right?.[2] ?? 0);
}
