/** Where a dossier lodges, as the server writes it. Knows nothing of calls and packs: what was said comes in. */
import type { RecordId } from '../ids.ts';
import type { Lodging } from '../model/dossier.ts';
import { keepInstants } from './keep-instants.ts';
import { foldOperation } from './merge.ts';
import type { Json } from '../model/operation.ts';
import { openDraft, putChanged, type ServerDraft } from './server-draft.ts';
import type { RecordState, ServerWrite } from './server-types.ts';

/** Numbers are typed by hand: how they are compared. */
export function normaliseDossierNo(typed: string): string {
  return typed.trim().toUpperCase();
}

export function findLodging(state: RecordState | undefined): Lodging | null {
  return (state?.fields['lodging']?.value ?? null) as Lodging | null;
}

/** What is known already is never talked down; a second, different number is for a person to look at. */
export function combineLodging(current: Lodging | null, next: Lodging): Lodging {
  if (current?.reason === 'twoNumbers') return current;
  const known = current?.dossierNo;
  const said = next.dossierNo;
  if (known !== undefined && said !== undefined && normaliseDossierNo(known) !== normaliseDossierNo(said)) {
    return { state: 'needsPerson', at: next.at, dossierNo: known, reason: 'twoNumbers' };
  }
  if (current?.state !== 'lodged') return next;
  if (next.state !== 'lodged') return current;
  return current.evidence === 'portalRead' && next.evidence !== 'portalRead' ? current : next;
}

/** An operation of the server's own; nothing is written when nothing changes. */
export function putLodging(draft: ServerDraft, record: RecordState, lodging: Lodging | null): void {
  const current = findLodging(record);
  if (current === lodging) return;
  const patch = { lodging: (lodging && keepInstants(current, lodging)) as unknown as Json };
  const seq = draft.communeSeq + 1;
  const op = { collection: record.collection, record: record.record, base: seq, patch, at: draft.now };
  putChanged(draft, foldOperation(record, op, { device: 'server', seq }), { patch, origin: 'server' });
}

export interface LodgingSlice {
  readonly communeSeq: number;
  readonly record: RecordState;
  /** The dossier that already has the number that `lodging` names, if any. */
  readonly numberOwner: RecordId | null;
}

/** The writes by which what the forwarder learned becomes part of the dossier; in the transaction of its own row. */
export function planLodging(slice: LodgingSlice, lodging: Lodging): readonly ServerWrite[] {
  const { record, communeSeq, numberOwner } = slice;
  const nothing = { records: [], numbers: [], references: [], hidden: [], bornOfRestore: false };
  const draft = openDraft({ ...nothing, communeSeq }, { now: lodging.at, tellAuthor: true });
  const combined = combineLodging(findLodging(record), lodging);
  const number = lodging.dossierNo;
  if (number !== undefined && numberOwner !== null && numberOwner !== record.record) {
    const at = lodging.at;
    putLodging(draft, record, { state: 'needsPerson', at, dossierNo: number, reason: 'numberOfAnother' });
    return draft.writes;
  }
  if (number !== undefined && numberOwner === null) {
    draft.writes.push({ type: 'putNumber', dossierNo: normaliseDossierNo(number), record: record.record });
  }
  putLodging(draft, record, combined);
  return draft.writes;
}
