/** Carries out one commit of the device core: all of its writes in one strict transaction, or none. Decides nothing itself. */
import { applyDeviceWrites, meetsExpectation } from '#shared/custody/device-disk';
import type { DeviceDisk, DeviceWrite, Expectation } from '#shared/custody/device-types';
import type { OpId, RecordId } from '#shared/ids';
import { DISK_HEAD, type VaultDatabase, writeTogether } from './database.ts';
import { getDiskHead, readDeviceDisk, toSlotMeta } from './device-disk.ts';
import { dropSpentEncapsulations, dropWithdrawn } from './drop-rows.ts';
import type { DiskHead, EncapsulationRow, PulledRow, ReceiptRow } from './stored-rows.ts';

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
    const head = await getDiskHead(db);
    if (!(await holdsTrue(db, head, order))) return { type: 'refused', disk: await readDeviceDisk(db) };
    const next = moveHead(head, order.writes);
    for (const write of order.writes) await applyToTables(db, write, order);
    if (order.writes.some(({ type }) => !KEEPS_HEAD.has(type))) await db.meta.put(next, DISK_HEAD);
    if (order.writes.some(({ type }) => type === 'putAcked') && order.receipt)
      await db.receipts.put(order.receipt);
    if (order.writes.some(({ type }) => type === 'putAcked' || type === 'putPulled'))
      await dropWithdrawn(db, next.acked);
    return { type: 'committed' };
  });
}

const SAVE_TABLES = ['meta', 'records', 'slots', 'outbox', 'encapsulations'] as const;
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

/** Another tab's save of the same record must be read before this one may take its place: its values would be lost to sight. */
async function holdsTrue(db: VaultDatabase, head: DiskHead, order: CommitOrder): Promise<boolean> {
  const { slot } = order.expect;
  const row = slot && (await db.slots.get(slot.record));
  const slots = row ? { [row.record]: toSlotMeta(row) } : {};
  if (!meetsExpectation({ ...head, slots, queue: [] }, order.expect)) return false;
  for (const write of order.writes) {
    if (write.type !== 'putRecord') continue;
    const found = await db.records.get(write.record);
    if (found?.opId !== getStaged(order.saves, write.opId).basedOn) return false;
  }
  return true;
}

function moveHead(head: DiskHead, writes: readonly DeviceWrite[]): DiskHead {
  const {
    slots: _slots,
    queue: _queue,
    ...next
  } = applyDeviceWrites({ ...head, slots: {}, queue: [] }, writes);
  return next;
}

async function applyToTables(db: VaultDatabase, write: DeviceWrite, order: CommitOrder): Promise<void> {
  switch (write.type) {
    case 'putRecord': {
      const { record, opId, cipher } = getStaged(order.saves, write.opId);
      await db.records.put({ record, opId, cipher });
      return;
    }
    case 'putSlot': {
      const { sealed, encapsulation } = getStaged(order.saves, write.slot.opId);
      await db.slots.put({ ...write.slot, sealed });
      await db.encapsulations.put(encapsulation);
      return;
    }
    case 'moveSlotToQueue': {
      const slot = await db.slots.get(write.queued.record);
      if (slot?.opId !== write.queued.opId) throw new Error('A slot was queued that is not there.');
      await db.outbox.put({ ...write.queued, sealed: slot.sealed });
      await db.slots.delete(write.queued.record);
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
