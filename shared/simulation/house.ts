/** The server around its core: receives, opens, applies in one transaction, answers; may be killed before and after. */
import type { SetAside } from '../src/contracts/sync.ts';
import type { AnswerFacts } from '../src/custody/device-types.ts';
import type { ForwardState, ForwardStep } from '../src/custody/forwarder-types.ts';
import type {
  DeviceRow,
  OpenedBatch,
  RecordKeys,
  RecordState,
  ServerPlan,
  ServerSlice,
  ServerWrite,
} from '../src/custody/server-types.ts';
import type { DeviceId, RecordId } from '../src/ids.ts';
import type { Route } from '../src/model/dossier.ts';
import { followStep, hashPayload } from './forwarding.ts';
import { killHouse } from './house-life.ts';
import type { StoreWrite } from './store.ts';
import { chainHash, HOUR, type SyncCall, type SyncReply, type World } from './world.ts';

const CHANGES_PER_ANSWER = 25;

/** Undefined: no answer, since the server is down or died on the way. */
export function receiveSync(world: World, call: SyncCall): SyncReply | undefined {
  const { house, random, faults } = world;
  if (!house.up) return undefined;
  const { tables } = house.store;
  const row = tables.devices.get(call.device);
  if (!row) return undefined;
  if (random.chance(faults.serverKill)) return killHouse(world, 'any');
  house.said.set(call.device, Math.max(house.said.get(call.device) ?? 0, call.saidSeq));
  if (call.noted.length > 0)
    house.store.commit([{ type: 'markTold', device: call.device, seqs: call.noted }], 'full');
  const opened = openCall(world, call, row);
  const plan = world.cores.apply(readSlice(world, row, opened), opened);
  carryOut(world, { device: call.device, plan });
  if (random.chance(faults.serverKill)) return killHouse(world, 'any');
  return answer(world, call, plan);
}

function openCall(world: World, call: SyncCall, row: DeviceRow): OpenedBatch {
  const items = call.items.map((item, at) => ({ opId: item.opId, cipherHash: item.cipherHash, at }));
  const location = world.cores.locate([
    { device: call.device, from: call.from, prev: call.prev, items: items.map(toArrived) },
  ]);
  const from = location.sequences[0]?.from ?? row.lastSeq + 1;
  let hash = call.prev;
  const opened = items.map(({ opId, at }) => {
    const seq = from + at;
    hash = chainHash(hash, seq, opId);
    return { seq, opId, hash, content: openItem(world, opId) };
  });
  return { device: call.device, from, prev: call.prev, items: opened, now: world.schedule.now };
}

function toArrived({ opId, cipherHash }: { opId: OpenedItemId; cipherHash: string }) {
  return { opId, cipherHash, hash: cipherHash };
}
type OpenedItemId = OpenedBatch['items'][number]['opId'];

function openItem(world: World, opId: OpenedItemId): OpenedBatch['items'][number]['content'] {
  const sealed = world.oracle.sealed.get(opId);
  return sealed?.opens === true ? { ok: true, op: sealed.op } : { ok: false, code: 'sealUnopened' };
}

export function readSlice(world: World, row: DeviceRow, opened: OpenedBatch): ServerSlice {
  const { tables } = world.house.store;
  const keys = world.cores.planKeys(opened);
  const rows = tables.ops.get(row.device) ?? [];
  const known = rows.slice(opened.from - 1, opened.from - 1 + opened.items.length);
  return {
    device: row,
    known: known.map(({ seq, opId, hash, setAside }) => ({ seq, opId, hash, ...(setAside && { setAside }) })),
    records: keys.records.flatMap((record) => tables.records.get(record) ?? []),
    communeSeq: tables.communeSeq,
    numbers: keys.dossierNumbers.flatMap((dossierNo) => {
      const record = tables.numbers.get(dossierNo);
      return record === undefined ? [] : [{ dossierNo, record }];
    }),
    references: readReferences(world, keys),
    bornOfRestore: world.house.bornOfRestore,
  };
}

function readReferences(world: World, keys: RecordKeys): ServerSlice['references'] {
  const touched = new Set<RecordId>(keys.records);
  const found: { reference: string; record: RecordId }[] = [];
  for (const [reference, record] of world.house.store.tables.references) {
    if (touched.has(record) || keys.references.includes(reference)) found.push({ reference, record });
  }
  return found;
}

/** One transaction: the plan's writes and the forwarder's rows that follow from them. What leaves the house leaves after. */
export function carryOut(
  world: World,
  { device, plan }: { readonly device: DeviceId; readonly plan: ServerPlan },
  beside: readonly StoreWrite[] = [],
): void {
  if (plan.writes.length === 0) return;
  const { store } = world.house;
  const steps: ForwardStep[] = [];
  const writes = plan.writes.map((write): StoreWrite => ({ type: 'server', device, write }));
  const states = new Map(
    plan.writes.flatMap((write) => (write.type === 'putRecord' ? [[write.state.record, write.state]] : [])),
  );
  const rows = new Map<string, ForwardState>(store.tables.forwards);
  for (const write of plan.writes) {
    const step = stepForIntent(world, write, { states, rows });
    if (!step) continue;
    steps.push(step);
    rows.set(step.state.reference, step.state);
    writes.push({ type: 'putForward', forward: step.state });
  }
  store.commit([...writes, ...beside], plan.durability);
  countPlan(world, plan);
  for (const step of steps) followStep(world, step);
}

function stepForIntent(
  world: World,
  write: ServerWrite,
  { states, rows }: { states: ReadonlyMap<RecordId, RecordState>; rows: ReadonlyMap<string, ForwardState> },
): ForwardStep | undefined {
  const { cores, house, schedule, random } = world;
  if (write.type === 'putIntent') {
    const { reference, record, queryFirst } = write;
    const state = states.get(record);
    const route = (state?.fields['route']?.value ?? 'selfOwnPhone') as Route;
    const payloadHash = hashPayload(state);
    house.papersAt.set(reference, schedule.now + (random.chance(0.5) ? 0 : random.between(0, 20 * HOUR)));
    const now = schedule.now;
    const state0 = cores.createForward({ reference, record, route, payloadHash, queryFirst, now });
    return { state: state0, effects: [{ type: 'commit' }] };
  }
  if (write.type !== 'withdrawIntent') return undefined;
  const forward = rows.get(write.reference);
  if (!forward) return undefined;
  return cores.stepForwarder(world.forwarding, forward, { type: 'withdrawAsked', now: schedule.now });
}

function countPlan(world: World, plan: ServerPlan): void {
  for (const write of plan.writes) {
    if (write.type === 'putOperation' || write.type === 'holdOperation') world.oracle.operations++;
    if (write.type === 'putRecord' && Object.values(write.state.fields).some((field) => field.others)) {
      world.tally.writtenByTwo++;
    }
    if (write.type === 'putDevice' && write.forked) world.tally.historyForked++;
    if (write.type === 'putSetAside' && write.setAside.code === 'numberUsed') world.tally.numberOfAnother++;
  }
}

function answer(world: World, call: SyncCall, plan: ServerPlan): SyncReply {
  const { house } = world;
  const { tables } = house.store;
  const row = tables.devices.get(call.device);
  const { upTo, held, expected, forked } = plan.reply;
  if (!held) house.promisedTo.set(call.device, Math.max(house.promisedTo.get(call.device) ?? 0, upTo));
  const standing = row?.standing ?? 'waiting';
  const read = call.cursor && standing === 'approved' ? collectChanges(world, call) : undefined;
  const facts: AnswerFacts = {
    upTo,
    held,
    incarnation: tables.incarnation,
    backedUp: house.backups.at(-1)?.lastSeq.get(call.device) ?? 0,
    expected,
    forked,
    standing,
    setAside: [...plan.reply.setAside, ...listUntold(world, call, plan)],
    missing: [],
    ...(read && { pulled: { cursor: read.cursor, more: read.more } }),
  };
  return { facts, changes: read?.changes ?? [] };
}

/** What was set aside at approval, or in an answer that never came: said until it is known to have been read. */
function listUntold(world: World, { device }: SyncCall, { reply }: ServerPlan): SetAside[] {
  const said = new Set(reply.setAside.map(({ seq }) => seq));
  const rows = world.house.store.tables.ops.get(device) ?? [];
  return rows.flatMap(({ setAside, isTold }) =>
    setAside && isTold !== true && !said.has(setAside.seq) ? [setAside] : [],
  );
}

function collectChanges(
  world: World,
  call: SyncCall,
): { cursor: number; more: boolean; changes: RecordState[] } {
  const { tables } = world.house.store;
  const isSame = call.cursor?.incarnation === tables.incarnation;
  const after = isSame ? (call.cursor?.seq ?? 0) : 0;
  const states = new Map<RecordId, RecordState>();
  let cursor = after;
  let at = findFirstAfter(tables.changes, after);
  for (; at < tables.changes.length && states.size < CHANGES_PER_ANSWER; at++) {
    const change = tables.changes[at];
    if (!change) break;
    cursor = change.seq;
    const state = tables.records.get(change.record);
    if (state && world.cores.isToldTo(call.device, change, tables.incarnationStart)) {
      states.set(change.record, state);
    }
  }
  const more = at < tables.changes.length;
  return { cursor: more ? cursor : tables.communeSeq, more, changes: [...states.values()] };
}

function findFirstAfter(changes: readonly { readonly seq: number }[], seq: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.seq ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
