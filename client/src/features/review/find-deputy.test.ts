import { describe, expect, it } from 'vitest';
import type { Delegation } from '#shared/contracts/review';
import { findShut } from './find-deputy.ts';

const deputy: Delegation = {
  ...{ id: 'd', member: 'm', name: 'Tú', from: '2026-11-25', to: '2026-12-02' },
  state: 'inForce',
};
const days = { from: '2026-11-25', to: '2026-12-02' };
const noSignal = { fault: 'unreachable' } as const;

describe('the log of whoever stands in for the head', () => {
  it('is open while the commune answers, whatever this clock says', () => {
    expect(findShut(deputy, undefined, '2027-01-01')).toBeUndefined();
  });

  it('is open without a line as long as the days last, and shut after them', () => {
    expect(findShut(deputy, noSignal, '2026-12-02')).toBeUndefined();
    expect(findShut(deputy, noSignal, '2026-12-03')).toEqual({ state: 'over', ...days });
  });

  it('is shut by the word of the commune, with its days', () => {
    const says = (state: string) => ({
      fault: 'refused' as const,
      refusal: { error: 'outsideDelegation' as const, detail: { state, ...days } },
    });
    expect(findShut(deputy, says('ended'), '2026-11-26')).toEqual({ state: 'ended', ...days });
    expect(findShut(undefined, says('coming'), '2026-11-20')).toEqual({ state: 'coming', ...days });
  });

  it('is never shut to a head', () => {
    expect(findShut(undefined, noSignal, '2027-01-01')).toBeUndefined();
  });
});
