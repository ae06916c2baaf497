import { describe, expect, it } from 'vitest';
import { admitCall, BREAKER_DEFAULTS, type BreakerState, createBreaker, recordOutcome } from './breaker.ts';

const settings = { ...BREAKER_DEFAULTS, callsPerDay: 2 };
const ask = (change: Partial<Parameters<typeof admitCall>[2]> = {}) => ({
  kind: 'call' as const,
  citizen: 'c1',
  now: 0,
  day: 1,
  ...change,
});

function fail(state: BreakerState, times: number, now = 0): BreakerState {
  let after = state;
  for (let at = 0; at < times; at++) {
    after = recordOutcome(settings, after, { citizen: `c${at}`, answered: false, now });
  }
  return after;
}

describe('leaving a portal alone', () => {
  it('opens after five failures in a row, and not after four', () => {
    expect(admitCall(settings, fail(createBreaker(), 4), ask()).admission).toBe('admitted');
    expect(admitCall(settings, fail(createBreaker(), 5), ask()).admission).toBe('open');
  });

  it('forgets failures at the first answer', () => {
    const answered = recordOutcome(settings, fail(createBreaker(), 4), {
      citizen: 'c1',
      answered: true,
      now: 1,
    });
    expect(admitCall(settings, fail(answered, 4), ask()).admission).toBe('admitted');
  });

  it('lets one question through after the pause, and never a call', () => {
    const open = fail(createBreaker(), 5);
    const later = settings.openFor;
    expect(admitCall(settings, open, ask({ kind: 'query', now: later - 1 })).admission).toBe('open');
    expect(admitCall(settings, open, ask({ now: later })).admission).toBe('open');
    const probing = admitCall(settings, open, ask({ kind: 'query', now: later }));
    expect(probing.admission).toBe('admitted');
    const second = ask({ kind: 'query', citizen: 'c2', now: later });
    expect(admitCall(settings, probing.state, second).admission).toBe('open');
    const closed = recordOutcome(settings, probing.state, { citizen: 'c1', answered: true, now: later });
    expect(admitCall(settings, closed, ask({ now: later })).admission).toBe('admitted');
    const again = recordOutcome(settings, probing.state, { citizen: 'c1', answered: false, now: later });
    expect(again.openUntil).toBe(later + settings.openFor);
  });

  it('has one call under way for each citizen', () => {
    const first = admitCall(settings, createBreaker(), ask());
    expect(admitCall(settings, first.state, ask()).admission).toBe('citizenInHand');
    expect(admitCall(settings, first.state, ask({ citizen: 'c2' })).admission).toBe('admitted');
  });

  it('stops calling at the daily number, goes on asking, and begins anew the next day', () => {
    let state = createBreaker();
    for (const citizen of ['c1', 'c2']) ({ state } = admitCall(settings, state, ask({ citizen })));
    expect(admitCall(settings, state, ask({ citizen: 'c3' })).admission).toBe('dailyCap');
    expect(admitCall(settings, state, ask({ citizen: 'c3', kind: 'query' })).admission).toBe('admitted');
    expect(admitCall(settings, state, ask({ citizen: 'c3', day: 2 })).admission).toBe('admitted');
  });
});
