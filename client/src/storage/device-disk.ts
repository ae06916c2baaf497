/** Reads the device core's disk out of the tables. Writes nothing and knows no key. */
import type { DeviceDisk, QueuedMeta, SlotMeta } from '#shared/custody/device-types';
import type { RecordId } from '#shared/ids';
import { DISK_HEAD, type VaultDatabase } from './database.ts';
import { EvictedError } from './storage-fault.ts';
import type { DiskHead, OutboxRow, PendingSlot, RecordRow } from './stored-rows.ts';

/** All of it as one moment saw it; inside a running transaction, as that transaction sees it. */
export async function readDeviceDisk(db: VaultDatabase): Promise<DeviceDisk> {
  return db.transaction('r', ['meta', 'records', 'outbox'], async () => {
    const head = await getDiskHead(db);
    const pending = await db.records.where({ pending: 1 }).toArray();
    const outbox = await db.outbox.toArray();
    return {
      ...head,
      slots: listSlots(pending),
      queue: outbox.map(toQueuedMeta),
    };
  });
}

/** Throws EvictedError when the database is an empty one: the fault is then told as such. */
export async function getDiskHead(db: VaultDatabase): Promise<DiskHead> {
  const head = await db.meta.get(DISK_HEAD);
  if (!head) throw new EvictedError('The database is empty.');
  return head;
}

function listSlots(rows: readonly RecordRow[]): Record<RecordId, SlotMeta> {
  const slots: Record<RecordId, SlotMeta> = {};
  for (const { record, slot } of rows) if (slot) slots[record] = toSlotMeta(slot);
  return slots;
}

function toSlotMeta({ sealed: _, encapsulationBytes: _bytes, ...meta }: PendingSlot): SlotMeta {
  return meta;
}

function toQueuedMeta({ sealed: _, ...meta }: OutboxRow): QueuedMeta {
  return meta;
}
