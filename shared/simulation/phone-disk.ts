/** A phone's storage: commits and flushes; and what may never be seen on it. Obeys the durability it is told. */
import type { DeviceWrite } from '../src/custody/device-types.ts';
import type { OpId, RecordId } from '../src/ids.ts';
import { noteSaves, writeRecords } from './phone-records.ts';
import { followCommit, type FrameFate } from './second-copy.ts';
import { Violation } from './violation.ts';
import type { Phone, Tab, World } from './world.ts';

/** So many flushed disks are remembered, for a database that comes back older. */
const REMEMBERED = 6;

export function commitToDisk(
  world: World,
  tab: Tab,
  commit: {
    readonly writes: readonly DeviceWrite[];
    readonly durability: 'strict' | 'relaxed';
    readonly fate: FrameFate;
  },
): void {
  const { phone } = tab;
  const before = phone.disk;
  let { records } = before;
  for (const write of commit.writes) {
    checkWrite(world, phone, write);
    records = writeRecords(world, tab, { records, write });
  }
  const meta = world.cores.applyDeviceWrites(before.meta, commit.writes);
  const place = followCommit(world, phone, { ...commit, meta });
  phone.disk = { ...before, meta, records, saved: noteSaves(before.saved, commit.writes), place };
  phone.past.push(before);
  if (phone.past.length > 2 * REMEMBERED) phone.past.splice(0, REMEMBERED);
  if (commit.durability === 'strict') phone.unflushed = [];
  else phone.unflushed.push(before);
}

function checkWrite(world: World, phone: Phone, write: DeviceWrite): void {
  const { meta } = phone.disk;
  if (write.type === 'moveSlotToQueue' && write.queued.seq !== meta.head.seq + 1) {
    throw new Violation('I3', `${phone.name} gave place ${write.queued.seq} after ${meta.head.seq}`);
  }
  if (write.type === 'moveSlotToQueue') noteGiven(world, phone, write.queued);
  if (write.type === 'moveSlotToQueue' && mayBeRefused(world, write.queued)) {
    throw new Violation(
      'I27',
      `${phone.name} gave ${write.queued.record} a place while somebody was in the middle of it`,
    );
  }
  if (write.type === 'putSlot') {
    const lost = meta.slots[write.slot.record];
    if (lost && !includesOp(world, write.slot.opId, lost.opId)) {
      throw new Violation('I16', `${phone.name} replaced ${lost.opId} by ${write.slot.opId}`);
    }
  }
  if (write.type === 'deleteQueued') checkDeletion(world, phone, write.upTo);
}

/** Places that were given, whatever a phone still knows of them. */
export function noteGiven(
  { oracle }: World,
  { id, name, isStopped }: Phone,
  { seq, opId }: { readonly seq: number; readonly opId: OpId },
): void {
  // Nothing is sent from it: there its places mean nothing.
  if (isStopped) return;
  const given = oracle.given.get(id) ?? [];
  oracle.given.set(id, given);
  const known = given[seq];
  if (known !== undefined && known !== opId && !oracle.cloned.has(id) && !oracle.setBack.has(id))
    throw new Violation('I28', `${name} gave place ${seq} to ${opId}, and before to ${known}`);
  given[seq] = opId;
}

function checkDeletion(world: World, phone: Phone, upTo: number): void {
  const deleted = phone.disk.meta.queue.filter((item) => item.seq <= upTo);
  for (const { seq, opId } of deleted) {
    const stored = world.house.store.tables.ops.get(phone.id)?.[seq - 1];
    // Applied in a life that is over, it may lie unopened in the backup: safe, and the phone has not heard of it yet.
    const isSameLife = phone.disk.meta.incarnation === world.house.store.tables.incarnation;
    if (stored?.opId !== opId || (stored.held && isSameLife)) {
      throw new Violation('I5', `${phone.name} let go of ${seq} (${opId}) that the server has not applied`);
    }
  }
  const safe = world.house.backups.at(-1)?.lastSeq.get(phone.id) ?? 0;
  const last = deleted.at(-1)?.seq ?? 0;
  if (last > safe) throw new Violation('I6', `${phone.name} deleted ${last}, backed up is ${safe}`);
}

function mayBeRefused(
  world: World,
  { record, opId }: { readonly record: RecordId; readonly opId: OpId },
): boolean {
  const { unconfirmed, sealedUnconfirmed } = world.oracle;
  return unconfirmed.has(record) && [...sealedUnconfirmed].some((held) => includesOp(world, opId, held));
}

export function includesOp(world: World, opId: OpId, sought: OpId): boolean {
  let at: OpId | null = opId;
  while (at !== null && at !== sought) at = world.oracle.sealed.get(at)?.includes ?? null;
  return at !== null;
}
