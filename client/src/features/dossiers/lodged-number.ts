/** A dossier number as it is read from a receipt: how it is written, and whether it looks like one. Proves nothing. */
import { err, ok, type Result } from '#shared/result';

/** Unit code, date, running number, as portals print them; others exist, so this only warns. */
const USUAL = /^[A-Z0-9]{1,4}(\.[A-Z0-9]{1,4}){0,4}-\d{6}-\d{3,6}$/;
const SHORTEST = 4;
const LONGEST = 60;

export type LodgedNumberFault = {
  readonly type: 'empty' | 'tooShort' | 'tooLong' | 'againEmpty' | 'differs';
};

export interface LodgedNumber {
  readonly dossierNo: string;
  readonly formatKnown: boolean;
}

/** `h42.17 - 261122–0003` → `H42.17-261122-0003`: capitals, one kind of hyphen, no spaces. */
function normalizeNumber(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '');
}

/** True for what a portal usually prints; false is a reason to look again, not to refuse. */
export function isUsualNumber(typed: string): boolean {
  return USUAL.test(normalizeNumber(typed));
}

/** Typed twice, because it can be checked against nothing else. */
export function checkLodgedNumber(first: string, again: string): Result<LodgedNumber, LodgedNumberFault> {
  const dossierNo = normalizeNumber(first);
  if (dossierNo === '') return err({ type: 'empty' });
  if (dossierNo.length < SHORTEST) return err({ type: 'tooShort' });
  if (dossierNo.length > LONGEST) return err({ type: 'tooLong' });
  if (normalizeNumber(again) === '') return err({ type: 'againEmpty' });
  if (normalizeNumber(again) !== dossierNo) return err({ type: 'differs' });
  return ok({ dossierNo, formatKnown: USUAL.test(dossierNo) });
}
