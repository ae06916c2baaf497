/** A dossier number as it stands on a receipt: how it is compared, whether it looks usual, whose it is already. Makes none. */
import type { RecordId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import type { Pack } from './read-pack.ts';

/** Agency, date of receipt, running number (TT 01/2018/TT-VPCP); others exist, so this only warns. */
const USUAL = /^[A-Z0-9]{1,4}(\.[A-Z0-9]{1,4}){0,4}-\d{6}-\d{3,6}$/;
const SHORTEST = 4;
const LONGEST = 60;

export interface NumberEntry {
  readonly first: string;
  readonly again: string;
  /** A scanner reads exactly: it need not be read twice. */
  readonly isScanned: boolean;
}

export interface CheckedNumber {
  readonly dossierNo: string;
  readonly formatKnown: boolean;
}

export type NumberFault =
  | { readonly type: 'empty' | 'tooShort' | 'tooLong' | 'againEmpty' | 'differs' }
  | { readonly type: 'taken'; readonly holder: Pack };

/** Capitals, one kind of hyphen, no spaces. */
export function normalizeNumber(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '');
}

/** True for the form that one-stop software prints; false is a reason to look again, not to refuse. */
export function isUsualNumber(typed: string): boolean {
  return USUAL.test(normalizeNumber(typed));
}

export function checkNumber(
  { first, again, isScanned }: NumberEntry,
  packs: readonly Pack[],
  own: RecordId,
): Result<CheckedNumber, NumberFault> {
  const dossierNo = normalizeNumber(first);
  if (dossierNo === '') return err({ type: 'empty' });
  if (dossierNo.length < SHORTEST) return err({ type: 'tooShort' });
  if (dossierNo.length > LONGEST) return err({ type: 'tooLong' });
  const second = normalizeNumber(again);
  if (!isScanned && second === '') return err({ type: 'againEmpty' });
  if (!isScanned && second !== dossierNo) return err({ type: 'differs' });
  const holder = findHolder(packs, dossierNo, own);
  if (holder) return err({ type: 'taken', holder });
  return ok({ dossierNo, formatKnown: USUAL.test(dossierNo) });
}

/** Another dossier that has this number, as far as this device knows: the commune checks again. */
function findHolder(packs: readonly Pack[], dossierNo: string, own: RecordId): Pack | undefined {
  return packs.find(
    (pack) =>
      pack.record !== own && listNumbers(pack).some((number) => normalizeNumber(number) === dossierNo),
  );
}

/** What was read at the portal, and what a person recorded. */
export function listNumbers({ lodging, recorded }: Pick<Pack, 'lodging' | 'recorded'>): readonly string[] {
  return [lodging?.dossierNo, recorded?.dossierNo].filter((number) => number !== undefined);
}
