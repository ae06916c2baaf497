/** What a vault is found to be when a page opens it: as it was, built again, older, or gone. And whether what was found is true. */
import type { DeviceDisk } from '../src/custody/device-types.ts';
import type { OpId } from '../src/ids.ts';
import { noteGiven, includesOp } from './phone-disk.ts';
import { settleCopies } from './second-copy.ts';
import { Violation } from './violation.ts';
import type { Phone, Struck, World } from './world.ts';

/** `gone`: nothing of it is left here but what the markers say. `older`: for the first time. `died`: while it was put right. */
export function openVault(world: World, phone: Phone): 'ready' | 'gone' | 'older' | 'died' {
  const { tally } = world;
  const { lives } = phone;
  const settled = settleCopies(world, phone);
  if (phone.lives !== lives) return 'died';
  const { struck } = phone;
  phone.struck = undefined;
  if (settled === 'gone') {
    tally.goneByMarker++;
    checkCount(world, phone);
    if (struck?.due)
      throw new Violation('I29', `${phone.name} is said to be gone, and a copy of it was whole`);
    noteLost(world, phone, { lost: struck?.truth, found: undefined });
    return 'gone';
  }
  const { meta } = phone.disk;
  if (struck?.due) checkDue(world, phone, struck.due);
  else if (struck) noteLost(world, phone, { lost: struck.truth, found: meta });
  const noted = phone.notes.at(-1);
  const found = { seq: meta.head.seq, isStopped: phone.isStopped };
  const isOlder = noted !== undefined && world.cores.isOlderThanNoted(noted.progress, found);
  if (struck) checkOlder(world, phone, { struck, isOlder });
  const isNews = isOlder && !phone.isStopped;
  if (isNews) tally.stoppedAsOlder++;
  // Written down in the database, whatever becomes of the marker.
  phone.isStopped ||= isOlder;
  if (struck && !struck.due) world.oracle.struckTwice.add(phone.id);
  else for (const item of meta.queue) noteGiven(world, phone, item);
  return isNews ? 'older' : 'ready';
}

/** What one of two copies still held, by its very operations. */
function checkDue(world: World, { name, disk }: Phone, due: DeviceDisk): void {
  const { meta } = disk;
  const kept = new Set(meta.queue.map(({ opId }) => opId));
  if (meta.head.seq < due.head.seq) {
    throw new Violation('I29', `${name} is at place ${meta.head.seq}, and a copy of it had ${due.head.seq}`);
  }
  // What was brought back may be of a moment later, when more could be let go of.
  const spent = Math.max(...[due, meta].map(({ acked, backedUp }) => Math.min(acked, backedUp)));
  for (const { seq, opId } of due.queue) {
    if (seq > spent && !kept.has(opId))
      throw new Violation('I29', `${name} has lost ${opId} at place ${seq}`);
  }
  for (const { record, opId } of Object.values(due.slots)) {
    const later = [...meta.queue.filter((item) => item.record === record), meta.slots[record]];
    const isThere = later.some((item) => item && includesOp(world, item.opId, opId));
    if (!isThere && world.oracle.shown.has(opId)) {
      throw new Violation('I29', `${name} has lost what was saved of ${record} as ${opId}`);
    }
  }
}

/** Whoever lost both copies is told so where a marker is left that knows more; where none is, nobody can know. */
function checkOlder(
  world: World,
  phone: Phone,
  { struck, isOlder }: { readonly struck: Struck; readonly isOlder: boolean },
): void {
  const { name, disk, id, notes } = phone;
  const { seq } = disk.meta.head;
  const had = struck.truth.head.seq;
  if (isOlder && !phone.isStopped && seq >= had) {
    throw new Violation('I30', `${name} is said to be older, and has all of its ${had} places`);
  }
  if (isOlder || seq >= had) return;
  const noted = notes.at(-1)?.headSeq ?? 0;
  if (noted > seq) {
    throw new Violation('I30', `${name} came back at place ${seq} of ${noted} that were noted, and goes on`);
  }
  world.oracle.setBack.add(id);
}

export function checkCount(world: World, { name, notes }: Phone): void {
  const noted = notes.at(-1);
  if (!noted) return;
  const said = world.cores.countUnsent(noted.progress);
  if (said < noted.missing) {
    throw new Violation('I30', `${name} is said to have lost ${said}, and ${noted.missing} were only here`);
  }
}

function noteLost(
  { oracle }: World,
  { id }: Phone,
  { lost, found }: { readonly lost: DeviceDisk | undefined; readonly found: DeviceDisk | undefined },
): void {
  if (lost?.device !== id) return;
  const left = new Set(
    [...(found?.queue ?? []), ...Object.values(found?.slots ?? {})].map(({ opId }) => opId),
  );
  for (const { opId } of [...lost.queue, ...Object.values(lost.slots)]) {
    if (!left.has(opId)) noteWithIncluded(oracle, opId);
  }
}

/** With all that the same slot has held before. */
export function noteWithIncluded({ lostWithBoth, sealed }: World['oracle'], opId: OpId): void {
  for (let at: OpId | null = opId; at !== null; at = sealed.get(at)?.includes ?? null) lostWithBoth.add(at);
}
