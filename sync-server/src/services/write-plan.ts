/** Carries out what the core planned, inside its transaction: each record is encrypted once, however often the batch changed it. */
import { createForward } from '#shared/custody/forwarder-state';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { RecordState, ServerPlan, ServerWrite } from '#shared/custody/server-types';
import type { AttachmentId, RecordId } from '#shared/ids';
import { isOfTeam } from '#shared/model/collection';
import type { Route } from '#shared/model/dossier';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { SealedOp, StoredDevice, StoredRecord } from '../storage/rows.ts';
import { protectOp } from './record-cipher.ts';
import { type RecordWriter, type WrittenRecord, writeRecord } from './write-record.ts';
import { spreadSight, type Written } from './spread-sight.ts';

export interface PlanContext {
  readonly keys: KeyRing;
  readonly device: StoredDevice;
  readonly now: number;
  readonly stored: ReadonlyMap<RecordId, StoredRecord>;
  /** The sealed form of an arrived item, for what is held unopened or set aside. */
  readonly findSealed: (seq: number) => Omit<SealedOp, 'deviceN' | 'seq'>;
}

export function writePlan(tx: BatchTx, context: PlanContext, plan: Pick<ServerPlan, 'writes'>): void {
  const { device } = context;
  const written = writeRecords(
    tx,
    { ...context, communeN: device.communeN, commune: device.commune },
    plan.writes,
  );
  const opNumbers = new Map<number, number>();
  let last: number | undefined;
  for (const write of plan.writes) {
    if (write.type === 'putOperation') {
      const n = writeOp(tx, context, {
        write,
        record: write.op ? getWritten(written, write.op.record) : null,
      });
      if (write.changeSeq !== null) opNumbers.set(write.changeSeq, n);
    } else if (write.type === 'putChange') {
      last = write.seq;
      tx.putChange({
        communeN: device.communeN,
        seq: write.seq,
        recordN: getNumber(written, write.record),
        opN: opNumbers.get(write.seq) ?? null,
        origin: write.origin === 'server' ? 0 : device.n,
        kind: 'state',
      });
    } else writeRest(tx, { ...context, written }, write);
  }
  if (last === undefined) return;
  // What the commune's staff write stays with those who saw it: only a team's writing is its team's to see.
  const teamN = isOfTeam(device.role) ? device.teamN : 0;
  const place = { communeN: device.communeN, teamN, seq: last };
  tx.setCommuneSeq(device.communeN, spreadSight(tx, place, listSeen(plan, written)));
}

/** What the commune itself wrote in answer, such as the stop of another team's dossier, gives the writer's team no sight of it. */
function listSeen(
  { writes }: Pick<ServerPlan, 'writes'>,
  written: ReadonlyMap<RecordId, WrittenRecord>,
): Written[] {
  const named = new Set(
    writes.flatMap((write) => {
      if (write.type === 'noteUnplaced') return [write.record];
      return write.type === 'putOperation' && write.op ? [write.op.record] : [];
    }),
  );
  return [...written].map(([record, row]) => ({ ...row, isOfWriter: named.has(record) }));
}

/** The last state of every record that the plan touches, by record. */
export function writeRecords(
  tx: BatchTx,
  writer: RecordWriter,
  writes: readonly ServerWrite[],
): Map<RecordId, WrittenRecord> {
  const states = new Map<RecordId, RecordState>();
  for (const write of writes) if (write.type === 'putRecord') states.set(write.state.record, write.state);
  return new Map([...states].map(([id, state]) => [id, writeRecord(tx, writer, state)]));
}

export function getNumber(written: ReadonlyMap<RecordId, WrittenRecord>, record: RecordId): number {
  return getWritten(written, record).n;
}

function getWritten(written: ReadonlyMap<RecordId, WrittenRecord>, record: RecordId): WrittenRecord {
  const row = written.get(record);
  if (!row) throw new Error('The plan names a record that it does not write.');
  return row;
}

type Rest = Exclude<ServerWrite, { type: 'putOperation' | 'putChange' }>;

function writeRest(
  tx: BatchTx,
  context: PlanContext & { readonly written: ReadonlyMap<RecordId, WrittenRecord> },
  write: Rest,
): void {
  const { device, now, written } = context;
  switch (write.type) {
    case 'putRecord':
      linkPaper(tx, device, { state: write.state, n: getNumber(written, write.state.record) });
      return;
    case 'holdOperation': {
      const { seq, opId, hash, quarantine } = write;
      const place = { deviceN: device.n, seq, opId, hash: Buffer.from(hash, 'base64url') };
      tx.holdOp({ ...place, quarantine, ...context.findSealed(seq) });
      return;
    }
    case 'putSetAside':
      tx.putSetAside(device.n, write.setAside);
      return;
    case 'putDevice': {
      const { lastSeq, forked } = write;
      tx.setProgress(device.n, { lastSeq, forked, head: Buffer.from(write.head, 'base64url') });
      return;
    }
    case 'putNumber':
      putNumber(tx, context, write);
      return;
    case 'dropNumber':
      if (tx.findDossierNumber(device.communeN, write.dossierNo) === write.record)
        tx.dropDossierNumber(device.communeN, write.dossierNo);
      return;
    case 'putIntent':
      tx.putIntent(device.communeN, startIntent(write, getWritten(written, write.record).state, now));
      return;
    // Said for `listSeen`; the record itself is written as any other.
    case 'noteUnplaced':
      return;
    case 'withdrawIntent':
      askWithdrawal(tx, { communeN: device.communeN, reference: write.reference, now });
      return;
  }
}

interface OpToWrite {
  readonly write: Extract<ServerWrite, { type: 'putOperation' }>;
  readonly record: WrittenRecord | null;
}

function writeOp(tx: BatchTx, { device, findSealed }: PlanContext, { write, record }: OpToWrite): number {
  const { seq, opId, op, changeSeq } = write;
  const hash = Buffer.from(write.hash, 'base64url');
  const place = { deviceN: device.n, seq, opId, changeSeq, recordN: record?.n ?? null, hash };
  if (!op || !record) {
    tx.keepSealed({ deviceN: device.n, seq, ...findSealed(seq) });
    return tx.putOp({ ...place, subjectN: null, body: null });
  }
  const { key, n } = record.subject;
  return tx.putOp({ ...place, subjectN: n, body: protectOp(key, op, { deviceN: device.n, seq }) });
}

/** Its pieces name the paper by the record's own id; from here on the server can say which are missing. */
function linkPaper(tx: BatchTx, device: StoredDevice, { state, n }: { state: RecordState; n: number }): void {
  const total = state.fields['pieces']?.value;
  if (state.collection !== 'paper' || typeof total !== 'number') return;
  const id = state.record as string as AttachmentId;
  tx.linkAttachment({ id, communeN: device.communeN, deviceN: device.n, recordN: n, total });
}

function putNumber(
  tx: BatchTx,
  { device, now, written }: PlanContext & { readonly written: ReadonlyMap<RecordId, WrittenRecord> },
  { dossierNo, record, byHand }: Extract<ServerWrite, { type: 'putNumber' }>,
): void {
  const { communeN } = device;
  tx.putDossierNumber(communeN, dossierNo, getNumber(written, record));
  if (byHand) tx.setNumberDue(communeN, dossierNo, now);
}

function startIntent(
  write: Extract<ServerWrite, { type: 'putIntent' }>,
  state: RecordState,
  now: number,
): ForwardState {
  const { reference, record, queryFirst } = write;
  const route = state.fields['route']?.value as Route;
  return createForward({ reference, record, route, queryFirst, payloadHash: '', now });
}

/** The forwarder, not this batch, knows whether a call is under way: it finds the wish on its row. */
function askWithdrawal(
  tx: BatchTx,
  { communeN, reference, now }: { communeN: number; reference: string; now: number },
): void {
  const intent = tx.findIntent(reference);
  if (intent && intent.phase !== 'withdrawn')
    tx.putIntent(communeN, { ...intent, withdrawAsked: true, dueAt: now });
}
