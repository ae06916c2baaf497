/** Carries out one commit of the device core: all of its writes in one strict transaction, or none. Decides nothing itself. */
import { applyDeviceWrites, meetsExpectation } from '#shared/custody/device-disk';
import type { DeviceDisk, DeviceWrite, Expectation } from '#shared/custody/device-types';
import type { OpId, RecordId } from '#shared/ids';
import { DISK_HEAD, type VaultDatabase, writeTogether } from './database.ts';
import { getDiskHead, readDeviceDisk } from './device-disk.ts';
import { dropSpentEncapsulations, dropWithdrawn } from './drop-rows.ts';
import type { DiskHead, EncapsulationRow, PulledRow, ReceiptRow, RecordRow } from './stored-rows.ts';

/** The bytes of one save, held by the shell from sealing until its commit. */
export interface StagedSave {
  readonly record: RecordId;
  readonly opId: OpId;
  /** The save that this one grew out of: another tab's newer one must be read first. `undefined`: the row must not exist. */
  readonly basedOn: OpId | undefined;
  readonly cipher: Uint8Array;
  readonly sealed: Uint8Array;
  readonly encapsulation: EncapsulationRow;
}

/** The changes of one answer, encrypted. */
export interface StagedChanges {
  readonly rows: readonly PulledRow[];
}

export interface CommitOrder {
  readonly expect: Expectation;
  readonly writes: readonly DeviceWrite[];
  readonly saves: ReadonlyMap<OpId, StagedSave>;
  readonly changes: ReadonlyMap<number, StagedChanges>;
  /** Kept in the same transaction as the acknowledgement that it proves. */
  readonly receipt?: ReceiptRow | undefined;
}

export type CommitOutcome =
  { readonly type: 'committed' } | { readonly type: 'refused'; readonly disk: DeviceDisk };

/** Throws what the browser throws; resolves on the transaction's completion only. */
export async function commitWrites(db: VaultDatabase, order: CommitOrder): Promise<CommitOutcome> {
  return writeTogether(db, listTables(order.writes), async (): Promise<CommitOutcome> => {
    // Requests go out together: each one waited for costs a turn of the loop, and this is the path of every save.
    const [head, row] = await Promise.all([findHead(db, order), findRow(db, order)]);
    if (!holdsTrue(order, head, row)) return { type: 'refused', disk: await readDeviceDisk(db) };
    await Promise.all([
      ...order.writes.map((write) => applyToTables(db, write, { order, row })),
      ...(head ? [putHead(db, head, order)] : []),
    ]);
    return { type: 'committed' };
  });
}

/** Undefined for a plain save, which neither asks anything of the head nor changes it. */
async function findHead(db: VaultDatabase, { expect, writes }: CommitOrder): Promise<DiskHead | undefined> {
  const { slot: _slot, ...ofHead } = expect;
  const isUntouched = writes.every(({ type }) => KEEPS_HEAD.has(type)) && Object.keys(ofHead).length === 0;
  return isUntouched ? undefined : getDiskHead(db);
}

/** A commit names at most one record: the one whose slot it expects something of. */
async function findRow(db: VaultDatabase, { expect }: CommitOrder): Promise<RecordRow | undefined> {
  return expect.slot && db.records.get(expect.slot.record);
}

/** Another tab's save of the same record must be read before this one may take its place: its values would be lost to sight. */
function holdsTrue(order: CommitOrder, head: DiskHead | undefined, row: RecordRow | undefined): boolean {
  const { slot, ...ofHead } = order.expect;
  if (slot && (row?.slot?.opId ?? null) !== slot.opId) return false;
  if (head && !meetsExpectation({ ...head, slots: {}, queue: [] }, ofHead)) return false;
  return order.writes.every(
    (write) => write.type !== 'putRecord' || row?.opId === getStaged(order.saves, write.opId).basedOn,
  );
}

async function putHead(db: VaultDatabase, head: DiskHead, order: CommitOrder): Promise<void> {
  const disk = { ...head, slots: {}, queue: [] };
  const { slots: _slots, queue: _queue, ...next } = applyDeviceWrites(disk, order.writes);
  await db.meta.put(next, DISK_HEAD);
  const types = new Set(order.writes.map(({ type }) => type));
  if (types.has('putAcked') && order.receipt) await db.receipts.put(order.receipt);
  if (types.has('putAcked') || types.has('putPulled')) await dropWithdrawn(db, next.acked);
}

const SAVE_TABLES = ['meta', 'records', 'outbox', 'encapsulations'] as const;
const ALL_TABLES = [...SAVE_TABLES, 'pulled', 'pieces', 'receipts'] as const;
const SAVING: ReadonlySet<DeviceWrite['type']> = new Set([
  'putRecord',
  'putSlot',
  'moveSlotToQueue',
  'putHead',
]);

const KEEPS_HEAD: ReadonlySet<DeviceWrite['type']> = new Set(['putRecord', 'putSlot', 'deleteQueued']);

/** Saving locks out nothing that a pull or a piece needs. The outbox is there for the disk that a refusal reads. */
function listTables(writes: readonly DeviceWrite[]): typeof SAVE_TABLES | typeof ALL_TABLES {
  return writes.every(({ type }) => SAVING.has(type)) ? SAVE_TABLES : ALL_TABLES;
}

interface Applied {
  readonly order: CommitOrder;
  readonly row: RecordRow | undefined;
}

async function applyToTables(db: VaultDatabase, write: DeviceWrite, { order, row }: Applied): Promise<void> {
  switch (write.type) {
    case 'putSlot': {
      const { record, opId, cipher, sealed, encapsulation } = getStaged(order.saves, write.slot.opId);
      const slot = { ...write.slot, sealed, encapsulationBytes: encapsulation.bytes };
      await db.records.put({ record, opId, cipher, slot, pending: 1 });
      return;
    }
    case 'moveSlotToQueue': {
      if (row?.slot?.opId !== write.queued.opId) throw new Error('A slot was queued that is not there.');
      const { sealed, encapsulation, encapsulationBytes } = row.slot;
      await Promise.all([
        db.outbox.put({ ...write.queued, sealed }),
        db.encapsulations.put({ id: encapsulation, bytes: encapsulationBytes }),
        db.records.put({ record: row.record, opId: row.opId, cipher: row.cipher }),
      ]);
      return;
    }
    case 'putPulled':
      await db.pulled.bulkPut([...getStaged(order.changes, write.answer).rows]);
      return;
    case 'dropServerBase':
      await db.pulled.clear();
      return;
    case 'deleteQueued':
      await db.outbox.where('seq').belowOrEqual(write.upTo).delete();
      await dropSpentEncapsulations(db);
      return;
    // The record lies in one row with its slot, and the rest in the head.
    case 'putRecord':
    case 'putHead':
    case 'putAcked':
    case 'putStanding':
    case 'putSetAside':
  }
}

function getStaged<K, V>(staged: ReadonlyMap<K, V>, key: K): V {
  const found = staged.get(key);
  if (found === undefined) throw new Error('A commit names bytes that were never staged.');
  return found;
}
