/** A phone's database and its second copy: written together, put right at each opening, lost apart or both. */
import type { DeviceDisk, DeviceWrite } from '../src/custody/device-types.ts';
import type { OpId } from '../src/ids.ts';
import {
  appendFrame,
  clearFile,
  type CopyFrame,
  endsWithPlace,
  measureWrites,
  readCopy,
  type Saved,
  type SecondCopy,
} from './copy-files.ts';
import { noteSaves, overlay } from './phone-records.ts';
import type { Phone, PhoneDisk, World } from './world.ts';

/** As the shell has it. */
const TRY_AGAIN_AFTER = 10_000;

/** What becomes of a frame whose page dies, or whose transaction is refused, in the same moment. */
export type FrameFate = 'kept' | 'torn' | 'lost';

/** In the moment of the transaction. A frame that is refused leaves the copy behind, and it is begun anew as soon as it may be. */
export function followCommit(
  world: World,
  phone: Phone,
  commit: { readonly writes: readonly DeviceWrite[]; readonly meta: DeviceDisk; readonly fate: FrameFate },
): PhoneDisk['place'] {
  const { copy, disk } = phone;
  if (!copy) return undefined;
  const before = disk.place ?? world.cores.NOWHERE;
  const next = world.cores.advancePlace(before, measureWrites(commit.writes));
  const isAppended = append(world, { copy, before, ...commit });
  if (commit.fate !== 'kept') return next;
  copy.mustBegin ||= !isAppended;
  if (!isAppended || world.cores.isOutgrown(before)) renewSoon(world, phone);
  return next;
}

/** Flushed before its transaction was refused, or before the page died with it. */
export function writeAhead(
  world: World,
  phone: Phone,
  { writes, fate }: { readonly writes: readonly DeviceWrite[]; readonly fate: FrameFate },
): void {
  const { copy, disk } = phone;
  if (!copy || !disk.place) return;
  const meta = world.cores.applyDeviceWrites(disk.meta, writes);
  if (append(world, { copy, before: disk.place, writes, meta, fate })) world.tally.copyAhead++;
  copy.mustBegin = true;
}

interface Appending {
  readonly copy: SecondCopy;
  readonly before: NonNullable<PhoneDisk['place']>;
  readonly writes: readonly DeviceWrite[];
  readonly meta: DeviceDisk;
  readonly fate: FrameFate;
}

function append(world: World, { copy, before, writes, meta, fate }: Appending): boolean {
  if (before.generation === 0 || fate === 'lost' || copy.mustBegin) return false;
  if (isRefused(world, copy)) return false;
  const { generation, commit } = world.cores.advancePlace(before, 0);
  const length = measureWrites(writes);
  const frame: CopyFrame = { generation, commit, what: { type: 'writes', writes }, length };
  if (fate === 'torn') world.tally.copyTorn++;
  return appendFrame(copy.files[before.file], {
    at: before.end,
    frame,
    truth: meta,
    isTorn: fate === 'torn',
  });
}

function isRefused(world: World, copy: SecondCopy): boolean {
  const { random, schedule, faults, tally } = world;
  if (random.chance(faults.copyRefused)) copy.refusedUntil = schedule.now + random.between(1, 1_200_000);
  const isRefusing = copy.refusedUntil > schedule.now;
  if (isRefusing) tally.copyRefused++;
  return isRefusing;
}

/** Nobody waits for it; in its turn, so that nothing else is written meanwhile. */
function renewSoon(world: World, phone: Phone): void {
  const { copy, id } = phone;
  if (!copy || copy.isRenewing) return;
  copy.isRenewing = true;
  world.schedule.after(1, () => {
    copy.isRenewing = false;
    // The page that would have done it may be gone.
    if (phone.copy === copy && phone.id === id && phone.tabs.some((tab) => tab.alive))
      renewCopy(world, phone);
  });
}

/** Before the next transaction: what was written ahead of one that was refused must not pass for it. */
export function beginIfAhead(world: World, phone: Phone): void {
  if (phone.copy?.mustBegin === true) renewCopy(world, phone);
}

/** Begins the other file, then moves over to it, then empties this one. The phone may die between any two of these. */
export function renewCopy(world: World, phone: Phone): void {
  const { copy, disk } = phone;
  const { cores, schedule } = world;
  if (!copy || schedule.now < copy.notBefore) return;
  if (isRefused(world, copy)) {
    copy.notBefore = schedule.now + TRY_AGAIN_AFTER;
    return;
  }
  const mark = cores.planRenewal(readCopy(cores, copy), disk.place ?? cores.NOWHERE);
  const { file: at, generation, commit } = mark;
  const file = copy.files[at];
  clearFile(file);
  for (const { what, length } of describeDisk(disk)) {
    if (isCut(world, phone)) return;
    appendFrame(file, { at: file.length, frame: { generation, commit, what, length }, truth: disk.meta });
  }
  if (isCut(world, phone)) return;
  const end = file.length;
  const tail = end - (file.frames.at(-1)?.length ?? 0);
  phone.disk = { ...disk, place: { file: at, generation, commit, tail, end, begun: end } };
  if (isCut(world, phone)) return;
  clearFile(copy.files[at === 0 ? 1 : 0]);
  copy.mustBegin = false;
}

function describeDisk({ meta, saved }: PhoneDisk): Pick<CopyFrame, 'what' | 'length'>[] {
  const { slots, queue } = meta;
  const rows = 20 + 3_000 * Object.keys(slots).length + 2_000 * queue.length;
  return [
    { what: { type: 'head', head: { ...meta, slots: {}, queue: [] } }, length: 3_020 },
    { what: { type: 'rows', rows: { slots, queue }, saved }, length: rows },
    { what: { type: 'whole' }, length: 20 },
  ];
}

function isCut(world: World, phone: Phone): boolean {
  if (!world.random.chance(world.faults.killInRenewal)) return false;
  world.tally.copyCutWhileBegun++;
  world.fate.strike(phone);
  return true;
}

/** When the database is opened: afterwards the two say the same, or the copy is behind. `gone`: there is nothing in either. */
export function settleCopies(world: World, phone: Phone): 'ready' | 'gone' {
  const { copy, disk, isEmpty } = phone;
  const { cores, tally } = world;
  if (!copy) return isEmpty ? 'gone' : 'ready';
  // A page that has just been opened knows what it finds.
  if (!phone.tabs.some((tab) => tab.alive)) copy.mustBegin = false;
  if (!isEmpty && disk.place && endsWithPlace(cores, copy, disk.place)) return 'ready';
  const settling = cores.decideSettling(isEmpty ? 'empty' : disk.place, readCopy(cores, copy));
  if (settling.type === 'gone') return 'gone';
  if (settling.type === 'rebuild') {
    tally.rebuilt++;
    const { head: meta } = cores.askAgain(
      undefined,
      replay(world, createBlank(world, phone), settling.frames),
    );
    const saved = replaySaves(undefined, settling.frames);
    const records = overlay(world, new Map(), listSaved(saved));
    const hasSendKey = !isEmpty && disk.hasSendKey;
    phone.disk = { meta, records, saved, place: settling.place, hasSendKey };
    phone.isEmpty = false;
  }
  if (settling.type === 'catchUp') {
    tally.caughtUp++;
    const { head: meta, isBaseKept } = cores.askAgain(disk.meta, replay(world, disk.meta, settling.frames));
    const saved = replaySaves(disk.saved, settling.frames);
    const shown = isBaseKept ? listSaved(saved, disk.saved) : listSaved(saved);
    const records = overlay(world, new Map(isBaseKept ? disk.records : []), shown);
    phone.disk = { ...disk, meta, records, saved, place: settling.place };
  }
  renewCopy(world, phone);
  return 'ready';
}

function createBlank(world: World, phone: Phone): DeviceDisk {
  return world.cores.createDeviceState(phone.id).disk;
}

function replay(world: World, from: DeviceDisk, frames: readonly CopyFrame[]): DeviceDisk {
  let meta = from;
  for (const { what } of frames) {
    if (what.type === 'writes') meta = world.cores.applyDeviceWrites(meta, what.writes);
    if (what.type === 'head') meta = what.head;
    if (what.type === 'rows') meta = { ...meta, ...what.rows };
  }
  return meta;
}

function replaySaves(from: Saved | undefined, frames: readonly CopyFrame[]): Saved | undefined {
  let saved = from;
  for (const { what } of frames) {
    if (what.type === 'writes') saved = noteSaves(saved, what.writes);
    if (what.type === 'rows') ({ saved } = what);
  }
  return saved;
}

/** Oldest first, down to a list that is known. */
function listSaved(saved: Saved | undefined, known?: Saved): OpId[] {
  const listed: OpId[] = [];
  for (let at = saved; at && at !== known; at = at.before) listed.push(at.opId);
  return listed.reverse();
}
