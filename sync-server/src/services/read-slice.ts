/** The part of the store that one batch can touch, opened for the core, inside the transaction that will write. Writes nothing. */
import type { Operation } from '#shared/model/operation';
import type { OpenedBatch, RecordState, ServerSlice } from '#shared/custody/server-types';
import { planKeys } from '#shared/custody/server';
import { bytesToBase64Url, isId, type RecordId } from '#shared/ids';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { StoredDevice, StoredRecord } from '../storage/rows.ts';
import { findRecordState } from './record-cipher.ts';

export interface ReadSlice {
  readonly slice: ServerSlice;
  /** As `opened`, except that what names a record out of reach is refused. */
  readonly opened: OpenedBatch;
  readonly stored: ReadonlyMap<RecordId, StoredRecord>;
}

export interface SliceContext {
  readonly keys: KeyRing;
  readonly device: StoredDevice;
  readonly bornOfRestore: boolean;
}

export function readSlice(tx: BatchTx, context: SliceContext, arrived: OpenedBatch): ReadSlice {
  const { device, keys } = context;
  const stored = new Map<RecordId, StoredRecord>();
  const states = new Map<RecordId, RecordState>();
  const outOfReach = new Set<RecordId>();
  for (const id of planKeys(arrived).records) {
    const record = tx.findRecord(id);
    if (!record) continue;
    // Another commune's and an erased person's records look the same to whoever writes to them: not there to be written.
    const state = record.communeN === device.communeN ? findRecordState(keys, record) : undefined;
    if (!state) outOfReach.add(id);
    else {
      stored.set(id, record);
      states.set(id, state);
    }
  }
  const isErased = (op: Operation): boolean => namesErased(tx, device.communeN, op);
  const items = arrived.items.map((item) =>
    item.content.ok && (outOfReach.has(item.content.op.record) || isErased(item.content.op))
      ? ({ ...item, content: { ok: false, code: 'notFound' } } as const)
      : item,
  );
  const opened = { ...arrived, items };
  const to = arrived.from + items.length - 1;
  const slice: ServerSlice = {
    device: toCoreDevice(device),
    known: tx.listKnown(device.n, arrived.from, to).map((op) => ({ ...op, hash: bytesToBase64Url(op.hash) })),
    records: [...states.values()],
    communeSeq: tx.getCommuneSeq(device.communeN),
    ...readDossierKeys(tx, device.communeN, opened),
    bornOfRestore: context.bornOfRestore,
  };
  return { slice, opened, stored };
}

/** Nothing more can be kept of a person whose key was erased. */
function namesErased(tx: BatchTx, communeN: number, op: Operation): boolean {
  const subject = op.collection === 'citizen' ? op.record : op.patch['citizen'];
  return isId(subject) && tx.findSubject(communeN, subject)?.wrapped === null;
}

function toCoreDevice(device: StoredDevice): ServerSlice['device'] {
  const { id, standing, role, lastSeq, forked } = device;
  return { device: id, standing, role, lastSeq, head: bytesToBase64Url(device.head), forked };
}

/** Numbers and references that the batch names, and every reference that its dossiers have had. */
function readDossierKeys(
  tx: BatchTx,
  communeN: number,
  opened: OpenedBatch,
): Pick<ServerSlice, 'numbers' | 'references'> {
  const keys = planKeys(opened);
  const numbers = keys.dossierNumbers.flatMap((dossierNo) => {
    const record = tx.findDossierNumber(communeN, dossierNo);
    return record ? [{ dossierNo, record }] : [];
  });
  const named = keys.references.flatMap((reference) => tx.findIntent(reference) ?? []);
  const had = keys.records.flatMap((record) => tx.listIntents(record));
  const owners = new Map([...named, ...had].map((intent) => [intent.reference, intent.record]));
  return { numbers, references: [...owners].map(([reference, record]) => ({ reference, record })) };
}
