/** The connector: asks the misbehaving portal, and may lose the question or the answer on the way. */
import type { CallOutcome, ForwardEvent, ForwardState } from '../src/custody/forwarder-types.ts';
import { readCall, readQuery, readWithdrawal } from '../src/custody/read-portal-reply.ts';
import { PORTAL_FAULTS } from '../src/portal/fault-plan.ts';
import { stepPortal, type PortalStep } from '../src/portal/portal-core.ts';
import type { PortalRequest } from '../src/portal/portal-request.ts';
import type { PortalReply } from '../src/portal/spoil-reply.ts';
import { hashText } from './trace.ts';
import { Violation } from './violation.ts';
import { HOUR, SERVER_EPOCH, type World } from './world.ts';

export interface PortalAsk {
  readonly state: ForwardState;
  readonly kind: 'call' | 'query' | 'withdraw';
  readonly notSent: boolean;
}

/** The request arrives whatever becomes of the server meanwhile; `take` hears of it later, if it still lives. */
export function askPortal(world: World, ask: PortalAsk, take: (event: ForwardEvent) => void): void {
  const { schedule, random } = world;
  schedule.after(random.between(50, 2_000), () => {
    const outcome = ask.notSent ? undefined : reach(world, ask);
    schedule.after(random.between(50, 3_000), () => {
      const facts = { now: schedule.now, jitter: random.next() };
      const event = makeEvent(ask, facts, outcome);
      if (event.type === 'withdrawAnswered' && event.outcome.type === 'alreadyLodged') {
        world.tally.citizenConfirmedBeforeWithdrawal++;
      }
      take(event);
    });
  });
}

function makeEvent(
  { kind, state }: PortalAsk,
  facts: { readonly now: number; readonly jitter: number },
  reply: PortalReply | undefined,
): ForwardEvent {
  if (kind === 'call') {
    const outcome: CallOutcome = reply ? readCall(reply, state.reference) : { type: 'notSent' };
    return { type: 'called', ...facts, outcome };
  }
  if (kind === 'query') {
    return {
      type: 'queried',
      ...facts,
      outcome: reply ? readQuery(reply, state.reference) : { type: 'failed' },
    };
  }
  return { type: 'withdrawAnswered', ...facts, outcome: reply ? readWithdrawal(reply) : { type: 'failed' } };
}

function reach(world: World, ask: PortalAsk): PortalReply | undefined {
  const request = makeRequest(world, ask);
  if (!request) return undefined;
  const step = stepPortal(world.portal, { type: 'request', at: SERVER_EPOCH + world.schedule.now, request });
  world.portal = step.state;
  world.trace.note(world.schedule.now, 'portal', ask.kind, ask.state.reference, step.reply.status);
  watch(world, ask, step);
  return step.reply;
}

function makeRequest(world: World, { kind, state }: PortalAsk): PortalRequest | undefined {
  const { reference, packNumber } = state;
  if (kind === 'withdraw') return { endpoint: 'withdrawPack', packNumber: packNumber ?? '' };
  if (kind === 'call') return { endpoint: 'createPack', body: makePack(state) };
  const { portalClass } = world.forwarding;
  if (portalClass === 'A' || portalClass === 'B') return { endpoint: 'searchPacks', reference };
  return packNumber === null ? undefined : { endpoint: 'readPack', packNumber };
}

/** A handful of citizens, so that two calls for one of them do meet. */
export function getCitizen(state: ForwardState): string {
  return `09909000${String(1000 + (hashText(state.record) % 40))}`;
}

function makePack(state: ForwardState): unknown {
  const { reference, route, payloadHash } = state;
  const citizen = { fullName: 'NGUYỄN VĂN MẪU', personalId: getCitizen(state) };
  const isDirect = route === 'authorisedForward';
  return {
    reference,
    procedureCode: '1.001193',
    ...(route === 'relative'
      ? { submitter: { fullName: 'NGUYỄN THỊ VÍ', relation: 'child' }, owner: citizen }
      : { submitter: citizen }),
    answers: {},
    documents: [],
    route,
    payloadHash,
    ...(isDirect && { authorisation: { decisionNumber: 'QD-1', procedureCode: '1.001193' } }),
  };
}

function watch(world: World, { kind, state }: PortalAsk, step: PortalStep): void {
  const { oracle, tally } = world;
  for (const effect of step.effects) {
    if (effect.type !== 'faultFired') continue;
    if (effect.fault === 'lateVisibility') tally.portalShowedLate++;
    else if (effect.fault === 'duplicateAccept') tally.portalTookTwice++;
    else if (effect.fault === 'refusal422') tally.portalRefused++;
    else if (PORTAL_FAULTS[effect.fault].takesEffect) tally.portalActedSilently++;
    else tally.portalRepliedWrongly++;
  }
  if (kind !== 'call') return;
  const sent = oracle.payloads.get(state.reference);
  if (sent !== undefined && sent !== state.payloadHash) {
    throw new Violation('I11', `${state.reference} was sent as ${sent} and as ${state.payloadHash}`);
  }
  oracle.payloads.set(state.reference, state.payloadHash);
  if (!step.effects.some((effect) => effect.type === 'packCreated')) return;
  const accepted = (oracle.accepted.get(state.reference) ?? 0) + 1;
  oracle.accepted.set(state.reference, accepted);
  if (accepted > 1) throw new Violation('I8', `${state.reference} was taken ${accepted} times`);
  letCitizenAct(world, step);
}

/** The citizen taps after an hour, a day, or never; on the first of what the portal made. */
function letCitizenAct(world: World, step: PortalStep): void {
  const made = step.effects.find((effect) => effect.type === 'packCreated');
  if (made?.type !== 'packCreated' || !world.random.chance(0.7)) return;
  const { packNumber } = made;
  world.schedule.after(world.random.between(HOUR / 4, 40 * HOUR), () => {
    const acted = stepPortal(world.portal, {
      type: 'request',
      at: SERVER_EPOCH + world.schedule.now,
      request: { endpoint: 'confirmPack', packNumber, body: { by: 'citizen' } },
      byHand: true,
    });
    world.portal = acted.state;
  });
}
