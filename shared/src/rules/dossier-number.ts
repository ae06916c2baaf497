/** A dossier number as it stands on a receipt: how it is written and compared, and whether it looks usual. Proves nothing. */
import { err, ok, type Result } from '../result.ts';
import { dropInvisible } from './drop-invisible.ts';

/** Agency, date of receipt, running number (TT 01/2018/TT-VPCP); others exist, so this only warns. */
const USUAL = /^[A-Z0-9]{1,4}(\.[A-Z0-9]{1,4}){0,4}-\d{6}-\d{3,6}$/;
const SHORTEST = 4;
const LONGEST = 60;

export interface TypedNumber {
  readonly first: string;
  readonly again: string;
  /** A scanner reads exactly: it need not be read twice. */
  readonly isScanned: boolean;
}

export interface CheckedNumber {
  readonly dossierNo: string;
  readonly formatKnown: boolean;
  /** Read by a scanner or a camera; absent where a person typed it. */
  readonly scanned?: true;
}

/** Why a text is no dossier number of any system: it is another number that lies on the same table, or no number at all. */
type Misfit = 'personalId' | 'slipCode' | 'packNumber' | 'marks' | 'noDigits';

export interface TypedNumberFault {
  readonly type: 'empty' | 'tooShort' | 'tooLong' | 'againEmpty' | 'differs' | Misfit;
}

/** `h42.17 - 261122–0003` → `H42.17-261122-0003`: capitals, one kind of hyphen, no spaces. */
export function normalizeNumber(typed: string): string {
  return unifyHyphens(dropInvisible(typed).toUpperCase()).replace(/\s+/g, '');
}

function unifyHyphens(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-');
}

const WITHIN = new RegExp(`(?<![A-Z0-9.])${USUAL.source.slice(1, -1)}(?![0-9])`, 'g');
/** What only a camera meets: the number that is printed on a ware. */
const WARE = /^(\d{8}|\d{13,14})$/;
/** Of the card of today: they all begin with a province's nought. Other software may well number with as many digits. */
const PERSONAL_ID = /^0\d{11}$/;
/** What only a camera meets, too: a citizen's number of any card. */
const ANY_PERSONAL_ID = /^(\d{9}|\d{12})$/;
/** Of our own slip, in groups or not. No number of the usual form is as long without its dots. */
const SLIP_CODE = /^[A-Z2-7]{17}$/;
const PACK_NUMBER = /^GOI-/;
const WELL_MARKED = /^[\p{L}\d]([\p{L}\d./-]*[\p{L}\d])?$/u;

function findMisfit(number: string): Misfit | undefined {
  if (PERSONAL_ID.test(number)) return 'personalId';
  if (SLIP_CODE.test(number.replaceAll('-', ''))) return 'slipCode';
  if (PACK_NUMBER.test(number)) return 'packNumber';
  if (!/\d/.test(number)) return 'noDigits';
  return WELL_MARKED.test(number) ? undefined : 'marks';
}

/**
 * The number that a receipt's code carries, alone or within an address or a line of facts, normalised. Undefined where there
 * is none, where there are several, and for whatever else a code can say: cards, links, Wi-Fi.
 */
export function findScannedNumber(text: string): string | undefined {
  const within = [...new Set(unifyHyphens(text.toUpperCase()).match(WITHIN))];
  const [only] = within;
  if (only !== undefined) return within.length === 1 && !findMisfit(only) ? only : undefined;
  const number = normalizeNumber(text);
  const fits =
    number.length >= SHORTEST &&
    number.length <= LONGEST &&
    !WARE.test(number) &&
    !ANY_PERSONAL_ID.test(number);
  return fits && !/\s/.test(text.trim()) && !findMisfit(number) ? number : undefined;
}

/** Shorter ones are still being typed. */
const WORTH_JUDGING = 8;

/** A reason to look again, not to refuse: not the form that one-stop software prints, and nothing else that is known either. */
export function isDoubtfulNumber(typed: string): boolean {
  const number = normalizeNumber(typed);
  return number.length >= WORTH_JUDGING && !USUAL.test(number) && !findMisfit(number);
}

/** Typed twice, because it can be checked against nothing else. */
export function checkTypedNumber({
  first,
  again,
  isScanned,
}: TypedNumber): Result<CheckedNumber, TypedNumberFault> {
  const dossierNo = normalizeNumber(first);
  if (dossierNo === '') return err({ type: 'empty' });
  if (dossierNo.length < SHORTEST) return err({ type: 'tooShort' });
  if (dossierNo.length > LONGEST) return err({ type: 'tooLong' });
  const misfit = findMisfit(dossierNo);
  if (misfit) return err({ type: misfit });
  const second = normalizeNumber(again);
  if (!isScanned && second === '') return err({ type: 'againEmpty' });
  if (!isScanned && second !== dossierNo) return err({ type: 'differs' });
  return ok({ dossierNo, formatKnown: USUAL.test(dossierNo), ...(isScanned && { scanned: true }) });
}
