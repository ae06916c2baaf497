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

export interface TypedNumberFault {
  readonly type: 'empty' | 'tooShort' | 'tooLong' | 'againEmpty' | 'differs';
}

/** `h42.17 - 261122–0003` → `H42.17-261122-0003`: capitals, one kind of hyphen, no spaces. */
export function normalizeNumber(typed: string): string {
  return unifyHyphens(dropInvisible(typed).toUpperCase()).replace(/\s+/g, '');
}

function unifyHyphens(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-');
}

const WITHIN = new RegExp(`(?<![A-Z0-9.])${USUAL.source.slice(1, -1)}(?![0-9])`, 'g');
/** A bare number of another form, as some software prints it: one word with a digit in it, no citizen's own number and no ware's. */
const BARE = /^(?=.*\d)(?!\d{8,9}$|\d{12,14}$)[A-Z0-9][A-Z0-9./-]*[A-Z0-9]$/;

/**
 * The number that a receipt's code carries, alone or within an address or a line of facts, normalised. Undefined where there
 * is none, where there are several, and for whatever else a code can say: cards, links, Wi-Fi.
 */
export function findScannedNumber(text: string): string | undefined {
  const within = [...new Set(unifyHyphens(text.toUpperCase()).match(WITHIN))];
  if (within.length > 0) return within.length === 1 ? within[0] : undefined;
  const number = normalizeNumber(text);
  const fits = number.length >= SHORTEST && number.length <= LONGEST;
  return fits && !/\s/.test(text.trim()) && BARE.test(number) ? number : undefined;
}

/** True for the form that one-stop software prints; false is a reason to look again, not to refuse. */
export function isUsualNumber(typed: string): boolean {
  return USUAL.test(normalizeNumber(typed));
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
  const second = normalizeNumber(again);
  if (!isScanned && second === '') return err({ type: 'againEmpty' });
  if (!isScanned && second !== dossierNo) return err({ type: 'differs' });
  return ok({ dossierNo, formatKnown: USUAL.test(dossierNo), ...(isScanned && { scanned: true }) });
}
