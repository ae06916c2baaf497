/** The part of the store that one batch can touch, opened for the core, inside the transaction that will write. Writes nothing. */
import type { Operation } from '#shared/model/operation';
import type { OpenedBatch, RecordState, ServerSlice } from '#shared/custody/server-types';
import { planKeys } from '#shared/custody/server';
import { isOfTeam } from '#shared/model/collection';
import { bytesToBase64Url, isId, type RecordId } from '#shared/ids';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { StoredDevice, StoredRecord } from '../storage/rows.ts';
import { findDeputy } from './find-deputy.ts';
import { readPeople } from './read-people.ts';
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
    // Another team's, another commune's and an erased person's look the same to who writes to them: not there to be written.
    const state = isInReach(tx, device, record) ? findRecordState(keys, record) : undefined;
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
  const people = readPeople(tx, { keys, communeN: device.communeN, states }, opened);
  const slice: ServerSlice = {
    device: { ...toCoreDevice(device), ...findDeputyRow(tx, device, opened.now) },
    known: tx.listKnown(device.n, arrived.from, to).map((op) => ({ ...op, hash: bytesToBase64Url(op.hash) })),
    records: [...states.values()],
    communeSeq: tx.getCommuneSeq(device.communeN),
    ...people,
    ...readDossierKeys(tx, device, { opened, related: people.related ?? [] }),
    bornOfRestore: context.bornOfRestore,
  };
  return { slice, opened, stored };
}

/**
 * The commune's staff reach what the commune has; what they may write of it is for the fields to say. A team reaches its
 * own, and what no team has yet: an officer's word that came home before the record's own, after a restore.
 */
function isInReach(tx: BatchTx, device: StoredDevice, record: StoredRecord): boolean {
  if (record.communeN !== device.communeN) return false;
  if (!isOfTeam(device.role)) return true;
  const teams = tx.listTeams(record.n);
  return teams.length === 0 || teams.includes(device.teamN);
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

/** Judged by the day on which it arrives: when it was written, only a phone's clock would know. */
function findDeputyRow(
  tx: BatchTx,
  device: StoredDevice,
  now: number,
): Pick<ServerSlice['device'], 'deputy'> {
  const deputy = findDeputy(tx.listDelegationsOf(device.memberN), now);
  return deputy ? { deputy } : {};
}

/** Numbers and references that the batch names, and every reference that its dossiers have had. */
function readDossierKeys(
  tx: BatchTx,
  device: StoredDevice,
  { opened, related }: { readonly opened: OpenedBatch; readonly related: readonly RecordState[] },
): Pick<ServerSlice, 'numbers' | 'references' | 'hidden'> {
  const { communeN } = device;
  const keys = planKeys(opened);
  const numbers = keys.dossierNumbers.flatMap((dossierNo) => {
    const record = tx.findDossierNumber(communeN, dossierNo);
    return record ? [{ dossierNo, record }] : [];
  });
  const asked = keys.references.flatMap((reference) => tx.findIntent(reference) ?? []);
  const touched = new Set([...keys.records, ...related.map(({ record }) => record)]);
  const had = [...touched].flatMap((record) => tx.listIntents(record));
  const owners = new Map([...asked, ...had].map((intent) => [intent.reference, intent.record]));
  const references = [...owners].map(([reference, record]) => ({ reference, record }));
  const named = new Set([...numbers, ...references].map((row) => row.record));
  const hidden = [...named].filter((id) => {
    const record = tx.findRecord(id);
    return record && !isInReach(tx, device, record);
  });
  return { numbers, references, hidden };
}
