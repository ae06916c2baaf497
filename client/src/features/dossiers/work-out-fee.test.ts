import { describe, expect, it } from 'vitest';
import { findProcedure } from '#data/procedures';
import { workOutFee, writeFeeLine } from './work-out-fee.ts';

const procedure = findProcedure('2.000635');
if (!procedure) throw new Error('The catalogue has lost its first procedure.');
const place = { provinceCode: '20', today: '2026-11-22' };
const dossier = { answers: { copies: 3 }, route: undefined, appointment: undefined };

describe('the fee on the screen', () => {
  it('says how many copies make how much, and by which rule', () => {
    const fee = workOutFee(procedure, dossier, place);
    expect(fee.amount).toBe(24_000);
    expect(writeFeeLine(fee.reason, 'vi')).toBe('8.000\u00a0đ × 3 bản = 24.000\u00a0đ (TT 281/2016/TT-BTC)');
  });

  it('is not guessed while nobody has said how many copies', () => {
    const fee = workOutFee(procedure, { ...dossier, answers: {} }, place);
    expect(fee.amount).toBeNull();
    expect(fee.reason.key).toBe('fee.countsNeeded');
  });

  it('never says free where only the council may say', () => {
    const fee = workOutFee({ ...procedure, code: '9.999999' }, dossier, place);
    expect(fee.amount).toBeNull();
    expect(fee.reason.key).toBe('fee.decidedByCouncil');
  });

  it('of a birth is nothing within its sixty days, and the council’s to say afterwards', () => {
    const birth = findProcedure('1.001193');
    const answers = { childDateOfBirth: '2026-09-23' };
    const ask = (today: string, more = {}) =>
      workOutFee(birth!, { ...dossier, answers, ...more }, { ...place, today });
    expect(ask('2026-11-22')).toMatchObject({ amount: 0, reason: { key: 'fee.free' } });
    expect(ask('2026-11-23')).toMatchObject({ amount: null, reason: { key: 'fee.decidedByCouncil' } });
    expect(ask('2026-11-22', { answers: {} }).amount).toBeNull();
    const appointment = { day: '2026-11-23', part: 'morning', place: '' } as const;
    expect(ask('2026-11-20', { appointment }).amount).toBeNull();
  });
});
