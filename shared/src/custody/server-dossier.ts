/** What follows for a dossier when a number is recorded, when it is finished, when its way changes. Calls no portal. */
import type { RecordId } from '../ids.ts';
import {
  forwardedRoutes,
  isStoppedByWithdrawal,
  type Lodging,
  mayBeTakenAway,
  type RecordedNumber,
  type Route,
} from '../model/dossier.ts';
import type { Json, Operation } from '../model/operation.ts';
import { getVietnamInstant } from '../rules/office-days.ts';
import { isPreparingWithdrawn, listStopped, stopDossier } from './server-consent.ts';
import type { ServerDraft } from './server-draft.ts';
import { followMending, followReturn } from './server-return.ts';
import { combineLodging, findFormer, findLodging, normaliseDossierNo, putLodging } from './server-lodging.ts';
import type { RecordState } from './server-types.ts';

export interface DossierFault {
  readonly code: 'numberUsed';
  readonly field: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** A number or a reference that another dossier has already: the operation is set aside, and says whose it is to who sees it. */
export function findDossierFault(draft: ServerDraft, op: Operation): DossierFault | undefined {
  const number = findRecordedNumber(op)?.dossierNo;
  const holder = number === undefined ? undefined : draft.numbers.get(normaliseDossierNo(number));
  if (holder !== undefined && holder !== op.record) return numberUsed(draft, 'recordedNumber', holder);
  const reference = op.patch['reference'];
  const user = typeof reference === 'string' ? draft.references.get(reference) : undefined;
  if (user !== undefined && user !== op.record) return numberUsed(draft, 'reference', user);
  return undefined;
}

function numberUsed(draft: ServerDraft, field: string, record: RecordId): DossierFault {
  return { code: 'numberUsed', field, ...(!draft.hidden.has(record) && { detail: { record } }) };
}

export function findRecordedNumber(op: Operation): RecordedNumber | null {
  return (op.patch['recordedNumber'] ?? null) as RecordedNumber | null;
}

/** To be asked after the operation was folded: `before` is the record as it was. */
export function followDossier(draft: ServerDraft, op: Operation, before: RecordState | undefined): void {
  if (op.patch['recordedNumber'] !== undefined) followNumber(draft, op, before);
  if (followReturn(draft, op)) withdrawIntents(draft, op.record);
  followMending(draft, op);
  followFiler(draft, op, before);
  const isRouted = ['finishedAt', 'route', 'reference'].some((path) => op.patch[path] !== undefined);
  const after = getRecord(draft, op.record);
  if (isRouted && readField(after, 'finishedAt') !== null) followRoute(draft, after, before);
}

/** A relative who no longer files, or another one who does: what waits in the name of the first is recalled. */
function followFiler(draft: ServerDraft, op: Operation, before: RecordState | undefined): void {
  const former = readField(before, 'relative');
  const record = getRecord(draft, op.record);
  if (former === null || readField(record, 'relative') === former) return;
  withdrawIntents(draft, op.record);
  if (findLodging(record)?.state === 'awaitingCitizen') putLodging(draft, record, null);
}

/** To be asked after the operation was folded: a yes that was taken back recalls what waits at the portal. */
export function followConsent(draft: ServerDraft, op: Operation): void {
  for (const dossier of listStopped(draft, op)) {
    withdrawIntents(draft, dossier.record);
    stopDossier(draft, dossier);
  }
}

function followNumber(draft: ServerDraft, op: Operation, before: RecordState | undefined): void {
  const record = getRecord(draft, op.record);
  const current = findLodging(record);
  const number = findRecordedNumber(op);
  if (number === null) {
    takeNumberAway(draft, record);
    return;
  }
  const { dossierNo, evidence, by, lodgedOn } = number;
  const key = normaliseDossierNo(dossierNo);
  draft.numbers.set(key, op.record);
  draft.writes.push({ type: 'putNumber', dossierNo: key, record: op.record, byHand: true });
  // What the portal or the desk said of it already is not unsaid by recording its number again.
  const known = current?.state === 'lodged' ? current : {};
  const said = { at: draft.now, dossierNo, evidence, by, ...readDay(lodgedOn, draft.now) };
  const lodged: Lodging = { ...known, state: 'lodged', ...said };
  const lodgingSeq = record.fields['lodging']?.seq ?? 0;
  const settles = current?.state === 'needsPerson' && op.base >= lodgingSeq;
  if (settles) freeOthers(draft, { record, before, key });
  putLodging(draft, record, settles ? lodged : combineLodging(current, lodged));
  withdrawIntents(draft, op.record);
}

interface Settled {
  readonly record: RecordState;
  readonly before: RecordState | undefined;
  readonly key: string;
}

/** Of two numbers the one that a person has not chosen was a slip of the pen: the dossier that it belongs to must get it. */
function freeOthers(draft: ServerDraft, { record, before, key }: Settled): void {
  const current = findLodging(record);
  const doubted = current?.reason === 'twoNumbers' ? current.dossierNo : undefined;
  const said = (readField(before, 'recordedNumber') as RecordedNumber | null)?.dossierNo;
  const numbers = [doubted, said].flatMap((number) =>
    number === undefined ? [] : normaliseDossierNo(number),
  );
  for (const dossierNo of new Set(numbers)) {
    const known = findFormer(record, dossierNo);
    if (dossierNo === key || (known && !mayBeTakenAway(known))) continue;
    draft.numbers.delete(dossierNo);
    draft.writes.push({ type: 'dropNumber', dossierNo, record: record.record });
  }
}

/** It was this dossier's by a person's word alone, and is free for the one that it really belongs to. */
function takeNumberAway(draft: ServerDraft, record: RecordState): void {
  const current = findLodging(record);
  if (current?.state !== 'lodged' || !mayBeTakenAway(current)) return;
  if (current.dossierNo !== undefined) {
    const dossierNo = normaliseDossierNo(current.dossierNo);
    draft.numbers.delete(dossierNo);
    draft.writes.push({ type: 'dropNumber', dossierNo, record: record.record });
  }
  putLodging(draft, record, { state: 'needsPerson', at: draft.now, reason: 'numberTakenAway' });
}

/** A receipt names a day and no hour: the term is counted as from its morning, and nothing is lodged in the future. */
function readDay(lodgedOn: string | undefined, now: number): Pick<Lodging, 'lodgedAt'> {
  const morning = lodgedOn === undefined ? NaN : getVietnamInstant(lodgedOn, '00:00');
  return Number.isFinite(morning) ? { lodgedAt: Math.min(morning, now) } : {};
}

function followRoute(draft: ServerDraft, after: RecordState, before: RecordState | undefined): void {
  const route = readField(after, 'route') as Route | null;
  if (route === null) return;
  // Finished on a phone that had not heard of it: it goes nowhere either.
  if (isPreparingWithdrawn(draft, readField(after, 'citizen'))) {
    withdrawIntents(draft, after.record);
    stopDossier(draft, after);
    return;
  }
  if (forwardedRoutes.includes(route)) {
    followForwarded(draft, after, before);
    return;
  }
  withdrawIntents(draft, after.record);
  const current = findLodging(after);
  const isAnothers = current?.state === 'needsPerson' && !isStoppedByWithdrawal(current);
  if (current?.state === 'lodged' || isAnothers) return;
  const waits = route === 'policeInPerson' ? null : ({ state: 'awaitingOffice', at: draft.now } as const);
  if (current?.state !== waits?.state) putLodging(draft, after, waits);
}

/** One reference is one version of the dossier at the portal: a new one takes the old pack's place, never stands beside it. */
function followForwarded(draft: ServerDraft, after: RecordState, before: RecordState | undefined): void {
  const reference = readField(after, 'reference');
  const current = findLodging(after);
  if (typeof reference !== 'string') return;
  if (draft.references.has(reference)) {
    const routeBefore = readField(before, 'route') as Route | null;
    const wasForwarded = routeBefore === null || forwardedRoutes.includes(routeBefore);
    if (wasForwarded) return;
    // The pack under this reference was taken back: the portal may not take the same reference again.
    putLodging(draft, after, { state: 'needsPerson', at: draft.now, reason: 'referenceSpent' });
    return;
  }
  // With a number, even a doubtful one, it is lodged somewhere already: no second pack. Nor while two stand against each other.
  const isDisputed = after.fields['reference']?.others !== undefined;
  const isAnother = isDisputed && listIntents(draft, after.record).length > 0;
  if (current?.dossierNo !== undefined || isAnother) {
    recallForgotten(draft, reference, after.record);
    return;
  }
  withdrawIntents(draft, after.record);
  putIntent(draft, reference, after.record);
  if (current !== null) putLodging(draft, after, null);
}

function putIntent(draft: ServerDraft, reference: string, record: RecordId): void {
  draft.references.set(reference, record);
  draft.writes.push({ type: 'putIntent', reference, record, queryFirst: draft.bornOfRestore });
}

/** A restored store may have forgotten that this reference was sent: then its pack is to be found and taken back. */
function recallForgotten(draft: ServerDraft, reference: string, record: RecordId): void {
  if (!draft.bornOfRestore) return;
  putIntent(draft, reference, record);
  draft.writes.push({ type: 'withdrawIntent', reference, record });
}

function withdrawIntents(draft: ServerDraft, record: RecordId): void {
  for (const reference of listIntents(draft, record)) {
    draft.writes.push({ type: 'withdrawIntent', reference, record });
  }
}

function listIntents(draft: ServerDraft, record: RecordId): string[] {
  return [...draft.references].filter(([, owner]) => owner === record).map(([reference]) => reference);
}

function getRecord(draft: ServerDraft, record: RecordId): RecordState {
  const state = draft.records.get(record);
  if (!state) throw new Error('A dossier was followed before it was folded.');
  return state;
}

function readField(state: RecordState | undefined, path: string): Json {
  return state?.fields[path]?.value ?? null;
}
