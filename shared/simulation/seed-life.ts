/** The days of one seed: when people come, when the big misfortunes strike, and the calm at the end. */
import type { DeviceId } from '../src/ids.ts';
import { approve } from './approval.ts';
import { backUp, killHouse, restoreHouse, revoke } from './house-life.ts';
import { finishHeld, visit } from './people.ts';
import { askSend, closeTabs, findTab, killPhone, openTab } from './phone.ts';
import type { SeedPlan } from './seed-plan.ts';
import { CALM, DAY, HOUR, makeId, MINUTE, type Phone, type World } from './world.ts';

export function addPhone(world: World, role: Phone['role']): Phone {
  const id = makeId<DeviceId>(world, 'p');
  const phone: Phone = {
    name: `phone${world.phones.length + 1}`,
    id,
    role,
    disk: { meta: world.cores.createDeviceState(id).disk, records: new Map() },
    unflushed: [],
    freeAt: 0,
    tabs: [],
    unlocked: true,
    loss: world.random.pick([0.02, 0.1, 0.3]),
    lineBytes: world.random.pick([0, 1_500, 6_000, 65_536]),
    quotaUntil: 0,
    clockError: 0,
    clone: false,
    own: [],
  };
  world.phones.push(phone);
  enrol(world, phone);
  return phone;
}

/** Most are approved on the spot; some work for days before the commune gets round to it. */
function enrol(world: World, phone: Phone): void {
  const { random, house, schedule, cores } = world;
  const waits = random.chance(0.25);
  const row = {
    device: phone.id,
    standing: waits ? 'waiting' : 'approved',
    role: phone.role,
    lastSeq: 0,
    head: cores.GENESIS_HASH,
    forked: false,
  } as const;
  house.store.commit([{ type: 'addDevice', row }], 'full');
  const { id } = phone;
  if (waits) schedule.after(random.between(HOUR, 3 * DAY), () => approve(world, id));
}

/** Everything that will happen until the calm is laid out at once; what follows from it follows. */
export function layOutDays(world: World, plan: SeedPlan): void {
  const { random, schedule } = world;
  const end = plan.days * DAY;
  for (const phone of [...world.phones]) layOutVisits(world, plan, { phone, from: 0 });
  for (let at = 6 * HOUR; at < end; at += 6 * HOUR) schedule.at(at, () => backUp(world));
  const sometime = (act: () => void) => schedule.at(random.between(HOUR, end), act);
  for (let at = 0; at < plan.devicePowerLosses; at++) {
    const phone = random.pick(world.phones);
    layOutPowerLoss(world, phone, random.between(HOUR, end));
  }
  for (let at = 0; at < plan.serverPowerLosses; at++) sometime(() => killHouse(world, 'serverPowerLoss'));
  for (let at = 0; at < plan.restores; at++) {
    sometime(() => {
      // Somebody who joined after the last backup is unknown to the restored server.
      if (random.chance(0.3))
        layOutVisits(world, plan, { phone: addPhone(world, 'volunteer'), from: schedule.now });
      schedule.after(random.between(0, 6 * HOUR), () => restoreHouse(world));
    });
  }
  for (let at = 0; at < plan.evictions; at++) sometime(() => wipePhone(world, random.pick(world.phones)));
  for (let at = 0; at < plan.revocations; at++) {
    sometime(() => {
      revoke(world, random.pick(world.phones).id);
      replacePhone(world, plan);
    });
  }
  for (let at = 0; at < plan.clones; at++) {
    sometime(() => {
      layOutVisits(world, plan, { phone: clonePhone(world), from: schedule.now });
      replacePhone(world, plan);
    });
  }
}

/** Whoever may not go on with one phone gets another. */
function replacePhone(world: World, plan: SeedPlan): void {
  const { schedule, random } = world;
  schedule.after(random.between(HOUR, DAY), () => {
    layOutVisits(world, plan, { phone: addPhone(world, 'volunteer'), from: schedule.now });
  });
}

/** Twice in a row, and in the middle of work: that is where it hurts. */
function layOutPowerLoss(world: World, phone: Phone, at: number): void {
  const { schedule, random } = world;
  schedule.at(at, () => {
    visit(world, phone);
    schedule.after(random.between(50, 60_000), () => killPhone(world, phone, 'devicePowerLoss'));
    schedule.after(2 * MINUTE, () => {
      visit(world, phone);
      schedule.after(random.between(50, 40_000), () => killPhone(world, phone, 'devicePowerLoss'));
    });
  });
}

function layOutVisits(
  world: World,
  plan: SeedPlan,
  { phone, from }: { readonly phone: Phone; readonly from: number },
): void {
  const { random, schedule } = world;
  for (let day = Math.ceil(from / DAY); day < plan.days; day++) {
    const start = day * DAY + random.between(HOUR, 10 * HOUR);
    for (let count = 0; count < plan.visitsPerDay; count++) {
      schedule.at(start + random.between(0, 4 * HOUR), () => visit(world, phone));
    }
    schedule.at(start + 5 * HOUR, () => closeTabs(phone));
  }
}

function clonePhone(world: World): Phone {
  const origin = world.random.pick(world.phones);
  world.tally.phoneCloned++;
  world.oracle.cloned.add(origin.id);
  const clone: Phone = {
    ...origin,
    name: `${origin.name}copy`,
    tabs: [],
    unflushed: [],
    clone: true,
    own: [],
  };
  world.phones.push(clone);
  return clone;
}

/** The browser has thrown everything away; the person enrols anew, under another name. */
function wipePhone(world: World, phone: Phone): void {
  if (world.oracle.cloned.has(phone.id)) return;
  world.tally.eviction++;
  world.trace.note(world.schedule.now, 'wiped', phone.name, phone.id);
  closeTabs(phone);
  const said = world.house.said.get(phone.id) ?? 0;
  world.oracle.wiped.set(phone.id, { said, queued: phone.disk.meta.queue });
  phone.id = makeId<DeviceId>(world, 'p');
  phone.disk = { meta: world.cores.createDeviceState(phone.id).disk, records: new Map() };
  phone.unflushed = [];
  enrol(world, phone);
}

/** No fault from now on: everything that was shown as saved must arrive, and everything must come to rest. */
export function calmDown(world: World): void {
  const { schedule, house } = world;
  world.faults = CALM;
  world.portal = { ...world.portal, plans: [] };
  schedule.runUntil(schedule.now + 3 * DAY);
  for (const [device, row] of house.store.tables.devices) {
    if (row.standing === 'waiting') approve(world, device);
  }
  exchange(world);
  // Patience with the portal ends after two days; then whoever is left is with a person.
  schedule.runUntil(schedule.now + 6 * DAY);
  exchange(world);
}

/** Rounds of half a minute on a good line; how many are needed is asserted afterwards by what is still unsent. */
function exchange(world: World): void {
  for (const phone of world.phones) {
    closeTabs(phone);
    phone.loss = 0;
    phone.quotaUntil = 0;
    phone.unlocked = true;
    phone.lineBytes = 65_536;
    openTab(world, phone);
  }
  for (let round = 0; round < 40; round++) {
    for (const phone of world.phones) {
      const tab = findTab(phone);
      if (tab) finishHeld(world, tab);
      if (tab) askSend(world, tab, true);
    }
    world.schedule.runUntil(world.schedule.now + MINUTE / 2);
    if (round > 2 && world.phones.every((phone) => isAtRest(world, phone))) return;
  }
}

export function isAtRest(world: World, phone: Phone): boolean {
  const { meta } = phone.disk;
  const row = world.house.store.tables.devices.get(phone.id);
  if (row?.forked) return meta.forked;
  const isSent = Object.keys(meta.slots).length === 0 && Math.max(meta.acked, meta.held) >= meta.head.seq;
  return isSent && (row?.standing !== 'approved' || meta.cursor === world.house.store.tables.communeSeq);
}
