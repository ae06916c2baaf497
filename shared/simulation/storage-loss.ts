/** What a power cut, or a browser that clears out, does to a phone's storage: each copy for itself. */
import type { DeviceDisk } from '../src/custody/device-types.ts';
import { clearFile, holdsDisk } from './copy-files.ts';
import { loseNotes } from './markers.ts';
import type { Phone, PhoneDisk, World } from './world.ts';

/** Without a second copy such a cut ends a vault: fewer of them, so that there is work left to look at. */
const WITHOUT_COPY = 0.3;

/**
 * What the operating system had not written is gone; how much of it had been written is chance. Rarely the database comes back empty
 * or older than what was flushed, and rarely the files of its copy are gone.
 */
export function losePhonePower(world: World, phone: Phone): void {
  const { random, faults } = world;
  const { disk, unflushed, copy } = phone;
  loseNotes(world, phone);
  // Struck again before anybody has looked: what is left of it is known no better.
  if (phone.struck || phone.isEmpty) return;
  const isCopyWhole = copy !== undefined && holdsDisk(copy, disk.meta);
  const flushed = unflushed[0] ?? disk;
  phone.disk = random.pick([...unflushed, disk]);
  phone.unflushed = [];
  const weight = copy ? 1 : WITHOUT_COPY;
  const isEmptied = random.chance(faults.emptied * weight);
  const isOlder = !isEmptied && random.chance(faults.older * weight) && comeBackOlder(world, phone, flushed);
  const isCopyLost = copy !== undefined && random.chance(faults.copyLost);
  if (isEmptied) emptyDatabase(world, phone);
  if (isCopyLost) {
    world.tally.copyLost++;
    for (const file of copy.files) clearFile(file);
  }
  phone.past = [];
  const isCopyDue = isCopyWhole && !isCopyLost;
  const due = isCopyDue ? disk.meta : isEmptied || isOlder ? undefined : flushed.meta;
  phone.struck = { truth: disk.meta, due };
  if (!due) world.tally.bothLost++;
}

function emptyDatabase(world: World, phone: Phone): void {
  world.tally.databaseEmptied++;
  world.trace.note(world.schedule.now, 'emptied', phone.name);
  phone.isEmpty = true;
  const { disk } = world.cores.createDeviceState(phone.id);
  phone.disk = createPhoneDisk(disk);
}

export function createPhoneDisk(meta: DeviceDisk): PhoneDisk {
  return { meta, records: new Map(), saved: undefined, place: undefined, hasSendKey: false };
}

function comeBackOlder(world: World, phone: Phone, flushed: PhoneDisk): boolean {
  const before = phone.past.filter((disk) => disk !== flushed && disk.meta.device === phone.id);
  if (before.length === 0) return false;
  world.tally.databaseOlder++;
  phone.disk = world.random.pick(before);
  world.trace.note(world.schedule.now, 'older', phone.name, phone.disk.meta.head.seq);
  return true;
}
