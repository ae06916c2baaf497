/** The days of one seed: when people come, when the big misfortunes strike, and the calm at the end. */
import { approve } from './approval.ts';
import { backUp, killHouse, restoreHouse, revoke } from './house-life.ts';
import { finishHeld, visit } from './people.ts';
import { askSend, closeTabs, findTab, killPhone, openTab } from './phone.ts';
import { wakeWorker } from './pocket.ts';
import type { SeedPlan } from './seed-plan.ts';
import { addPhone, clonePhone, forgetPin, wipePhone } from './vault-life.ts';
import { CALM, DAY, HOUR, MINUTE, type Phone, type World } from './world.ts';

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
  for (let at = 0; at < plan.forgottenPins; at++) sometime(() => forgetPin(world, random.pick(world.phones)));
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
    schedule.at(start + random.between(0, 10 * HOUR), () => wakeWorker(world, phone.handset));
  }
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
  for (const phone of world.phones.filter(({ isAbandoned }) => !isAbandoned)) {
    closeTabs(phone);
    phone.loss = 0;
    phone.quotaUntil = 0;
    phone.unlocked = !phone.isErased;
    phone.lineBytes = 65_536;
    openTab(world, phone);
  }
  for (let round = 0; round < 40; round++) {
    for (const phone of world.phones) {
      const tab = findTab(phone);
      if (tab && !phone.isErased && !phone.isStopped) finishHeld(world, tab);
      if (tab) askSend(world, tab, true);
    }
    world.schedule.runUntil(world.schedule.now + MINUTE / 2);
    if (round > 2 && world.phones.every((phone) => isAtRest(world, phone))) return;
  }
}

export function isAtRest(world: World, phone: Phone): boolean {
  if (phone.isAbandoned || phone.isStopped) return true;
  const { meta } = phone.disk;
  const row = world.house.store.tables.devices.get(phone.id);
  if (row?.forked) return meta.forked;
  // What its person may still refuse, nobody can confirm any more where the PIN was forgotten.
  const waiting = Object.values(meta.slots).filter((slot) => !phone.isErased || !slot.unconfirmed);
  const isSent = waiting.length === 0 && Math.max(meta.acked, meta.held) >= meta.head.seq;
  return (
    isSent &&
    (phone.isErased || row?.standing !== 'approved' || meta.cursor === world.house.store.tables.communeSeq)
  );
}
