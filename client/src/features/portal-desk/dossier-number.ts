/** Whose a dossier number is already, as far as the desk knows. Makes none and proves none. */
import type { RecordId } from '#shared/ids';
import { err, type Result } from '#shared/result';
import {
  type CheckedNumber,
  checkTypedNumber,
  normalizeNumber,
  type TypedNumber,
  type TypedNumberFault,
} from '#shared/rules/dossier-number';
import type { Pack } from './read-pack.ts';

export type NumberFault = TypedNumberFault | { readonly type: 'taken'; readonly holder: Pack };

export function checkNumber(
  typed: TypedNumber,
  packs: readonly Pack[],
  own: RecordId,
): Result<CheckedNumber, NumberFault> {
  const checked = checkTypedNumber(typed);
  const holder = checked.ok ? findHolder(packs, checked.value.dossierNo, own) : undefined;
  return holder ? err({ type: 'taken', holder }) : checked;
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
