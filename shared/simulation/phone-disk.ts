/** A phone's storage: commits, flushes, power cuts; and what may never be seen on it. Obeys the durability it is told. */
import type { DeviceWrite } from '../src/custody/device-types.ts';
import type { Json, Patch } from '../src/model/operation.ts';
import type { RecordState } from '../src/custody/server-types.ts';
import type { OpId, RecordId } from '../src/ids.ts';
import { Violation } from './violation.ts';
import type { Phone, PhoneDisk, Tab, World } from './world.ts';

export function commitToDisk(
  world: World,
  tab: Tab,
  commit: { readonly writes: readonly DeviceWrite[]; readonly durability: 'strict' | 'relaxed' },
): void {
  const { phone } = tab;
  const before = phone.disk;
  let { records } = before;
  for (const write of commit.writes) {
    checkWrite(world, phone, write);
    records = writeRecords(world, tab, { records, write });
  }
  phone.disk = { meta: world.cores.applyDeviceWrites(before.meta, commit.writes), records };
  if (commit.durability === 'strict') phone.unflushed = [];
  else phone.unflushed.push(before);
}

/** What the operating system had not written is gone; how much of it had been written is chance. */
export function losePhonePower(world: World, phone: Phone): void {
  const disks = [...phone.unflushed, phone.disk];
  phone.disk = world.random.pick(disks);
  phone.unflushed = [];
}

function writeRecords(
  world: World,
  tab: Tab,
  { records, write }: { records: PhoneDisk['records']; write: DeviceWrite },
): PhoneDisk['records'] {
  switch (write.type) {
    case 'putRecord':
      return overlay(world, new Map(records), [write.opId]);
    case 'dropServerBase':
      return overlay(world, new Map(), listOwnOps(tab.phone, { above: 0 }));
    case 'putPulled':
      return layPulled(world, tab, { records, pulled: tab.pulled.get(write.answer) ?? [] });
    default:
      return records;
  }
}

function layPulled(
  world: World,
  tab: Tab,
  { records, pulled }: { records: PhoneDisk['records']; pulled: readonly RecordState[] },
): PhoneDisk['records'] {
  if (pulled.length === 0) return records;
  const laid = new Map(records);
  const touched = new Set<RecordId>();
  for (const state of pulled) {
    touched.add(state.record);
    const fields: Record<string, Json> = {};
    for (const path of Object.keys(state.fields)) fields[path] = state.fields[path]?.value ?? null;
    laid.set(state.record, fields);
  }
  const own = listOwnOps(tab.phone, { above: tab.phone.disk.meta.acked }).filter((opId) =>
    touched.has(world.oracle.sealed.get(opId)?.op.record as RecordId),
  );
  return overlay(world, laid, own);
}

/** What the phone itself wrote and still keeps, oldest first. */
function listOwnOps(phone: Phone, { above }: { readonly above: number }): OpId[] {
  const { queue, slots } = phone.disk.meta;
  const queued = queue.filter((item) => item.seq > above).map((item) => item.opId);
  return [...queued, ...Object.values(slots).map((slot) => slot.opId)];
}

function overlay(world: World, records: Map<RecordId, Patch>, opIds: readonly OpId[]): Map<RecordId, Patch> {
  for (const opId of opIds) {
    const op = world.oracle.sealed.get(opId)?.op;
    if (op) records.set(op.record, { ...records.get(op.record), ...op.patch });
  }
  return records;
}

function checkWrite(world: World, phone: Phone, write: DeviceWrite): void {
  const { meta } = phone.disk;
  if (write.type === 'moveSlotToQueue' && write.queued.seq !== meta.head.seq + 1) {
    throw new Violation('I3', `${phone.name} gave place ${write.queued.seq} after ${meta.head.seq}`);
  }
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

function includesOp(world: World, opId: OpId, sought: OpId): boolean {
  let at: OpId | null = opId;
  while (at !== null && at !== sought) at = world.oracle.sealed.get(at)?.includes ?? null;
  return at !== null;
}
