import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { isDoubtfulNumber } from '#shared/rules/dossier-number';
import { checkNumber } from './dossier-number.ts';
import { makeUpPack } from './made-up-pack.ts';

const own = 'own' as RecordId;
const number = 'H57.13-261122-0003';
const typedTwice = { first: number, again: number, isScanned: false };
const lodged = makeUpPack('other', { lodging: { state: 'lodged', at: 1, dossierNo: 'h57.13-261122-0003 ' } });

describe('the number on a receipt', () => {
  it('is taken when it was typed twice alike, in whatever case and spacing', () => {
    expect(checkNumber({ ...typedTwice, again: ' h57.13 – 261122 – 0003' }, [], own)).toEqual({
      ok: true,
      value: { dossierNo: number, formatKnown: true },
    });
  });

  it('is taken from one scan, which reads exactly', () => {
    expect(checkNumber({ first: number, again: '', isScanned: true }, [], own).ok).toBe(true);
  });

  it.each([
    ['', '', 'empty'],
    ['H57', 'H57', 'tooShort'],
    ['9'.repeat(61), '9'.repeat(61), 'tooLong'],
    [number, '', 'againEmpty'],
    [number, 'H57.13-261122-0008', 'differs'],
  ])('“%s” and “%s” is refused: %s', (first, again, type) => {
    expect(checkNumber({ first, again, isScanned: false }, [], own)).toMatchObject({ error: { type } });
  });

  it('is refused when another dossier has it, and that one is named', () => {
    expect(checkNumber(typedTwice, [lodged], own)).toEqual({
      ok: false,
      error: { type: 'taken', holder: lodged },
    });
    expect(checkNumber(typedTwice, [lodged], lodged.record).ok).toBe(true);
  });

  it('is refused when another dossier has it only on this device so far', () => {
    const recorded = {
      dossierNo: number,
      evidence: 'officerEntered',
      formatKnown: true,
      by: 'Tú',
      at: 1,
    } as const;
    const unsent = makeUpPack('unsent', { recorded });
    expect(checkNumber({ ...typedTwice, isScanned: true }, [unsent], own).ok).toBe(false);
  });

  it.each([
    ['000.00.01.H57-261122-0003', true],
    ['H57.01.02-220315-0001', true],
    ['03706/2026/07906', false],
    ['H57.13-2611-0003', false],
  ])('%s looks usual: %s; an unusual one is taken all the same', (typed, isUsual) => {
    expect(isDoubtfulNumber(typed)).toBe(!isUsual);
    expect(checkNumber({ first: typed, again: typed, isScanned: false }, [], own)).toMatchObject({
      ok: true,
      value: { formatKnown: isUsual },
    });
  });
});
