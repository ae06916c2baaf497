import { describe, expect, it } from 'vitest';
import { decidePinGate, ERASE_AT, NO_ATTEMPTS, type PinAttempts } from './pin-attempts.ts';

const NOON = 1_790_000_000_000;

function tryWrong(times: number, from: PinAttempts = NO_ATTEMPTS): PinAttempts {
  let attempts = from;
  for (let at = 0; at < times; at += 1) {
    const gate = decidePinGate(attempts, NOON + at * 10 * 3_600_000);
    if (gate.type !== 'try') throw new Error(`Try ${at + 1} was not allowed: ${gate.type}.`);
    attempts = gate.attempts;
  }
  return attempts;
}

function readWait(attempts: PinAttempts, now: number): number {
  const gate = decidePinGate(attempts, now);
  return gate.type === 'wait' ? gate.milliseconds : 0;
}

describe('waiting after a wrong PIN', () => {
  it('does not punish three slips of the thumb', () => {
    expect(readWait(tryWrong(3), tryWrong(3).lastAt)).toBe(0);
  });

  it('grows from thirty seconds to hours', () => {
    const seconds = [4, 5, 6, 7, 8, 9].map((tries) => {
      const attempts = tryWrong(tries);
      return readWait(attempts, attempts.lastAt) / 1_000;
    });
    expect(seconds).toEqual([30, 120, 600, 3_600, 7_200, 14_400]);
  });

  it('lets the volunteer try again when the wait is over, and not a moment before', () => {
    const attempts = tryWrong(4);
    expect(decidePinGate(attempts, attempts.lastAt + 29_999)).toEqual({ type: 'wait', milliseconds: 1 });
    expect(decidePinGate(attempts, attempts.lastAt + 30_000).type).toBe('try');
  });

  it('a clock set back costs the delay once more, never days', () => {
    const attempts = tryWrong(4);
    expect(readWait(attempts, attempts.lastAt - 40 * 86_400_000)).toBe(30_000);
  });

  it('erases the wrap at ten wrong PINs, whatever the clock says', () => {
    const attempts = tryWrong(ERASE_AT);
    expect(attempts.tries).toBe(10);
    expect(decidePinGate(attempts, attempts.lastAt).type).toBe('erase');
    expect(decidePinGate(attempts, attempts.lastAt + 365 * 86_400_000).type).toBe('erase');
  });

  it('counts a try before it is made, so that closing the app gives no free tries', () => {
    const gate = decidePinGate(NO_ATTEMPTS, NOON);
    expect(gate).toEqual({ type: 'try', attempts: { tries: 1, lastAt: NOON }, triesLeft: 9 });
  });
});
