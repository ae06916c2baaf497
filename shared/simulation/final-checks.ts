/** What must be true when everything has come to rest. Reads the stores; asks the cores only to repeat what was said. */
import type { OpenedBatch } from '../src/custody/server-types.ts';
import type { DeviceId, OpId } from '../src/ids.ts';
import type { Lodging } from '../src/model/dossier.ts';
import { checkConvergence, checkFolding } from './final-records.ts';
import { readSlice } from './house.ts';
import { isAtRest } from './seed-life.ts';
import type { StoredOp } from './store.ts';
import { hashText } from './trace.ts';
import { Violation } from './violation.ts';
import { chainHash, type World } from './world.ts';

export function checkEverything(world: World): void {
  checkRest(world);
  checkForks(world);
  checkChains(world);
  checkNothingLost(world);
  checkSetAside(world);
  checkFolding(world);
  checkForwarding(world);
  checkReplay(world);
  checkConvergence(world);
}

function checkRest(world: World): void {
  for (const phone of world.phones) {
    if (isAtRest(world, phone)) continue;
    const { meta } = phone.disk;
    const row = world.house.store.tables.devices.get(phone.id);
    const facts = `${phone.name} has ${meta.head.seq}, acknowledged ${meta.acked}, held ${meta.held}, slots ${Object.keys(meta.slots).length}, cursor ${meta.cursor}; the server has ${row?.lastSeq} and ${world.house.store.tables.communeSeq}`;
    throw new Violation((row?.lastSeq ?? 0) < meta.head.seq ? 'I26' : 'I25', facts);
  }
}

function checkForks(world: World): void {
  for (const row of world.house.store.tables.devices.values()) {
    const mayBe = world.oracle.cloned.has(row.device) || world.oracle.setBack.has(row.device);
    if (row.forked && !mayBe) {
      throw new Violation('I3', `${row.device} was never copied, and yet has two histories`);
    }
  }
}

function checkChains(world: World): void {
  for (const [device, rows] of world.house.store.tables.ops) {
    let hash = world.cores.GENESIS_HASH;
    for (const { seq, opId, hash: stored } of rows) {
      hash = chainHash(hash, seq, opId);
      if (hash !== stored) throw new Violation('I3', `the chain of ${device} breaks at ${seq}`);
    }
  }
}

/** Every save that a person saw as saved is at the server, by itself or within a later one; or its loss is announced. */
function checkNothingLost(world: World): void {
  const { oracle, house } = world;
  const arrived = new Set<OpId>();
  for (const rows of house.store.tables.ops.values()) {
    for (const { opId } of rows) {
      for (let at: OpId | null = opId; at !== null && !arrived.has(at);) {
        arrived.add(at);
        at = oracle.sealed.get(at)?.includes ?? null;
      }
    }
  }
  const refusable = listRefusable(world);
  for (const [opId, phone] of oracle.shown) {
    if (arrived.has(opId) || oracle.lostWithBoth.has(opId) || refusable.has(opId)) continue;
    const device = oracle.sealed.get(opId)?.device;
    if (device !== undefined && isAnnounced(world, device, opId)) continue;
    throw new Violation('I1', `${opId} was shown as saved on ${phone.name} and is nowhere`);
  }
}

/** Where a PIN was forgotten lies what its person may still refuse, with all that it includes, and nobody can confirm it. */
function listRefusable({ phones, oracle }: World): Set<OpId> {
  const slots = phones.flatMap(({ isErased, disk }) => (isErased ? Object.values(disk.meta.slots) : []));
  const found = new Set<OpId>();
  for (const { opId } of slots.filter(({ unconfirmed }) => unconfirmed)) {
    for (let at: OpId | null = opId; at !== null; at = oracle.sealed.get(at)?.includes ?? null) found.add(at);
  }
  return found;
}

/** What was set aside is on its author's list, or a later operation has said every part of it again. */
function checkSetAside(world: World): void {
  for (const phone of world.phones) {
    const rows = world.house.store.tables.ops.get(phone.id) ?? [];
    const { cloned, struckTwice } = world.oracle;
    if (cloned.has(phone.id) || struckTwice.has(phone.id) || phone.isErased || phone.isAbandoned) continue;
    const noted = new Set(phone.disk.meta.setAside.map(({ seq }) => seq));
    for (const { seq, opId, setAside } of rows) {
      const op = world.oracle.sealed.get(opId)?.op;
      if (!setAside || !op || noted.has(seq)) continue;
      const later = rows.flatMap((row) =>
        row.seq > seq ? (world.oracle.sealed.get(row.opId)?.op ?? []) : [],
      );
      const said = later.filter((one) => one.record === op.record).flatMap((one) => Object.keys(one.patch));
      const lost = Object.keys(op.patch).find((path) => !said.includes(path));
      if (lost !== undefined)
        throw new Violation('I1', `${phone.name} ${seq}: ${lost} was set aside, and nobody is told`);
    }
  }
}

/** Two histories are reported; of a wiped phone the server names what had been said and never came. */
function isAnnounced(world: World, device: DeviceId, opId: OpId): boolean {
  const row = world.house.store.tables.devices.get(device);
  if (row?.forked) return true;
  // One that came back older is said to be so, and sends nothing: what was written there is copied by hand.
  if (world.phones.some((phone) => phone.id === device && phone.isStopped)) return true;
  const wiped = world.oracle.wiped.get(device);
  if (!wiped) return false;
  const seq = wiped.queued.find((item) => item.opId === opId)?.seq;
  return seq === undefined || seq > wiped.said || seq > (row?.lastSeq ?? 0);
}

const AT_REST = ['packed', 'confirmed', 'refused', 'withdrawn', 'needsPerson'];

function checkForwarding(world: World): void {
  const { forwards, records } = world.house.store.tables;
  for (const forward of forwards.values()) {
    if (!AT_REST.includes(forward.phase)) {
      throw new Violation('I9', `${forward.reference} is still ${forward.phase}`);
    }
    const lodging = (records.get(forward.record)?.fields['lodging']?.value ?? null) as Lodging | null;
    const said = lodging?.state;
    const isKnown = said === 'lodged' || said === 'needsPerson';
    if (forward.phase === 'confirmed' && !isKnown) {
      throw new Violation('I9', `${forward.reference} is confirmed and the dossier says ${said}`);
    }
  }
  for (const pack of Object.values(world.portal.packs)) {
    if (pack.dossierNumber === undefined) continue;
    const forward = forwards.get(pack.reference);
    if (!forward && wasLostTwice(world, pack.reference)) continue;
    if (forward?.phase !== 'confirmed' && forward?.phase !== 'needsPerson') {
      throw new Violation('I9', `${pack.reference} is lodged at the portal and ${forward?.phase} here`);
    }
  }
}

/** Obeyed in a life of the store that is over, by a phone that lost all it had before it could offer it again: announced, no more. */
function wasLostTwice({ oracle, house }: World, reference: string): boolean {
  const authors = [...oracle.sealed].filter(([, { op }]) => op.patch['reference'] === reference);
  return authors.every(
    ([opId, { device }]) =>
      (oracle.wiped.has(device) || oracle.struckTwice.has(device)) &&
      !house.store.tables.ops.get(device)?.some((row) => row.opId === opId),
  );
}

function checkReplay(world: World): void {
  const before = hashStore(world);
  for (const [device, rows] of world.house.store.tables.ops) {
    const row = world.house.store.tables.devices.get(device);
    if (!row || row.forked) continue;
    for (let twice = 0; twice < 2; twice++) {
      for (const [from, to] of cutAnyhow(world, rows.length)) replay(world, device, rows.slice(from - 1, to));
    }
  }
  if (hashStore(world) !== before) throw new Violation('I4', 'a repetition changed the store');
}

function cutAnyhow(world: World, length: number): [number, number][] {
  const cuts: [number, number][] = [];
  for (let from = 1; from <= length;) {
    const to = Math.min(length, from + world.random.below(60));
    cuts.push([from, to]);
    from = Math.max(from + 1, to - world.random.below(3));
  }
  return world.random.chance(0.5) ? cuts.reverse() : cuts;
}

function replay(world: World, device: DeviceId, rows: readonly StoredOp[]): void {
  const { tables } = world.house.store;
  const row = tables.devices.get(device);
  const first = rows[0];
  if (!row || !first) return;
  const prev = tables.ops.get(device)?.[first.seq - 2]?.hash ?? world.cores.GENESIS_HASH;
  const opened: OpenedBatch = {
    device,
    from: first.seq,
    prev,
    items: rows.map(({ seq, opId, hash }) => {
      const sealed = world.oracle.sealed.get(opId);
      const opens = sealed?.opens === true;
      return {
        seq,
        opId,
        hash,
        content: opens ? { ok: true, op: sealed.op } : { ok: false, code: 'sealUnopened' },
      };
    }),
    now: world.schedule.now,
  };
  const plan = world.cores.apply(readSlice(world, row, opened), opened);
  const told = plan.reply.setAside.map((one) => one.seq).join();
  const first0 = rows.flatMap((stored) => stored.setAside?.seq ?? []).join();
  if (plan.writes.length > 0 || plan.reply.upTo !== row.lastSeq || told !== first0) {
    throw new Violation('I4', `${device} from ${first.seq}: a repetition was not recognised`);
  }
}

/** Of all that the server knows, without what only device clocks said. */
export function hashStore(world: World): number {
  const { records, numbers, references, forwards, communeSeq } = world.house.store.tables;
  const whole = [[...records.values()], [...numbers], [...references], [...forwards.values()], communeSeq];
  return hashText(JSON.stringify(whole, dropClocks));
}

function dropClocks(this: unknown, key: string, value: unknown): unknown {
  return key === 'at' || key === 'finishedAt' ? undefined : value;
}
