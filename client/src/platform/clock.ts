/** Time as this device has it. Its wall clock is shown and sent along; durations use the monotonic one, which in many browsers stands still while the device sleeps. */

export interface Clock {
  /** Milliseconds since 1970, right or wrong. */
  readonly wall: () => number;
  /** Milliseconds that never run backwards while the page lives; across pages about as right as the wall clock. */
  readonly monotonic: () => number;
  /** Answers how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** An instant on both clocks, for a duration that must count sleep. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

export function markMoment(clock: Clock): Moment {
  return { monotonic: clock.monotonic(), wall: clock.wall() };
}

/**
 * Milliseconds since, asleep or awake: the longer of what both clocks say. A wall clock that was put forward makes it
 * too long, one that was put back changes nothing.
 */
export function getElapsed(clock: Clock, since: Moment): number {
  return Math.max(clock.monotonic() - since.monotonic, clock.wall() - since.wall);
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
