/** Decides how long to wait after wrong PINs, and when the wrap is erased. Knows no PIN, no storage and no clock. */

export interface PinAttempts {
  /** Tries begun since the last right PIN. */
  readonly tries: number;
  /** Device wall clock of the last one, milliseconds. */
  readonly lastAt: number;
}

export const NO_ATTEMPTS: PinAttempts = { tries: 0, lastAt: 0 };

/** At this many wrong tries the wrap is erased. Nothing is lost: what was saved is sealed to the server. */
export const ERASE_AT = 10;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Wait after the first, second, … wrong try, milliseconds. */
const DELAYS = [0, 0, 0, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR] as const;

export type PinGate =
  /** Store `attempts` strictly before the PIN is tried, so that ending the app gives no free tries. */
  | { readonly type: 'try'; readonly attempts: PinAttempts; readonly triesLeft: number }
  | { readonly type: 'wait'; readonly milliseconds: number }
  | { readonly type: 'erase' };

/** What may happen now. A right PIN is followed by storing `NO_ATTEMPTS`, a wrong one by asking again. */
export function decidePinGate(attempts: PinAttempts, now: number): PinGate {
  if (attempts.tries >= ERASE_AT) return { type: 'erase' };
  const milliseconds = findWait(attempts, now);
  if (milliseconds > 0) return { type: 'wait', milliseconds };
  const tries = attempts.tries + 1;
  return { type: 'try', attempts: { tries, lastAt: now }, triesLeft: ERASE_AT - tries };
}

/** A clock that was set back costs the whole delay again, never more. */
function findWait({ tries, lastAt }: PinAttempts, now: number): number {
  const delay = DELAYS[tries - 1] ?? 0;
  const passed = now - lastAt;
  return passed < 0 ? delay : Math.max(0, delay - passed);
}
