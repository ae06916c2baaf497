/**
 * How far this device's wall clock is from the commune's, as its last signed answer told. Lives in memory, and is for what is
 * shown and counted: nothing about where work is safe hangs on a clock.
 */
import { type Clock, markMoment, type Moment } from '../platform/clock.ts';

export interface CommuneTime {
  /** Milliseconds by which this device was ahead; negative where it was behind. */
  readonly ahead: number;
  readonly heard: Moment;
}

/** What a watch may be off without anybody minding. */
const LIMIT_MS = 10 * 60_000;

/** `time` was signed somewhere between asking and hearing, so that a slow line makes no clock wrong. */
export function noteCommuneTime(time: number, askedAt: number, heard: Moment): CommuneTime {
  const late = Math.max(0, askedAt - time);
  const early = Math.max(0, time - heard.wall);
  return { ahead: late - early, heard };
}

/**
 * Milliseconds by which this device is ahead of the commune; 0 while it is right, or nobody has said that it is wrong. Where
 * both clocks ran apart since, the device slept or its clock was set: it is called wrong only if it is so either way.
 */
export function findClockError(known: CommuneTime | undefined, clock: Clock): number {
  if (!known) return 0;
  const { ahead, heard } = known;
  const now = markMoment(clock);
  const ifSet = ahead + (now.wall - heard.wall) - (now.monotonic - heard.monotonic);
  return Math.abs(ahead) > LIMIT_MS && Math.abs(ifSet) > LIMIT_MS ? ahead : 0;
}
