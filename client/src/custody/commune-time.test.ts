import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../e2e/rig/manual-clock.ts';
import { markMoment } from '../platform/clock.ts';
import { findClockError, noteCommuneTime } from './commune-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const COMMUNE = 1_795_312_000_000;

/** A phone that is so far ahead when the commune answers it. */
function hear(ahead: number) {
  const clock = createManualClock(COMMUNE + ahead);
  return { clock, known: noteCommuneTime(COMMUNE, clock.wall(), markMoment(clock)) };
}

describe('a clock', () => {
  it('is called wrong when it is minutes away from the commune’s, and by how much', () => {
    const behind = hear(-COMMUNE);
    expect(findClockError(behind.known, behind.clock)).toBe(-COMMUNE);
    const ahead = hear(11 * MINUTE);
    expect(findClockError(ahead.known, ahead.clock)).toBe(11 * MINUTE);
  });

  it('is not for a few minutes, nor before the commune has answered', () => {
    const { clock, known } = hear(9 * MINUTE);
    expect(findClockError(known, clock)).toBe(0);
    expect(findClockError(undefined, clock)).toBe(0);
  });

  it('is not for a line on which the answer was long under way', () => {
    const clock = createManualClock(COMMUNE - 15 * MINUTE);
    const askedAt = clock.wall();
    clock.advance(30 * MINUTE);
    expect(findClockError(noteCommuneTime(COMMUNE, askedAt, markMoment(clock)), clock)).toBe(0);
  });

  it('is not for a sleep of the device', () => {
    const { clock, known } = hear(0);
    clock.sleep(5 * HOUR);
    expect(findClockError(known, clock)).toBe(0);
  });

  it('stays wrong through a sleep of the device', () => {
    const { clock, known } = hear(-3 * HOUR);
    clock.sleep(HOUR);
    expect(findClockError(known, clock)).toBe(-3 * HOUR);
  });

  it('is right again once somebody has set it, before the commune answers anew', () => {
    const { clock, known } = hear(-3 * HOUR);
    clock.setWallBy(3 * HOUR);
    expect(findClockError(known, clock)).toBe(0);
  });
});
