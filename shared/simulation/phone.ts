/** A phone with its tabs: runs the effects of the device core, and may be killed between any two of them. */
import type { DeviceEffect, DeviceEvent, SlotMeta } from '../src/custody/device-types.ts';
import type { Patch } from '../src/model/operation.ts';
import type { OpId, RecordId } from '../src/ids.ts';
import { carry } from './line.ts';
import { sendForOthers } from './pocket.ts';
import { noteProgress } from './markers.ts';
import { openVault } from './opening.ts';
import { beginCommit } from './phone-commit.ts';
import { losePhonePower } from './storage-loss.ts';
import {
  CALM,
  chainHash,
  HOUR,
  makeId,
  MINUTE,
  SERVER_EPOCH,
  type Phone,
  type Tab,
  type World,
} from './world.ts';

const ANSWER_TIMEOUT = 30_000;

type EffectOf<T extends DeviceEffect['type']> = Extract<DeviceEffect, { type: T }>;

export function openTab(world: World, phone: Phone): Tab {
  if (world.faults !== CALM) {
    for (const other of listHandset(world, phone)) if (other !== phone) closeTabs(other);
  }
  const { lives } = phone;
  const found = phone.isAbandoned ? 'died' : openVault(world, phone);
  if (found === 'gone') world.fate.beginAnew(phone);
  if (found === 'older') world.fate.beginBeside(phone);
  if (phone.unlocked && !phone.isErased) phone.disk = { ...phone.disk, hasSendKey: true };
  if (phone.isErased && !phone.disk.hasSendKey) world.fate.leaveUnsent(phone);
  const tab: Tab = {
    state: world.cores.loadDeviceState(phone.disk.meta),
    // It may die while it is put right, or while another one is made in its place.
    alive: !phone.isAbandoned && phone.lives === lives + (found === 'gone' ? 1 : 0),
    phone,
    pulled: new Map(),
    wakeAt: 0,
    told: [],
  };
  if (!tab.alive) return tab;
  phone.tabs = [...phone.tabs.filter((other) => other.alive), tab];
  if (phone.tabs.length > 1) world.tally.twoTabs++;
  noteProgress(world, tab);
  world.schedule.after(500, () => askSend(world, tab));
  world.schedule.after(600, () => sendForOthers(world, tab));
  return tab;
}

/** All vaults of one phone, this one among them. */
export function listHandset({ phones }: World, { handset }: Phone): Phone[] {
  return phones.filter((one) => one.handset === handset);
}

export function findTab(phone: Phone): Tab | undefined {
  return phone.tabs.find((tab) => tab.alive);
}

/** The vault that its person opens: the last one that was begun because the others could not be gone on with. */
export function findInUse(phone: Phone): Phone {
  return phone.successor ? findInUse(phone.successor) : phone;
}

export function closeTabs(phone: Phone): void {
  for (const tab of phone.tabs) tab.alive = false;
  phone.tabs = [];
}

/** The whole process dies; a power cut also takes what was not flushed. It is opened again later. */
export function killPhone(world: World, phone: Phone, how: 'processKill' | 'devicePowerLoss'): void {
  world.tally[how]++;
  world.trace.note(world.schedule.now, how, phone.name);
  for (const one of listHandset(world, phone)) {
    one.lives++;
    closeTabs(one);
    if (how === 'devicePowerLoss') losePhonePower(world, one);
  }
  world.schedule.after(world.random.between(MINUTE, 2 * HOUR), () => {
    if (!listHandset(world, phone).some(findTab)) openTab(world, findInUse(phone));
  });
}

export function askSend(world: World, tab: Tab, urgent = false): void {
  const { unlocked, lineBytes, isStopped, disk } = tab.phone;
  // Not even asking: the answer would acknowledge places that were given to something else.
  if (isStopped || !disk.hasSendKey) return;
  const now = world.schedule.now;
  feed(world, tab, { type: 'sendAsked', now, unlocked, poll: true, lineBytes, urgent });
}

export function feed(world: World, tab: Tab, event: DeviceEvent): void {
  if (!tab.alive) return;
  const step = world.cores.stepDevice(tab.state, event);
  const hasMoved = step.state.disk !== tab.state.disk;
  tab.state = step.state;
  for (const effect of step.effects) {
    if (world.random.chance(world.faults.kill)) {
      killPhone(world, tab.phone, world.random.chance(0.5) ? 'processKill' : 'devicePowerLoss');
    }
    if (!tab.alive) return;
    runEffect(world, tab, effect);
  }
  if (hasMoved) noteProgress(world, tab);
}

function runEffect(world: World, tab: Tab, effect: DeviceEffect): void {
  const { schedule, trace, random } = world;
  trace.note(schedule.now, effect.type, tab.phone.name, 'record' in effect ? effect.record : undefined);
  switch (effect.type) {
    case 'commit':
      beginCommit(world, tab, { effect, feed });
      return;
    case 'show':
      if (effect.custody === 'onDevice') world.oracle.shown.set(effect.opId, tab.phone);
      return;
    case 'chain': {
      const { record, seq, opId } = effect;
      const hash = chainHash(effect.prev, seq, opId);
      schedule.after(random.between(1, 5), () =>
        feed(world, tab, { type: 'chained', record, seq, opId, hash }),
      );
      return;
    }
    case 'sealAgain':
      world.tally.sealedAgain++;
      schedule.after(random.between(1, 20), () => sealAgain(world, tab, effect));
      return;
    case 'send':
      send(world, tab, effect);
      return;
    case 'wake':
      wakeAt(world, tab, effect.at);
      return;
    case 'warn':
    case 'sendPieces':
  }
}

function wakeAt(world: World, tab: Tab, at: number): void {
  const { schedule } = world;
  if (tab.wakeAt >= schedule.now && tab.wakeAt <= at) return;
  tab.wakeAt = at;
  schedule.at(at, () => {
    if (tab.wakeAt !== at) return;
    tab.wakeAt = -1;
    askSend(world, tab);
  });
}

function send(world: World, tab: Tab, effect: EffectOf<'send'>): void {
  const { phone } = tab;
  const { request } = effect;
  if (!effect.cursor) world.tally.lockedSend++;
  if (effect.items.some(({ seq }) => seq <= phone.sentByWorker)) world.tally.offeredAgainAfterWorker++;
  const { from, prev, items, cursor } = effect;
  const saidSeq = tab.state.disk.head.seq;
  const noted = listNoted(tab);
  const call = { device: phone.id, from, prev, items, saidSeq, noted, ...(cursor && { cursor }) };
  carry(world, phone, {
    call,
    take: (outcome) => {
      if (!outcome.ok) return failSend(world, tab, { request, fault: outcome.fault });
      tab.pulled.set(request, outcome.reply.changes);
      tab.told = outcome.reply.facts.setAside.map(({ seq }) => seq);
      feed(world, tab, { type: 'answered', request, answer: outcome.reply.facts, now: world.schedule.now });
    },
  });
  world.schedule.after(ANSWER_TIMEOUT, () => failSend(world, tab, { request, fault: 'timeout' }));
}

/** A nonce is used only when what came with it is on the disk. */
function listNoted({ phone, told }: Tab): number[] {
  const { setAside, queue } = phone.disk.meta;
  const known = new Set([...setAside.map(({ seq }) => seq), ...queue.flatMap(({ mends }) => mends ?? [])]);
  return told.every((seq) => known.has(seq)) ? [...told] : [];
}

function failSend(
  world: World,
  tab: Tab,
  { request, fault }: { readonly request: number; readonly fault: 'timeout' | EventFault },
): void {
  if (tab.state.memory.inFlight?.request !== request) return;
  const jitter = world.random.next();
  feed(world, tab, { type: 'sendFailed', request, fault, now: world.schedule.now, jitter });
}
type EventFault = Extract<DeviceEvent, { type: 'sendFailed' }>['fault'];

export interface Typed {
  readonly collection: string;
  readonly record: RecordId;
  readonly patch: Patch;
  readonly opens?: boolean;
}

/** Seals what was typed together with what lies in the slot already, as an autosave does. */
export function save(world: World, tab: Tab, typed: Typed): void {
  if (tab.alive) seal(world, tab, { typed, includes: findSlot(tab, typed.record) });
}

function findSlot(tab: Tab, record: RecordId): OpId | null {
  const { disk, memory } = tab.state;
  let found = disk.slots[record]?.opId ?? null;
  for (const pending of Object.values(memory.pending)) {
    for (const write of pending.writes) {
      if (write.type === 'putSlot' && write.slot.record === record) found = write.slot.opId;
      if (write.type === 'moveSlotToQueue' && write.queued.record === record) found = null;
    }
  }
  return found;
}

function sealAgain(world: World, tab: Tab, effect: EffectOf<'sealAgain'>): void {
  const sealed = world.oracle.sealed.get(effect.opId);
  if (!sealed || !tab.alive) return;
  const { collection, record } = sealed.op;
  seal(world, tab, {
    typed: { collection, record, patch: sealed.typed, opens: sealed.opens },
    includes: findSlot(tab, effect.record),
  });
}

function seal(
  world: World,
  tab: Tab,
  { typed, includes }: { readonly typed: Typed; readonly includes: OpId | null },
): void {
  const { phone } = tab;
  const { record, collection } = typed;
  const below = includes === null ? undefined : world.oracle.sealed.get(includes);
  const { disk } = tab.state;
  const setAside = listSetAsideValues(world, tab, record);
  const patch: Patch = Object.assign({}, ...setAside, below?.op.patch, typed.patch);
  const mends = world.cores.listMends(disk, record);
  const opens = typed.opens !== false && below?.opens !== false;
  const opId = makeId<OpId>(world, 'o');
  const at = readClock(world, phone);
  const { cursor, incarnation } = disk;
  const op = { collection, record, base: cursor, patch, at };
  world.oracle.sealed.set(opId, { op, opens, includes, typed: typed.patch, incarnation, device: phone.id });
  const slot: SlotMeta = {
    record,
    opId,
    encapsulation: 'e1',
    keyId: 1,
    dictVersion: 1,
    cipherHash: opId,
    length: 150 + 40 * Object.keys(patch).length,
    since: world.schedule.now,
    ...(mends.length > 0 && { mends }),
  };
  if (setAside.length > 0) world.tally.saidAgain++;
  if (tab.state.memory.holding.includes(record)) world.oracle.sealedUnconfirmed.add(opId);
  feed(world, tab, { type: 'sealed', slot, replaces: includes });
}

/** What notes say was not obeyed, without what the person has written over since. */
function listSetAsideValues(world: World, tab: Tab, record: RecordId): Patch[] {
  const { disk } = tab.state;
  const unmended = world.cores.listUnmended(disk, record);
  if (unmended.length === 0) return [];
  const stored = world.house.store.tables.ops.get(tab.phone.id) ?? [];
  const written = [...stored, ...disk.queue].flatMap(({ seq, opId }) => {
    const op = world.oracle.sealed.get(opId)?.op;
    return op?.record === record ? [{ seq, patch: op.patch }] : [];
  });
  return unmended.map(({ seq, opId }) => {
    const later = new Set(written.filter((one) => one.seq > seq).flatMap((one) => Object.keys(one.patch)));
    const patch = (opId && world.oracle.sealed.get(opId)?.op.patch) ?? {};
    return Object.fromEntries(Object.entries(patch).filter(([path]) => !later.has(path)));
  });
}

/** What the phone believes the time to be. */
export function readClock(world: World, phone: Phone): number {
  return SERVER_EPOCH + world.schedule.now + (world.clocksJump ? phone.clockError : 0);
}
