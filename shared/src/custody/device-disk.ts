/** What a commit does to a device's disk, and when it must be refused. Every shell's transaction means exactly this. */
import type { DeviceId, RecordId } from '../ids.ts';
import type { DeviceDisk, DeviceWrite, Expectation, Hash, SetAsideNote, SlotMeta } from './device-types.ts';

/** The chain's head before anything was queued: 32 zero bytes in base64url. */
export const GENESIS_HASH: Hash = 'A'.repeat(43);

export function createDeviceDisk(device: DeviceId): DeviceDisk {
  return {
    device,
    head: { seq: 0, hash: GENESIS_HASH },
    acked: 0,
    held: 0,
    backedUp: 0,
    incarnation: null,
    cursor: 0,
    slots: {},
    queue: [],
    setAside: [],
    standing: 'waiting',
    forked: false,
  };
}

/** To be asked inside the transaction, of the disk as it is there. */
export function meetsExpectation(disk: DeviceDisk, expect: Expectation): boolean {
  const { headSeq, slot, ackedAtMost, ackedAtLeast, incarnation, cursor } = expect;
  if (headSeq !== undefined && disk.head.seq !== headSeq) return false;
  if (slot && (disk.slots[slot.record]?.opId ?? null) !== slot.opId) return false;
  if (ackedAtMost !== undefined && disk.acked > ackedAtMost) return false;
  if (ackedAtLeast !== undefined && disk.acked < ackedAtLeast) return false;
  if (incarnation !== undefined && disk.incarnation !== incarnation) return false;
  return cursor === undefined || disk.cursor === cursor;
}

/** The first sequence that can still be offered. */
export function getFirstKept(disk: DeviceDisk): number {
  return disk.queue[0]?.seq ?? disk.head.seq + 1;
}

/** The server lacks something that was let go of here because it had said that it was backed up: nothing behind it arrives. */
export function isServerLost(disk: DeviceDisk): boolean {
  return Math.max(disk.acked, disk.held) + 1 < getFirstKept(disk);
}

/** Notes about a record that nothing said since has in it. */
export function listUnmended(disk: DeviceDisk, record: RecordId): SetAsideNote[] {
  const notes = disk.setAside.filter((note) => note.record === record);
  if (notes.length === 0) return [];
  const slot = disk.slots[record];
  const said = [...disk.queue, ...(slot ? [slot] : [])].flatMap((item) => item.mends ?? []);
  return notes.filter(({ seq }) => !said.includes(seq));
}

/** For the slot that replaces the record's present one and says again what was set aside. */
export function listMends(disk: DeviceDisk, record: RecordId): number[] {
  return [...(disk.slots[record]?.mends ?? []), ...listUnmended(disk, record).map(({ seq }) => seq)];
}

export function applyDeviceWrites(disk: DeviceDisk, writes: readonly DeviceWrite[]): DeviceDisk {
  return writes.reduce(applyDeviceWrite, disk);
}

function applyDeviceWrite(disk: DeviceDisk, write: DeviceWrite): DeviceDisk {
  switch (write.type) {
    case 'putRecord':
      return disk;
    case 'putSlot':
      return { ...disk, slots: { ...disk.slots, [write.slot.record]: write.slot } };
    case 'moveSlotToQueue': {
      const { record, opId } = write.queued;
      const slots = disk.slots[record]?.opId === opId ? withoutSlot(disk.slots, record) : disk.slots;
      // A disk that was read again before its own commit was heard of has it already.
      const isThere = disk.queue.some((item) => item.seq === write.queued.seq);
      return { ...disk, slots, queue: isThere ? disk.queue : [...disk.queue, write.queued] };
    }
    case 'putHead':
      return { ...disk, head: { seq: write.seq, hash: write.hash } };
    case 'putAcked':
      return { ...disk, acked: write.acked, held: write.held, backedUp: write.backedUp };
    case 'putStanding':
      return { ...disk, standing: write.standing, forked: write.forked };
    case 'putSetAside':
      return { ...disk, setAside: changeNotes(disk.setAside, write) };
    case 'putPulled':
      return { ...disk, incarnation: write.incarnation, cursor: write.cursor };
    case 'dropServerBase':
      return { ...disk, incarnation: write.incarnation, cursor: 0 };
    case 'deleteQueued':
      return { ...disk, queue: disk.queue.filter((item) => item.seq > write.upTo) };
  }
}

function changeNotes(
  notes: DeviceDisk['setAside'],
  { noted, settled }: Extract<DeviceWrite, { type: 'putSetAside' }>,
): DeviceDisk['setAside'] {
  const gone = new Set([...settled, ...noted.map(({ seq }) => seq)]);
  return [...notes.filter(({ seq }) => !gone.has(seq)), ...noted];
}

function withoutSlot(slots: DeviceDisk['slots'], record: SlotMeta['record']): DeviceDisk['slots'] {
  const { [record]: _gone, ...rest } = slots;
  return rest;
}
