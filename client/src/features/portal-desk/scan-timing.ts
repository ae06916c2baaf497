/** Tells a scanner that types from a person who does: by the pace of the keys alone. */

/** Scanners type a letter every 1-30 ms; the fastest typists need more than twice that. */
const LONGEST_MEAN_GAP_MS = 40;
const SHORTEST_SCAN = 6;

/**
 * `times`: milliseconds of each letter's key since the field was last empty, in order. True only when all that stands
 * in the field (`length` letters) came in one burst (the mean counts: a busy machine delays a letter), so a pasted or corrected text is never taken for a scan.
 */
export function isScan(times: readonly number[], length: number): boolean {
  if (length < SHORTEST_SCAN || times.length !== length) return false;
  const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return lasted <= LONGEST_MEAN_GAP_MS * (length - 1);
}
