/** What people do on a phone in a session: open a record, type, leave it; finish, change the way, record a number. */
import type { Json, Patch } from '../src/model/operation.ts';
import type { RecordId } from '../src/ids.ts';
import { askSend, feed, findInUse, findTab, openTab, readClock, save } from './phone.ts';
import { findSeen, makeId, MINUTE, type Phone, type Tab, type World } from './world.ts';

const ROUTES = [
  'selfOwnPhone',
  'selfAtSession',
  'relative',
  'assistedAtCentre',
  'authorisedForward',
] as const;
const OFFICE_ROUTES = ['counter', 'post', 'policeInPerson'] as const;

/** One visit: a few autosaves on one record, then the person leaves the screen, and a moment later it is sent. */
export function visit(world: World, visited: Phone): void {
  const { random, schedule, faults, tally } = world;
  const phone = findInUse(visited);
  if (phone.isAbandoned || phone.isErased) return;
  phone.unlocked = random.chance(0.8);
  if (random.chance(faults.clock)) {
    tally.clockJump++;
    phone.clockError = random.pick([-1.795e12, -86_400_000, 3_600_000, 2.4e12, 0]);
  }
  const tab = findTab(phone) ?? openTab(world, phone);
  if (phone.unlocked) phone.disk = { ...phone.disk, hasSendKey: true };
  const task = drawTask(world, phone);
  const saves = random.between(1, 3);
  if (isHeld(world, phone, task)) hold(world, tab, task.record);
  let delay = 0;
  for (let at = 0; at < saves; at++) {
    schedule.after(delay, () => type(world, tab, task));
    delay += random.between(1_000, 20_000);
  }
  if (random.chance(faults.twoTabs)) typeInAnotherTab(world, phone, task);
  schedule.after(delay, () => leave(world, tab, task.record));
  schedule.after(delay + 5_000, () => askSend(world, tab));
  if (random.chance(0.3)) schedule.after(delay + MINUTE, () => release(world, tab));
}

/** Every other new person, from their first word until somebody is done; and whoever is opened again after a kill. */
function isHeld(world: World, phone: Phone, { collection, record }: Task): boolean {
  if (world.oracle.unconfirmed.has(record)) return true;
  const isNew = collection === 'citizen' && !phone.disk.records.has(record);
  return isNew && Number(/\d+/.exec(record)?.[0]) % 2 === 0;
}

function hold(world: World, tab: Tab, record: RecordId): void {
  world.oracle.unconfirmed.add(record);
  feed(world, tab, { type: 'holdBegun', record });
}

/** Done, or gone: a page that died says neither. */
function leave(world: World, tab: Tab, record: RecordId): void {
  if (!tab.alive) {
    if (world.oracle.unconfirmed.has(record)) world.tally.heldOverKill++;
    return;
  }
  if (tab.state.memory.holding.includes(record)) world.oracle.unconfirmed.delete(record);
  feed(world, tab, { type: 'holdEnded', record });
  feed(world, tab, { type: 'queueAsked', record });
}

/** Whoever was half written is gone on with, and finished. */
export function finishHeld(world: World, tab: Tab): void {
  for (const { record, unconfirmed } of Object.values(tab.state.disk.slots)) {
    if (!unconfirmed) continue;
    hold(world, tab, record);
    leave(world, tab, record);
  }
}

interface Task {
  readonly collection: string;
  readonly record: RecordId;
  draw(): Patch;
  readonly opens?: boolean;
}

function type(world: World, tab: Tab, task: Task): void {
  const opens = task.opens !== undefined && { opens: task.opens };
  save(world, tab, { collection: task.collection, record: task.record, patch: task.draw(), ...opens });
}

/** The same record, open twice: the other tab knows what it knew when it was opened, or was last told. */
function typeInAnotherTab(world: World, phone: Phone, task: Task): void {
  const { random, schedule } = world;
  schedule.after(random.between(0, 5_000), () => {
    const other = openTab(world, phone);
    schedule.after(random.between(1, 10_000), () => type(world, other, task));
    schedule.after(random.between(5_000, 20_000), () => {
      type(world, other, task);
      feed(world, other, { type: 'queueAsked', record: task.record });
    });
    schedule.after(random.between(10_000, 5 * MINUTE), () => {
      other.alive = false;
      phone.tabs = phone.tabs.filter((tab) => tab !== other);
    });
  });
}

/** Most custody is free; now and then a dossier still needs its ciphertext. */
function release(world: World, tab: Tab): void {
  // Asked for behind an answer only, and one that came back older is never answered.
  if (tab.phone.isStopped) return;
  const { queue } = tab.state.disk;
  const kept = world.random.chance(0.7) ? undefined : queue[world.random.below(queue.length || 1)];
  feed(world, tab, { type: 'releaseAsked', keepFrom: kept?.seq ?? Number.MAX_SAFE_INTEGER });
}

function drawTask(world: World, phone: Phone): Task {
  const { random, faults } = world;
  if (random.chance(faults.poison)) return drawPoison(world, phone);
  const refused = phone.disk.meta.setAside.flatMap(({ record }) => record ?? []);
  if (refused.length > 0 && random.chance(0.3)) return mend(world, phone, random.pick(refused));
  const known = [...phone.disk.records.keys()];
  const shared = known.length > 0 && random.chance(0.55) ? random.pick(known) : undefined;
  if (shared !== undefined) return continueRecord(world, phone, shared);
  const kind = random.below(10);
  if (kind < 3) return typeAttendance(world, newRecord(world, phone, 'a'));
  if (kind < 5) return typeCitizen(world, newRecord(world, phone, 'c'));
  return typeDossier(world, newRecord(world, phone, 'd'));
}

/** A person who is told what is wrong puts that right; or goes on with something else of it, as people do. */
function mend(world: World, phone: Phone, record: RecordId): Task {
  if (record.startsWith('d') && world.random.chance(0.7)) return recordNumber(world, phone, record);
  if (!record.startsWith('x')) return continueRecord(world, phone, record);
  return { collection: 'citizen', record, draw: () => ({ hamlet: 'mended' }) };
}

function newRecord(world: World, phone: Phone, kind: string): RecordId {
  const record = makeId<RecordId>(world, kind);
  phone.own.push(record);
  return record;
}

function continueRecord(world: World, phone: Phone, record: RecordId): Task {
  if (record.startsWith('a')) return typeAttendance(world, record);
  if (record.startsWith('c')) return typeCitizen(world, record);
  const { random } = world;
  const isFinished = findSeen(phone, record, 'finishedAt') !== null;
  if (!isFinished) return random.chance(0.5) ? finish(world, phone, record) : typeDossier(world, record);
  const drawn = random.below(10);
  if (drawn < 2) return changeRoute(world, record);
  if (drawn < 5) return recordNumber(world, phone, record);
  return typeDossier(world, record);
}

function typeAttendance(world: World, record: RecordId): Task {
  return {
    collection: 'attendance',
    record,
    draw: () => ({ [`heads/${makeId<string>(world, 'h')}`]: { at: world.schedule.now } }),
  };
}

function typeCitizen(world: World, record: RecordId): Task {
  const { random } = world;
  return {
    collection: 'citizen',
    record,
    draw: () => ({
      [random.pick(['fullName', 'hamlet', 'residenceAsPrinted'])]: `text ${random.below(1_000)}`,
    }),
  };
}

function typeDossier(world: World, record: RecordId): Task {
  const { random } = world;
  return {
    collection: 'dossier',
    record,
    draw: () => ({ [`answers/q${random.below(5)}`]: random.below(1_000) }),
  };
}

function finish(world: World, phone: Phone, record: RecordId): Task {
  const { random } = world;
  const route = random.chance(0.75) ? random.pick(ROUTES) : random.pick(OFFICE_ROUTES);
  const reference = makeReference(world);
  const finishedAt = readClock(world, phone);
  return { collection: 'dossier', record, draw: () => ({ finishedAt, route, reference }) };
}

function changeRoute(world: World, record: RecordId): Task {
  const { random } = world;
  world.tally.routeChangedAfterFinish++;
  const isAway = random.chance(0.7);
  const patch: Patch = isAway
    ? { route: random.pick(OFFICE_ROUTES) }
    : { route: random.pick(ROUTES), ...(random.chance(0.8) && { reference: makeReference(world) }) };
  return { collection: 'dossier', record, draw: () => patch };
}

/** Read off a receipt: mostly right, sometimes a digit of another dossier's. */
function recordNumber(world: World, phone: Phone, record: RecordId): Task {
  const { random } = world;
  world.tally.numberByHand++;
  const seen = findSeen(phone, record, 'lodging') as { readonly dossierNo?: string } | null;
  const others = [...world.house.store.tables.numbers.keys()];
  const other = others.length > 0 && random.chance(0.2) ? random.pick(others) : undefined;
  const dossierNo = other ?? seen?.dossierNo ?? `H57.1-261122-${world.counter++}`;
  const number: Json = {
    dossierNo,
    evidence: random.chance(0.5) ? 'officerEntered' : 'citizenShown',
    formatKnown: true,
    by: phone.name,
    at: readClock(world, phone),
  };
  return { collection: 'dossier', record, draw: () => ({ recordedNumber: number }) };
}

function drawPoison(world: World, phone: Phone): Task {
  const { random, tally } = world;
  const record = newRecord(world, phone, 'x');
  const drawn = random.below(3);
  if (drawn === 0) {
    tally.poisonSeal++;
    return { collection: 'citizen', record, draw: () => ({ hamlet: 'x' }), opens: false };
  }
  if (drawn === 1) {
    tally.poisonCollection++;
    return { collection: 'unheardOf', record, draw: () => ({ any: 1 }) };
  }
  tally.poisonField++;
  return { collection: 'citizen', record, draw: () => ({ hamlet: 7 }) };
}

/** Seventeen letters of the base32 alphabet, counted up instead of drawn. */
function makeReference(world: World): string {
  world.counter++;
  const digits = world.counter.toString(26);
  return [...digits]
    .map((digit) => String.fromCharCode(65 + parseInt(digit, 26)))
    .join('')
    .padStart(17, 'A');
}
