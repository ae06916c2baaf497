import { describe, expect, it } from 'vitest';
import { isInRegistrationTerm } from './procedure.ts';

const birth = { registrationTerm: { from: 'childDateOfBirth', days: 60 } };
const isInTerm = (bornOn: string | number, day: string) =>
  isInRegistrationTerm(birth, { childDateOfBirth: bornOn }, day);

describe('the legal term of a registration', () => {
  it('begins with the day after the event and ends with its last day', () => {
    expect(isInTerm('2026-01-01', '2026-01-01')).toBe(true);
    expect(isInTerm('2026-01-01', '2026-03-02')).toBe(true);
    expect(isInTerm('2026-01-01', '2026-03-03')).toBe(false);
  });

  it('is not kept by lodging before the event', () => {
    expect(isInTerm('2026-01-02', '2026-01-01')).toBe(false);
  });

  it('is unknown while the day of the event is, and where there is no term', () => {
    for (const bornOn of ['2026', '2026-01', '01/01/2026', '2026-02-30', 2026])
      expect(isInTerm(bornOn, '2026-03-01')).toBeUndefined();
    expect(isInRegistrationTerm(birth, {}, '2026-03-01')).toBeUndefined();
    expect(isInRegistrationTerm({}, { childDateOfBirth: '2026-01-01' }, '2026-03-01')).toBeUndefined();
  });
});
