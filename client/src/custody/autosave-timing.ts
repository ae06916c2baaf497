/** When what is typed is saved by itself, and when a saved slot takes its place in the queue. Knows no record. */

/** After the last key. */
const SAVE_AFTER_MS = 800;
/** At latest, after the first key that is not saved. */
const SAVE_WITHIN_MS = 3_000;
/** A slot waits this long for more of the same before it is queued. */
export const QUEUE_AFTER_MS = 60_000;
/** A read-back from storage on the first save after opening, after any fault and on every so-manieth save. */
export const READ_BACK_EVERY = 20;

/** Monotonic milliseconds until the next save, given when the first and the last unsaved key fell. */
export function getSaveDelay(times: {
  readonly firstKey: number;
  readonly lastKey: number;
  readonly now: number;
}): number {
  const due = Math.min(times.lastKey + SAVE_AFTER_MS, times.firstKey + SAVE_WITHIN_MS);
  return Math.max(0, due - times.now);
}

const RETRIES_MS = [3_000, 10_000, 30_000, 60_000];

/** After a save that failed. */
export function getRetryDelay(failures: number): number {
  return RETRIES_MS[Math.min(failures, RETRIES_MS.length) - 1] ?? RETRIES_MS[0] ?? 0;
}
