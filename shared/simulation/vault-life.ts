/** How vaults come to be on phones, end there, and are gone on from in others. */
import type { DeviceId, OpId } from '../src/ids.ts';
import { approve } from './approval.ts';
import { copyFiles, createSecondCopy } from './copy-files.ts';
import { checkCount, noteWithIncluded } from './opening.ts';
import { askSend, closeTabs, listHandset, openTab } from './phone.ts';
import { renewCopy } from './second-copy.ts';
import { createPhoneDisk } from './storage-loss.ts';
import { CALM, DAY, HOUR, makeId, MINUTE, type Phone, type World } from './world.ts';

/** On a phone of its own, or beside others on one. */
export function addPhone(world: World, role: Phone['role'], handset = world.phones.length): Phone {
  const id = makeId<DeviceId>(world, 'p');
  const phone: Phone = {
    name: `phone${world.phones.length + 1}`,
    id,
    role,
    handset,
    disk: createPhoneDisk(world.cores.createDeviceState(id).disk),
    ...createStorage(),
    copy: world.random.chance(0.8) ? createSecondCopy() : undefined,
    isStopped: false,
    isErased: false,
    successor: undefined,
    lives: 0,
    isAbandoned: false,
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
  if (world.phones.some((other) => other.handset === handset)) world.tally.sharedHandset++;
  world.phones.push(phone);
  enrol(world, phone);
  return phone;
}

/** What lies outside the database, and what is known of it, of a vault that was just made. */
function createStorage() {
  const none: Pick<Phone, 'unflushed' | 'past' | 'notes'> = { unflushed: [], past: [], notes: [] };
  return { ...none, isEmpty: false, struck: undefined, sentByWorker: 0 };
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
  const place = phone.copy && world.cores.NOWHERE;
  phone.disk = { ...phone.disk, place, hasSendKey: true };
  // A vault is made with its first second copy.
  renewCopy(world, phone);
  const { id } = phone;
  if (waits) schedule.after(random.between(HOUR, 3 * DAY), () => approve(world, id));
}

export function clonePhone(world: World): Phone {
  const isSound = (one: Phone) => !one.isErased && !one.isStopped && !one.isAbandoned && !one.struck;
  const sound = world.phones.filter(isSound);
  const origin = world.random.pick(sound.length > 0 ? sound : world.phones);
  world.tally.phoneCloned++;
  world.oracle.cloned.add(origin.id);
  const clone: Phone = {
    ...origin,
    name: `${origin.name}copy`,
    tabs: [],
    handset: world.phones.length,
    unflushed: [],
    past: [],
    copy: origin.copy && copyFiles(origin.copy),
    clone: true,
    own: [],
  };
  world.phones.push(clone);
  return clone;
}

/** The browser has thrown everything away that this site had kept; of some the cookie is left, and says how much it was. */
export function wipePhone(world: World, phone: Phone): void {
  const vaults = listHandset(world, phone);
  if (vaults.some(({ id }) => world.oracle.cloned.has(id))) return;
  world.tally.eviction++;
  const isCookieLeft = world.random.chance(0.6);
  for (const vault of vaults) {
    if (isCookieLeft && !vault.isAbandoned && !vault.struck) {
      world.tally.goneByCookie++;
      checkCount(world, vault);
    }
    beginAnew(world, vault);
  }
}

/** Nothing is left of it: its person enrols anew, under another name; a vault that nobody used any more is done with. */
export function beginAnew(world: World, phone: Phone): void {
  const { meta } = phone.disk;
  world.trace.note(world.schedule.now, 'wiped', phone.name, phone.id);
  closeTabs(phone);
  const said = world.house.said.get(phone.id) ?? 0;
  world.oracle.wiped.set(phone.id, { said, queued: phone.struck?.truth.queue ?? meta.queue });
  phone.lives++;
  Object.assign(phone, createStorage());
  phone.copy &&= createSecondCopy();
  if (phone.isErased || phone.isStopped) return abandon(phone);
  phone.id = makeId<DeviceId>(world, 'p');
  phone.disk = createPhoneDisk(world.cores.createDeviceState(phone.id).disk);
  enrol(world, phone);
}

function abandon(phone: Phone): void {
  closeTabs(phone);
  phone.isAbandoned = true;
  phone.disk = { ...phone.disk, hasSendKey: false };
}

/** Ten wrong tries: the wrap is gone. The page stays, and sends; its person gets a new vault beside it. */
export function forgetPin(world: World, phone: Phone): void {
  const { random, schedule, tally, oracle } = world;
  if (phone.isErased || phone.isStopped || phone.isAbandoned || oracle.cloned.has(phone.id)) return;
  tally.pinForgotten++;
  world.trace.note(schedule.now, 'pinForgotten', phone.name);
  closeTabs(phone);
  const tab = openTab(world, phone);
  phone.isErased = true;
  phone.unlocked = false;
  schedule.after(random.between(1, MINUTE), () => askSend(world, tab));
  beginBeside(world, phone);
}

/** Somebody brings an invitation: a new vault on the same phone, which is opened first from then on. */
export function beginBeside(world: World, phone: Phone): void {
  const { random, schedule } = world;
  schedule.after(random.between(10 * MINUTE, 20 * HOUR), () => {
    if (world.faults === CALM || phone.successor || phone.isAbandoned) return;
    phone.successor = addPhone(world, phone.role, phone.handset);
  });
}

/** Its send key was in no second copy, and no PIN opens the wrap that would bring it back: it stays as it is. */
export function leaveUnsent(world: World, phone: Phone): void {
  const { queue, slots } = phone.disk.meta;
  const here: OpId[] = [...queue, ...Object.values(slots)].map(({ opId }) => opId);
  for (const opId of here) noteWithIncluded(world.oracle, opId);
  abandon(phone);
}
