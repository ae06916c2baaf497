/** A clock that a test moves by hand. */
import type { Clock } from '../../src/platform/clock.ts';

export interface ManualClock extends Clock {
  /** Runs what falls due on the way, in order. */
  readonly advance: (milliseconds: number) => void;
  /** The device sleeps: timers and the monotonic clock stand still. */
  readonly sleep: (milliseconds: number) => void;
  /** Somebody, or the network, sets the wall clock: forward, or back by a negative number. */
  readonly setWallBy: (milliseconds: number) => void;
}

export function createManualClock(wallAtStart = 1_760_000_000_000): ManualClock {
  let now = 0;
  let wallAhead = wallAtStart;
  const setWallBy = (milliseconds: number): void => void (wallAhead += milliseconds);
  let timers: { at: number; run: () => void }[] = [];
  return {
    wall: () => wallAhead + now,
    monotonic: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
    // Seen from inside they are the same.
    sleep: setWallBy,
    setWallBy,
  };
}
