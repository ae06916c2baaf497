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
  expect(said).toEqual(['covered', 'locked']);
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

it('counts the time that the phone slept, and has decided when its page is shown again', () => {
  lock.setHidden(true);
  clock.sleep(2 * MINUTE);
  lock.setHidden(false);
  expect(said).toEqual(['covered', 'locked']);
});

it('locks at the first touch after a laptop has slept with the page in sight', () => {
  clock.sleep(60 * MINUTE);
  lock.touch();
  expect(said).toEqual(['covered', 'locked']);
});

it('looks by itself soon after such a sleep', () => {
  clock.sleep(60 * MINUTE);
  clock.advance(5 * SECOND);
  expect(said).toEqual(['covered', 'locked']);
});

it('lets a ticket for the camera run out while the phone sleeps', () => {
  lock.takeTicket();
  lock.setHidden(true);
  clock.sleep(10 * MINUTE);
  lock.setHidden(false);
  expect(said).toContain('locked');
});

it('only locks when the wall clock is put forward, and does nothing when it is put back', () => {
  clock.setWallBy(-60 * MINUTE);
  clock.advance(3 * MINUTE - 1);
  expect(said).toEqual([]);
  lock.touch();
  clock.setWallBy(60 * MINUTE);
  lock.setHidden(false);
  expect(said).toEqual(['covered', 'locked']);
});

it('keeps the names covered when the lock is refused, whoever touches the phone', () => {
  clock.advance(3 * MINUTE);
  lock.touch();
  clock.advance(60 * MINUTE);
  expect(said).toEqual(['covered', 'locked']);
});
