/** Time as this device has it. Its wall clock is shown and sent along, never compared; durations use the monotonic one. */

export interface Clock {
  /** Milliseconds since 1970, right or wrong. */
  readonly wall: () => number;
  /** Milliseconds that never run backwards while the page lives; across pages about as right as the wall clock. */
  readonly monotonic: () => number;
  /** Answers how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
