/** How long to rest between two looks at the camera, so that a weak phone stays quick and cool. */

const SHORTEST_MS = 120;
const LONGEST_MS = 1_000;

/** At least as long as the look took: at most half of the time is spent reading. */
export function restAfter(tookMs: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.round(tookMs)));
}
