/** Where a dossier lodges, as the server writes it. Knows nothing of calls and packs: what was said comes in. */
import type { RecordId } from '../ids.ts';
import { CONSENT_WITHDRAWN, isStoppedByWithdrawal, type Lodging } from '../model/dossier.ts';
import type { ForwardEffect } from './forwarder-types.ts';
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
  if (current && isStoppedByWithdrawal(current)) return combineStopped(current, next);
  if (known !== undefined && said !== undefined && !isSameNumber(known, said)) {
    return { state: 'needsPerson', at: next.at, dossierNo: known, reason: 'twoNumbers' };
  }
  if (current?.state !== 'lodged') return next;
  if (next.state !== 'lodged') return current;
  return current.evidence === 'portalRead' && next.evidence !== 'portalRead' ? current : next;
}

/** Why a person is to look at a stopped dossier stands beside the citizen's word, never in its place. */
function combineStopped(current: Lodging, next: Lodging): Lodging {
  const { state, reason, packNumber } = next;
  if (state !== 'needsPerson' || reason === undefined || reason === CONSENT_WITHDRAWN) return next;
  const doubts = current.doubts ?? [];
  if (doubts.includes(reason)) return current;
  return { ...current, ...(packNumber !== undefined && { packNumber }), doubts: [...doubts, reason] };
}

/** What a dossier says once its citizen has taken the yes back; `current`: what it said before. */
export function stopLodging(current: Lodging | null, at: number): Lodging {
  const { packNumber, reason } = current ?? {};
  const isDoubtful = current?.state === 'needsPerson' && reason !== undefined;
  return {
    ...{ state: 'needsPerson', at, reason: CONSENT_WITHDRAWN },
    ...(packNumber !== undefined && { packNumber }),
    ...(isDoubtful && { doubts: [reason] }),
  };
}

/** What a step of the forwarder has a dossier say, one after the other; `find`: what it says now. */
export function listLodgings(find: () => Lodging | null, effects: readonly ForwardEffect[]): Lodging[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'lodge') return [effect.lodging];
    const recalled = effect.type === 'recalled' && noteRecall(find(), effect);
    return recalled ? [recalled] : [];
  });
}

function noteRecall(
  current: Lodging | null,
  { packNumber, at }: Extract<ForwardEffect, { type: 'recalled' }>,
): Lodging | undefined {
  if (!current || !isStoppedByWithdrawal(current) || current.recalledAt !== undefined) return undefined;
  const isOther = current.packNumber !== undefined && current.packNumber !== packNumber;
  return isOther ? undefined : { ...current, packNumber, recalledAt: at };
}

/** An operation of the server's own; nothing is written when nothing changes. */
export function putLodging(draft: ServerDraft, record: RecordState, lodging: Lodging | null): void {
  const current = findLodging(record);
  if (current === lodging) return;
  const former = listFormer(record);
  const left = leaveNumber(current, lodging, former);
  const patch = {
    lodging: (lodging && keepKnown(current, lodging, former)) as unknown as Json,
    ...(left !== former && { formerNumbers: left as unknown as Json }),
  };
  const seq = draft.communeSeq + 1;
  const op = { collection: record.collection, record: record.record, base: seq, patch, at: draft.now };
  putChanged(draft, foldOperation(record, op, { device: 'server', seq }), { patch, origin: 'server' });
}

const MOST_FORMER = 5;

function listFormer({ fields }: RecordState): readonly Lodging[] {
  return (fields['formerNumbers']?.value ?? []) as unknown as readonly Lodging[];
}

/** What was read under a number that the dossier has no more. */
export function findFormer(record: RecordState, number: string | undefined): Lodging | undefined {
  return listFormer(record).find((one) => hasNumber(one, number));
}

function isSameNumber(one: string, other: string): boolean {
  return normaliseDossierNo(one) === normaliseDossierNo(other);
}

function hasNumber({ dossierNo }: Lodging, number: string | undefined): boolean {
  return number !== undefined && dossierNo !== undefined && isSameNumber(dossierNo, number);
}

/** What was read under a number is kept when the dossier has it no more: the number may have been right after all. */
function leaveNumber(
  current: Lodging | null,
  next: Lodging | null,
  former: readonly Lodging[],
): readonly Lodging[] {
  const number = current?.state === 'lodged' ? current.dossierNo : undefined;
  const isKept = next?.state === 'lodged' && hasNumber(next, number);
  if (!current || number === undefined || isKept) return former;
  return [...former.filter((one) => !hasNumber(one, number)), current].slice(-MOST_FORMER);
}

/** Of the same number everything stays, or comes back; another number's instants are another dossier's, and say nothing here. */
function keepKnown(current: Lodging | null, next: Lodging, former: readonly Lodging[]): Lodging {
  if (next.state !== 'lodged') return next;
  const isCurrent =
    current?.state === 'lodged' && (next.dossierNo === undefined || hasNumber(current, next.dossierNo));
  if (isCurrent) return keepInstants(current, next);
  const known = former.find((one) => hasNumber(one, next.dossierNo));
  if (!known) return keepInstants(null, next);
  const { by: _by, notFoundAt: _notFoundAt, ...facts } = known;
  return keepInstants(known, { ...facts, lodgedAt: known.lodgedAt ?? known.at, ...next });
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
    const dossierNo = normaliseDossierNo(number);
    draft.writes.push({ type: 'putNumber', dossierNo, record: record.record, byHand: false });
  }
  putLodging(draft, record, combined);
  return draft.writes;
}
