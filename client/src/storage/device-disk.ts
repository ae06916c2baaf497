/** Reads the device core's disk out of the tables. Writes nothing and knows no key. */
import type { DeviceDisk, QueuedMeta, SlotMeta } from '#shared/custody/device-types';
import type { RecordId } from '#shared/ids';
import { DISK_HEAD, type VaultDatabase } from './database.ts';
import { EvictedError } from './storage-fault.ts';
import type { DiskHead, OutboxRow, SlotRow } from './stored-rows.ts';

/** All of it as one moment saw it; inside a running transaction, as that transaction sees it. */
export async function readDeviceDisk(db: VaultDatabase): Promise<DeviceDisk> {
  return db.transaction('r', ['meta', 'slots', 'outbox'], async () => {
    const head = await getDiskHead(db);
    const slots = await db.slots.toArray();
    const outbox = await db.outbox.toArray();
    return {
      ...head,
      slots: Object.fromEntries(slots.map((row) => [row.record, toSlotMeta(row)])) as Record<
        RecordId,
        SlotMeta
      >,
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

export function toSlotMeta({ sealed: _, ...meta }: SlotRow): SlotMeta {
  return meta;
}

function toQueuedMeta({ sealed: _, ...meta }: OutboxRow): QueuedMeta {
  return meta;
}
