/** Death, start, backup and restore of the server; approval and revocation of a phone. */
import type { DeviceId } from '../src/ids.ts';
import { obeyStep, scheduleDue } from './forwarding.ts';
import { Violation } from './violation.ts';
import { SERVER_EPOCH, HOUR, makeId, MINUTE, type Phone, type World } from './world.ts';

export function killHouse(world: World, how: 'any' | 'serverKill' | 'serverPowerLoss'): undefined {
  const { house, random, schedule, tally } = world;
  if (!house.up) return undefined;
  const kind = how !== 'any' ? how : random.chance(0.5) ? 'serverKill' : 'serverPowerLoss';
  tally[kind]++;
  world.trace.note(schedule.now, kind);
  house.up = false;
  house.epoch++;
  if (kind === 'serverPowerLoss') loseHousePower(world);
  const { epoch } = house;
  schedule.after(random.between(MINUTE / 2, 10 * MINUTE), () =>
    startHouse(world, { epoch, restored: false }),
  );
  return undefined;
}

function loseHousePower(world: World): void {
  const { store, promisedTo } = world.house;
  if (store.flushedLength < store.length) {
    store.cutTo(world.random.between(store.flushedLength, store.length));
  }
  for (const [device, upTo] of promisedTo) {
    const kept = store.tables.devices.get(device)?.lastSeq ?? 0;
    if (kept < upTo) throw new Violation('I2', `${device} was told ${upTo}, the store has ${kept}`);
  }
}

function startHouse(world: World, start: { readonly epoch: number; readonly restored: boolean }): void {
  const { house, cores, schedule } = world;
  if (house.epoch !== start.epoch || house.up) return;
  house.up = true;
  house.breaker = cores.createBreaker();
  const event = { type: 'restarted', now: schedule.now, bornOfRestore: start.restored } as const;
  for (const forward of [...house.store.tables.forwards.values()]) {
    const step = cores.stepForwarder(world.forwarding, forward, event);
    obeyStep(world, step);
    scheduleDue(world, step.state);
  }
}

/** Copied, verified, and only then does the watermark move. */
export function backUp(world: World): void {
  const { house } = world;
  if (!house.up) return;
  house.store.flush();
  const index = house.store.length;
  const lastSeq = new Map([...house.store.tables.devices].map(([device, row]) => [device, row.lastSeq]));
  const { epoch } = house;
  world.schedule.after(5 * MINUTE, () => {
    if (house.epoch === epoch) house.backups.push({ index, lastSeq });
  });
}

export function restoreHouse(world: World): void {
  const { house, schedule, tally } = world;
  const backup = house.backups.at(-1);
  if (!backup) return;
  tally.serverRestored++;
  world.trace.note(schedule.now, 'restored', backup.index, house.store.length);
  house.up = false;
  house.epoch++;
  house.store.cutTo(backup.index);
  const incarnation = makeId<string>(world, 'n');
  const start = world.cores.getStartOfLife(house.store.tables.communeSeq, SERVER_EPOCH + schedule.now);
  house.store.commit([{ type: 'beginIncarnation', incarnation, start }], 'full');
  house.incarnations.push(incarnation);
  house.bornOfRestore = true;
  house.promisedTo.clear();
  // The rows that had frozen the payloads are gone: what was asked for first and not found may be built anew.
  world.oracle.payloads.clear();
  const { epoch } = house;
  schedule.after(10 * MINUTE, () => startHouse(world, { epoch, restored: true }));
  for (const phone of world.phones) {
    if (!phone.isAbandoned && !house.store.tables.devices.has(phone.id)) enrolAgain(world, phone);
  }
}

/** A phone that joined after the backup: it joins again under its own name and keys, and offers all that it has. */
function enrolAgain(world: World, phone: Phone): void {
  const { store } = world.house;
  const { id: device, role } = phone;
  world.tally.enrolledAgain++;
  world.schedule.after(world.random.between(HOUR, 20 * HOUR), () => {
    if (store.tables.devices.has(device) || phone.id !== device) return;
    const row = { device, standing: 'approved', role, lastSeq: 0, forked: false } as const;
    store.commit([{ type: 'addDevice', row: { ...row, head: world.cores.GENESIS_HASH } }], 'full');
  });
}

export function revoke(world: World, device: DeviceId): void {
  const { store } = world.house;
  if (store.tables.devices.get(device)?.standing !== 'approved') return;
  world.tally.revocation++;
  store.commit([{ type: 'putStanding', device, standing: 'revoked' }], 'full');
}
