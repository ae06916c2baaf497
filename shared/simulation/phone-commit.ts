/** One commit of a phone: how long it takes, what may go wrong with it, and what its page is told. */
import type { DeviceEffect, DeviceEvent, StorageFault } from '../src/custody/device-types.ts';
import { commitToDisk } from './phone-disk.ts';
import { beginIfAhead, type FrameFate, writeAhead } from './second-copy.ts';
import { MINUTE, type Phone, type Tab, type World } from './world.ts';

export interface AskedCommit {
  readonly effect: Extract<DeviceEffect, { type: 'commit' }>;
  /** Tells a page what came of it. */
  readonly feed: (world: World, tab: Tab, event: DeviceEvent) => void;
}

export function beginCommit(world: World, tab: Tab, asked: AskedCommit): void {
  const { phone } = tab;
  const device = phone.id;
  phone.freeAt = Math.max(phone.freeAt, world.schedule.now) + world.random.between(1, 25);
  world.schedule.at(phone.freeAt, () => {
    if (phone.id !== device || phone.isEmpty) return;
    if (tab.alive) return endCommit(world, tab, { ...asked, fate: 'kept' });
    // Nothing is written by a machine without power on top of what its disk was found to have kept.
    if (phone.struck) return;
    // A page that died in between may have got its transaction through, or not; and its frame, or half of it, or nothing.
    const fate = world.random.pick<FrameFate>(['kept', 'torn', 'lost']);
    if (world.random.chance(0.5)) endCommit(world, tab, { ...asked, fate });
    else if (!phone.tabs.some((other) => other.alive)) {
      writeAhead(world, phone, { writes: asked.effect.writes, fate });
    }
  });
}

function endCommit(world: World, tab: Tab, asked: AskedCommit & { readonly fate: FrameFate }): void {
  const { phone } = tab;
  const { effect, fate: frame } = asked;
  const { ticket, writes, durability } = effect;
  const fault = drawStorageFault(world, phone);
  if (fault !== undefined && fault !== 'done') {
    const isMet = fault === 'aborted' && world.cores.meetsExpectation(phone.disk.meta, effect.expect);
    if (isMet) writeAhead(world, phone, { writes, fate: world.random.chance(0.5) ? 'kept' : 'torn' });
    later(world, asked, { tab, event: { type: 'commitFailed', ticket, fault } });
    return;
  }
  const { lives } = phone;
  if (tab.alive) beginIfAhead(world, phone);
  if (phone.lives !== lives) return;
  if (!world.cores.meetsExpectation(phone.disk.meta, effect.expect)) {
    world.tally.commitRefused++;
    later(world, asked, { tab, event: { type: 'commitRefused', ticket, disk: phone.disk.meta } });
    return;
  }
  commitToDisk(world, tab, { writes, durability, fate: frame });
  world.trace.note(world.schedule.now, 'written', phone.name, writes[0]?.type, durability);
  if (fault === 'done') {
    later(world, asked, { tab, event: { type: 'commitFailed', ticket, fault: 'aborted' } });
    return;
  }
  later(world, asked, { tab, event: { type: 'committed', ticket } });
  for (const other of phone.tabs) {
    if (other !== tab && world.random.chance(0.8)) {
      world.schedule.after(5, () => asked.feed(world, other, { type: 'reloaded', disk: phone.disk.meta }));
    }
  }
}

/** Within the same task, or a moment later: in between the page may die. */
function later(
  world: World,
  { feed }: AskedCommit,
  { tab, event }: { readonly tab: Tab; readonly event: DeviceEvent },
): void {
  world.schedule.after(world.random.below(3), () => feed(world, tab, event));
}

/** By how often each was seen in the field: dead handle 19 %, open failed 26 %, quota 26 %, aborted and others the rest. */
function drawStorageFault(world: World, phone: Phone): StorageFault | 'done' | undefined {
  const { random, faults, tally, schedule } = world;
  if (phone.quotaUntil > schedule.now) {
    tally.quota++;
    return 'quota';
  }
  if (!random.chance(faults.storage)) return undefined;
  const drawn = random.below(100);
  if (drawn < 22) {
    tally.handleDead++;
    return 'handleDead';
  }
  if (drawn < 50) {
    tally.openFailed++;
    return 'openFailed';
  }
  if (drawn < 75) {
    phone.quotaUntil = schedule.now + random.between(1, 20 * MINUTE);
    tally.quota++;
    return 'quota';
  }
  if (drawn < 88) {
    tally.commitAborted++;
    return 'aborted';
  }
  tally.commitDoneButReportedFailed++;
  return 'done';
}
