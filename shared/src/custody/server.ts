/** The server core: where a run belongs, what must be read for it, what is written and answered. Knows no SQL and no key. */
import { checkPatch } from '../model/collection.ts';
import { findCollection } from '../model/collections.ts';
import type { SetAside } from '../contracts/sync.ts';
import type { DeviceId } from '../ids.ts';
import { foldOperation, type FoldedBy, hasNewConflict } from './merge.ts';
import type { Operation } from '../model/operation.ts';
import { openDraft, putChanged, type ServerDraft } from './server-draft.ts';
import { findDeputyFault, findFalseDeputy, isInHeadsPlace } from './server-deputy.ts';
import { findDossierFault, findRecordedNumber, followConsent, followDossier } from './server-dossier.ts';
import { normaliseDossierNo } from './server-lodging.ts';
import type {
  ArrivedRun,
  DeviceRow,
  Location,
  OpenedBatch,
  OpenedItem,
  RecordKeys,
  ServerPlan,
  ServerSlice,
} from './server-types.ts';

/**
 * Where the commune's change sequence goes on in a store that was put back: at the server's own clock (milliseconds), so
 * that no two lives ever give the same number, whichever backup each began from. No base that a device has read in a lost
 * life may pass for having seen what is written in this one.
 */
export function getStartOfLife(communeSeq: number, now: number): number {
  return Math.max(communeSeq, now);
}

/** Which rows to read before anything is opened. */
export function locate(runs: readonly ArrivedRun[]): Location {
  return {
    devices: [...new Set(runs.map((run) => run.device))],
    sequences: runs.map(({ device, from, items }) => ({ device, from, to: from + items.length - 1 })),
  };
}

export function planKeys(opened: OpenedBatch): RecordKeys {
  const ops = opened.items.flatMap((item) => (item.content.ok ? [item.content.op] : []));
  const dossiers = ops.filter((op) => op.collection === 'dossier');
  const typed = dossiers.map((op) => readText(findRecordedNumber(op)?.dossierNo));
  const references = dossiers.map((op) => readText(op.patch['reference']));
  return {
    records: [...new Set(ops.map((op) => op.record))],
    dossierNumbers: [...new Set(typed.filter((text) => text !== '').map(normaliseDossierNo))],
    references: [...new Set(references.filter((text) => text !== ''))],
  };
}

/** What came out of a seal is not checked yet. */
function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One batch, one transaction. Whether it is a repetition is asked before whether it conflicts. */
export function apply(slice: ServerSlice, opened: OpenedBatch): ServerPlan {
  const { device } = slice;
  if (device.forked) return answerOnly(device, []);
  const repeated = opened.items.filter((item) => item.seq <= device.lastSeq);
  if (repeated.some((item) => !isKnown(slice, item))) return reportFork(device);
  const fresh = opened.items.slice(repeated.length);
  const setAside = listKnownSetAside(slice, repeated);
  if (fresh.length === 0 || opened.from > device.lastSeq + 1) return answerOnly(device, setAside);
  if (repeated.length === 0 && opened.prev !== device.head) return reportFork(device);
  return takeFresh(slice, fresh, { now: opened.now, setAside, tellAuthor: false });
}

/**
 * Whether a change is read by a device. Its own writes are not read back, except those from before the last restore
 * (`incarnationStart`: the commune's sequence when this incarnation began, 0 in the first): it has dropped its base.
 */
export function isToldTo(
  device: DeviceId,
  change: { readonly seq: number; readonly origin: DeviceId | 'server' },
  incarnationStart: number,
): boolean {
  return change.origin !== device || change.seq <= incarnationStart;
}

/**
 * Approval: what was held is applied in its order. The shell gives all of it, and the standing changes with it. The author
 * reads it back: after a restore it may have let go of it long ago.
 */
export function applyHeld(slice: ServerSlice, opened: OpenedBatch): ServerPlan {
  const device: DeviceRow = { ...slice.device, standing: 'approved' };
  const before: DeviceRow = { ...device, lastSeq: opened.from - 1, head: opened.prev };
  // Also of a device that was seen twice meanwhile: what came before the fork was taken as its own, and is kept nowhere else.
  return takeFresh({ ...slice, device: before, known: [] }, opened.items, {
    now: opened.now,
    setAside: [],
    tellAuthor: true,
  });
}

function isKnown(slice: ServerSlice, item: OpenedItem): boolean {
  const stored = slice.known.find((row) => row.seq === item.seq);
  if (!stored) throw new Error('A sequence below the last one is not in the slice.');
  return stored.opId === item.opId && stored.hash === item.hash;
}

function listKnownSetAside(slice: ServerSlice, repeated: readonly OpenedItem[]): SetAside[] {
  return repeated.flatMap((item) => slice.known.find((row) => row.seq === item.seq)?.setAside ?? []);
}

function takeFresh(
  slice: ServerSlice,
  fresh: readonly OpenedItem[],
  told: { readonly now: number; readonly setAside: readonly SetAside[]; readonly tellAuthor: boolean },
): ServerPlan {
  const draft = openDraft(slice, told);
  const setAside = [...told.setAside];
  for (const item of fresh) {
    if (slice.device.standing === 'approved') setAside.push(...obeyItem(draft, slice.device, item));
    else holdItem(draft, item, slice.device.standing === 'revoked');
  }
  const last = fresh.at(-1);
  if (!last) throw new Error('A batch without items was to be taken.');
  const device: DeviceRow = { ...slice.device, lastSeq: last.seq, head: last.hash };
  draft.writes.push({ type: 'putDevice', lastSeq: last.seq, head: last.hash, forked: device.forked });
  return { ...answerOnly(device, setAside), writes: draft.writes };
}

function holdItem(draft: ServerDraft, item: OpenedItem, quarantine: boolean): void {
  const { seq, opId, hash } = item;
  draft.writes.push({ type: 'holdOperation', seq, opId, hash, quarantine });
}

/** An operation that cannot be obeyed takes its place all the same, so that those behind it proceed. */
function obeyItem(draft: ServerDraft, device: DeviceRow, item: OpenedItem): SetAside[] {
  const { seq, opId, hash, content } = item;
  const fault = content.ok ? findFault(draft, device, content.op) : { code: content.code };
  if (fault || !content.ok) {
    const setAside: SetAside = { seq, code: 'sealUnopened', ...fault };
    draft.writes.push({ type: 'putOperation', seq, opId, hash, op: null, changeSeq: null });
    draft.writes.push({ type: 'putSetAside', setAside });
    return [setAside];
  }
  draft.writes.push({
    type: 'putOperation',
    seq,
    opId,
    hash,
    op: content.op,
    changeSeq: draft.communeSeq + 1,
  });
  obeyOperation(draft, content.op, { device: device.device, seq: draft.communeSeq + 1 });
  return [];
}

/** What an operation without a fault changes, in its record and in what hangs on it. */
export function obeyOperation(draft: ServerDraft, op: Operation, by: FoldedBy): void {
  const before = draft.records.get(op.record);
  const after = foldOperation(before, op, by);
  // What two people wrote without having seen each other's must reach its author too.
  const origin = draft.tellAuthor || hasNewConflict(before, after) ? 'server' : by.device;
  putChanged(draft, after, { patch: op.patch, origin });
  if (op.collection === 'dossier') followDossier(draft, op, before);
  if (op.collection === 'consent') followConsent(draft, op);
}

/** Why an operation of this device cannot be obeyed; undefined when it can. */
export function findFault(
  draft: ServerDraft,
  device: DeviceRow,
  op: Operation,
): Omit<SetAside, 'seq'> | undefined {
  const collection = findCollection(op.collection);
  if (!collection) return { code: 'collectionUnknown', field: op.collection.slice(0, 80) };
  const known = draft.records.get(op.record);
  if (known && known.collection !== op.collection) return { code: 'fieldInvalid', field: 'collection' };
  const isInstead = isInHeadsPlace(device, op);
  const checked = checkPatch(collection, op.patch, isInstead ? 'head' : device.role);
  if (!checked.ok) return checked.error;
  const misplaced = isInstead ? findDeputyFault(device, op, known) : findFalseDeputy(op);
  if (misplaced) return misplaced;
  return op.collection === 'dossier' ? findDossierFault(draft, op) : undefined;
}

/** Another history under the same name: a copied phone, or one set back. Nothing is applied; a person decides. */
function reportFork(device: DeviceRow): ServerPlan {
  const { lastSeq, head } = device;
  const forked: DeviceRow = { ...device, forked: true };
  return {
    ...answerOnly(forked, []),
    writes: [{ type: 'putDevice', lastSeq, head, forked: true }],
  };
}

function answerOnly(device: DeviceRow, setAside: readonly SetAside[]): ServerPlan {
  const { lastSeq, head, forked, standing } = device;
  return {
    durability: 'full',
    writes: [],
    reply: {
      upTo: lastSeq,
      head,
      held: standing !== 'approved',
      expected: lastSeq + 1,
      forked,
      setAside,
    },
  };
}
