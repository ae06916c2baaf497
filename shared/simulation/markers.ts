/** The markers of a vault outside its database: noted whenever a page's disk has moved, and slow to reach the phone's own. */
import type { DeviceDisk } from '../src/custody/device-types.ts';
import type { Phone, Tab, World } from './world.ts';

/** As long as a browser may keep a note or a cookie in memory. */
const FLUSHED_AFTER = 30_000;

export function noteProgress(world: World, { phone, state }: Tab): void {
  const { cores, schedule } = world;
  const { disk } = state;
  if (disk.device !== phone.id) return;
  const last = phone.notes.at(-1);
  const noted = cores.noteOver(last?.progress, cores.describeProgress(disk));
  const progress = noted ?? last?.progress;
  // A page that has slept knows less than the one before it.
  const isStale = last !== undefined && disk.head.seq < last.headSeq;
  const missing = isStale ? last.missing : countMissing(disk);
  if (!progress || (!noted && missing === last?.missing)) return;
  const note = { at: schedule.now, progress, missing, headSeq: Math.max(disk.head.seq, last?.headSeq ?? 0) };
  phone.notes = [...dropOld(phone, schedule.now), note];
}

function dropOld({ notes }: Phone, now: number): Phone['notes'] {
  const sure = notes.findLastIndex(({ at }) => at <= now - FLUSHED_AFTER);
  return sure <= 0 ? notes : notes.slice(sure);
}

/** Counted here by what lies there, not by the marks that the note is made of. */
function countMissing({ queue, slots, acked, held }: DeviceDisk): number {
  const there = Math.max(acked, held);
  return queue.filter(({ seq }) => seq > there).length + Object.keys(slots).length;
}

/** A power cut: the latest notes may not have reached the disk. */
export function loseNotes(world: World, phone: Phone): void {
  const kept = dropOld(phone, world.schedule.now);
  if (kept.length < 2) return;
  phone.notes = kept.slice(0, world.random.between(1, kept.length));
  if (phone.notes.length < kept.length) world.tally.markerStale++;
}
