import { describe, expect, it } from 'vitest';
import { findDelegationFault, getDelegationState } from './delegation.ts';

const TODAY = '2026-11-25';
const fault = (from: string, to: string) => findDelegationFault({ from, to }, TODAY);

describe('days of a delegation', () => {
  it('begin today or later, end no earlier, and are real days', () => {
    expect(fault('2026-11-25', '2026-11-25')).toBeUndefined();
    expect(fault('2026-11-24', '2026-12-02')).toBe('from');
    expect(fault('2026-02-30', '2026-12-02')).toBe('from');
    expect(fault('2026-11-26', '2026-11-25')).toBe('to');
    expect(fault('2026-11-26', '2026-11-31')).toBe('to');
  });

  it('are ninety at most, both ends counted', () => {
    expect(fault('2026-11-25', '2027-02-22')).toBeUndefined();
    expect(fault('2026-11-25', '2027-02-23')).toBe('to');
  });
});

describe('where a day stands', () => {
  const state = (today: string, endedAt: number | null = null) =>
    getDelegationState({ from: '2026-11-25', to: '2026-12-02', endedAt }, today);

  it('counts both ends', () => {
    expect(['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-03'].map((day) => state(day))).toEqual([
      ...['coming', 'inForce', 'inForce', 'over'],
    ]);
  });

  it('has ended from the moment that it was ended, on whichever day', () => {
    expect(['2026-11-24', '2026-11-25', '2026-12-03'].map((day) => state(day, 1))).toEqual([
      ...['ended', 'ended', 'ended'],
    ]);
  });
});
