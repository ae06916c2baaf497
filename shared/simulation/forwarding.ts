/** The forwarder's shell: commits rows, then lets calls leave; what the portal did with a call is its own affair. */
import type {
  ForwardEffect,
  ForwardEvent,
  ForwardState,
  ForwardStep,
} from '../src/custody/forwarder-types.ts';
import { findLodging, listLodgings } from '../src/custody/server-lodging.ts';
import type { RecordState } from '../src/custody/server-types.ts';
import type { DeviceId } from '../src/ids.ts';
import { askPortal, getCitizen } from './portal-line.ts';
import type { StoreWrite } from './store.ts';
import { hashText } from './trace.ts';
import { Violation } from './violation.ts';
import { DAY, type World } from './world.ts';

const HOUSE = 'server' as DeviceId;

/** Writes the step's row and lodging in one transaction, then runs what may leave. */
export function obeyStep(world: World, step: ForwardStep): void {
  commitStep(world, step);
  followStep(world, step);
}

/** For a step whose row is written already. */
export function followStep(world: World, step: ForwardStep): void {
  const { state, effects } = step;
  if (effects.length > 0 || state.dueAt > world.schedule.now) scheduleDue(world, state);
  for (const effect of effects) {
    if (!world.house.up) return;
    runEffect(world, state, effect);
  }
}

function commitStep(world: World, { state, effects }: ForwardStep): void {
  const { store } = world.house;
  if (!effects.some(({ type }) => type === 'commit' || type === 'commitIntent')) return;
  const writes: StoreWrite[] = [{ type: 'putForward', forward: state }];
  const record = store.tables.records.get(state.record);
  for (const lodging of listLodgings(() => findLodging(record), effects)) {
    if (!record) throw new Violation('I9', `${state.reference} has no dossier`);
    const { dossierNo } = lodging;
    const numberOwner = (dossierNo !== undefined && store.tables.numbers.get(dossierNo)) || null;
    const { communeSeq } = store.tables;
    for (const write of world.cores.planLodging({ communeSeq, record, numberOwner }, lodging)) {
      writes.push({ type: 'server', device: HOUSE, write });
    }
  }
  store.commit(writes, 'full');
  world.trace.note(world.schedule.now, 'forward', state.reference, state.phase, state.attempt);
}

/** A row is looked at when it is due, as long as this life of the server lasts. */
export function scheduleDue(world: World, state: ForwardState): void {
  const { epoch } = world.house;
  world.schedule.at(state.dueAt, () => {
    const { house } = world;
    if (house.epoch !== epoch || !house.up) return;
    const row = house.store.tables.forwards.get(state.reference);
    if (!row || row.dueAt > world.schedule.now) return;
    tell(world, row.reference, {
      type: 'due',
      now: world.schedule.now,
      papersWhole: (house.papersAt.get(row.reference) ?? 0) <= world.schedule.now,
      authorised: hashText(row.reference) % 4 !== 0,
      payloadHash: hashPayload(house.store.tables.records.get(row.record)),
    });
  });
}

function tell(world: World, reference: string, event: ForwardEvent): void {
  const row = world.house.store.tables.forwards.get(reference);
  if (!row || !world.house.up) return;
  const step = world.cores.stepForwarder(world.forwarding, row, event);
  obeyStep(world, step);
}

/** The same event, in this life of the server only, and never at the same instant. */
function tellLater(world: World, reference: string, make: () => ForwardEvent): void {
  const { epoch } = world.house;
  world.schedule.after(world.random.between(5, 50), () => {
    if (world.house.epoch === epoch) tell(world, reference, make());
  });
}

function runEffect(world: World, state: ForwardState, effect: ForwardEffect): void {
  const { reference } = state;
  switch (effect.type) {
    case 'commitIntent':
      tellLater(world, reference, () => ({ type: 'intentCommitted', now: world.schedule.now }));
      return;
    case 'call':
      checkIntent(world, effect);
      leaveHouse(world, state, { kind: 'call', refused: makeNotSent });
      return;
    case 'query':
      leaveHouse(world, state, { kind: 'query', refused: makeNotAsked });
      return;
    case 'withdraw':
      leaveHouse(world, state, { kind: 'withdraw', refused: makeNotWithdrawn });
      return;
    case 'commit':
    case 'lodge':
    case 'recalled':
  }
}

type Made = (world: World) => ForwardEvent;
const told = (world: World) => ({ now: world.schedule.now, jitter: world.random.next() });
const makeNotSent: Made = (world) => ({ type: 'called', ...told(world), outcome: { type: 'notSent' } });
const makeNotAsked: Made = (world) => ({ type: 'queried', ...told(world), outcome: { type: 'failed' } });
const makeNotWithdrawn: Made = (world) => ({
  type: 'withdrawAnswered',
  ...told(world),
  outcome: { type: 'failed' },
});

function checkIntent(world: World, effect: Extract<ForwardEffect, { type: 'call' }>): void {
  const { store } = world.house;
  const row = store.tables.forwards.get(effect.reference);
  const isWritten = row?.phase === 'calling' && row.attempt === effect.attempt;
  if (!isWritten || row.payloadHash !== effect.payloadHash || store.flushedLength < store.length) {
    throw new Violation('I10', `${effect.reference} attempt ${effect.attempt} left without its row`);
  }
}

function leaveHouse(
  world: World,
  state: ForwardState,
  act: { readonly kind: 'call' | 'query' | 'withdraw'; readonly refused: Made },
): void {
  const { house, cores, schedule, random } = world;
  const { reference } = state;
  const citizen = getCitizen(state);
  const kind = act.kind === 'query' ? 'query' : 'call';
  const day = Math.floor(schedule.now / DAY);
  const asked = cores.admitCall(cores.BREAKER_DEFAULTS, house.breaker, {
    kind,
    citizen,
    now: schedule.now,
    day,
  });
  house.breaker = asked.state;
  const notSent = act.kind === 'call' && random.chance(world.faults.notSent);
  if (notSent) world.tally.portalCallNotSent++;
  if (asked.admission !== 'admitted') {
    tellLater(world, reference, () => act.refused(world));
    if (asked.admission === 'open' && kind === 'call') probe(world, state);
    return;
  }
  const { epoch } = house;
  if (random.chance(world.faults.killDuringCall)) {
    world.tally.serverKilledDuringCall++;
    schedule.after(random.between(1, 4_000), () => house.strike());
  }
  askPortal(world, { state, kind: act.kind, notSent }, (event) => {
    if (house.epoch !== epoch) return;
    const answered = !isSilent(event);
    house.breaker = cores.recordOutcome(cores.BREAKER_DEFAULTS, house.breaker, {
      citizen,
      answered,
      now: schedule.now,
    });
    tell(world, reference, event);
  });
}

/** Where only calls wait behind an open breaker, one look is what closes it. */
function probe(world: World, state: ForwardState): void {
  const { house, cores, schedule } = world;
  const ask = {
    kind: 'query',
    citizen: 'probe',
    now: schedule.now,
    day: Math.floor(schedule.now / DAY),
  } as const;
  const asked = cores.admitCall(cores.BREAKER_DEFAULTS, house.breaker, ask);
  house.breaker = asked.state;
  if (asked.admission !== 'admitted') return;
  const { epoch } = house;
  askPortal(world, { state, kind: 'query', notSent: false }, (event) => {
    if (house.epoch !== epoch) return;
    const outcome = { citizen: 'probe', answered: !isSilent(event), now: schedule.now };
    house.breaker = cores.recordOutcome(cores.BREAKER_DEFAULTS, house.breaker, outcome);
  });
}

function isSilent(event: ForwardEvent): boolean {
  return 'outcome' in event && ['unknown', 'failed', 'notSent'].includes(event.outcome.type);
}

/** Of what a pack would be built from. */
export function hashPayload(state: RecordState | undefined): string {
  const answers = Object.entries(state?.fields ?? {}).filter(([path]) => path.startsWith('answers/'));
  const text = answers.map(([path, field]) => `${path}=${String(field.value)}`).join(';');
  return hashText(text).toString(16).padStart(16, '0');
}
