/** Finds packs by what a citizen has in hand: a slip's code, a number, a name. And what they have lodged before. */
import { normalizeNumber } from '#shared/rules/dossier-number';
import { listPersonRecords } from '#shared/rules/same-record';
import { matchesSearch } from '#shared/rules/search-text';
import type { RecordView } from '../../custody/record-store.ts';
import { listNumbers } from './dossier-number.ts';
import type { Pack } from './read-pack.ts';

const REFERENCE = /[A-Z2-7]{17}/;
const SHORTEST_NUMBER = 4;
/** Digits that no slip code has, read off paper for the letter that looks the same. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B' };

/** A whole slip code, alone or inside a scanned address, finds its pack and no other. */
export function findPacks(packs: readonly Pack[], query: string): readonly Pack[] {
  const typed = query.trim();
  if (typed === '') return packs;
  const code = normalizeNumber(typed);
  const reference = findReference(code.replaceAll('-', ''));
  const byReference = packs.filter((pack) => reference !== undefined && pack.reference === reference);
  if (byReference.length > 0) return byReference;
  return packs.filter((pack) => hasNumber(pack, code) || matchesSearch(describePack(pack), typed));
}

function findReference(code: string): string | undefined {
  const asRead = code.replace(/[018]/g, (digit) => LOOK_ALIKES[digit] ?? digit);
  return (REFERENCE.exec(code) ?? REFERENCE.exec(asRead))?.[0];
}

function hasNumber(pack: Pack, code: string): boolean {
  return (
    code.length >= SHORTEST_NUMBER &&
    listNumbers(pack).some((number) => normalizeNumber(number).includes(code))
  );
}

function describePack({ citizen, procedure, reference = '' }: Pack): string {
  return [citizen.name, procedure?.name.vi ?? '', reference].join(' ');
}

/**
 * The same person's dossier of the same procedure that has a number already: to be asked about before it is lodged again.
 * `citizens`: all that this device may read; two that were said to be one are one.
 */
export function findEarlier(
  packs: readonly Pack[],
  { record, citizen, procedureCode }: Pack,
  citizens: readonly RecordView[],
): Pack | undefined {
  const same = listPersonRecords(citizens, citizen.record);
  return packs.find(
    (pack) =>
      pack.record !== record &&
      pack.procedureCode === procedureCode &&
      (same.has(pack.citizen.record) || isSamePerson(pack.citizen, citizen)) &&
      listNumbers(pack).length > 0,
  );
}

function isSamePerson(a: Pack['citizen'], b: Pack['citizen']): boolean {
  const isSameKey = a.matchKey !== undefined && a.matchKey === b.matchKey;
  return isSameKey || (a.personalId !== undefined && a.personalId === b.personalId);
}
