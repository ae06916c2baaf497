import { beforeEach, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../e2e/rig/manual-clock.ts';
import { AutoLock, LOCK_TIMES } from './auto-lock.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
let clock: ManualClock;
let said: string[];
let lock: AutoLock;

beforeEach(() => {
  clock = createManualClock();
  said = [];
  lock = new AutoLock({
    clock,
    times: LOCK_TIMES,
    cover: (isCovered) => said.push(isCovered ? 'covered' : 'uncovered'),
    lock: () => said.push('locked'),
  });
});

it('locks after three minutes without a touch, and not while somebody works', () => {
  clock.advance(2 * MINUTE);
  lock.touch();
  clock.advance(3 * MINUTE - 1);
  expect(said).toEqual([]);
  clock.advance(1);
  expect(said).toEqual(['locked']);
});

it('locks two minutes after it was put into the pocket', () => {
  clock.advance(SECOND);
  lock.setHidden(true);
  clock.advance(2 * MINUTE);
  lock.setHidden(false);
  expect(said).toContain('locked');
});

it('waits for somebody who is at the camera', () => {
  clock.advance(2 * MINUTE + 50 * SECOND);
  lock.takeTicket();
  lock.setHidden(true);
  clock.advance(80 * SECOND);
  lock.setHidden(false);
  lock.touch();
  expect(said).toEqual([]);
});

it('covers the names after a minute while a session is open, shows them at a touch, and locks after fifteen', () => {
  lock.setInRound(true);
  clock.advance(MINUTE);
  expect(said).toEqual(['covered']);
  lock.touch();
  expect(said).toEqual(['covered', 'uncovered']);
  clock.advance(15 * MINUTE);
  expect(said).toEqual(['covered', 'uncovered', 'covered', 'locked']);
});
