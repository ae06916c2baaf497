import { describe, expect, it } from 'vitest';
import { checkTypedNumber, isUsualNumber } from './dossier-number.ts';

const check = (first: string, again: string) => checkTypedNumber({ first, again, isScanned: false });

describe('a number typed from a receipt', () => {
  it.each([
    ['H42.17-261122-0003', 'H42.17-261122-0003'],
    [' h42.17 - 261122 - 0003 ', 'H42.17-261122-0003'],
    ['G01.899.102.000–261122–100021', 'G01.899.102.000-261122-100021'],
    ['000.00.15.H42-261122-0003', '000.00.15.H42-261122-0003'],
  ])('%s is taken as %s', (typed, dossierNo) => {
    expect(check(typed, dossierNo)).toEqual({
      ok: true,
      value: { dossierNo, formatKnown: true },
    });
  });

  it('is taken from one scan, which reads exactly', () => {
    expect(checkTypedNumber({ first: 'H42.17-261122-0003', again: '', isScanned: true }).ok).toBe(true);
  });

  it('is taken though it looks unusual, and is marked so', () => {
    expect(check('2026/0003', '2026/0003')).toEqual({
      ok: true,
      value: { dossierNo: '2026/0003', formatKnown: false },
    });
    expect(isUsualNumber('2026/0003')).toBe(false);
  });

  it.each([
    ['', '', 'empty'],
    ['H4', 'H4', 'tooShort'],
    ['H'.repeat(61), 'H'.repeat(61), 'tooLong'],
    ['H42.17-261122-0003', ' ', 'againEmpty'],
    ['H42.17-261122-0003', 'H42.17-261122-0008', 'differs'],
  ])('“%s” and “%s” are refused: %s', (first, again, type) => {
    expect(check(first, again)).toEqual({ ok: false, error: { type } });
  });
});
