/**
 * Carries finished dossiers to the portal that practice plays: the forwarder's own core, the twin's own core, and no line
 * between them. Both are kept in one row, so that an intent and what came of it are on the disk together or not at all.
 */
import { type ComposedPack, findOwnRefusal } from '#shared/custody/compose-pack';
import { stepForwarder } from '#shared/custody/forwarder';
import type {
  CallOutcome,
  ForwardEffect,
  ForwardEvent,
  ForwardSettings,
  ForwardState,
} from '#shared/custody/forwarder-types';
import { findLodging, listLodgings } from '#shared/custody/server-lodging';
import { readCall, readQuery, readWithdrawal } from '#shared/custody/read-portal-reply';
import type { RecordId } from '#shared/ids';
import type { CommuneState } from './commune-state.ts';
import { followStatus } from './follow-status.ts';
import { lodge, tell, tellByHand } from './lodge.ts';
import { preparePack } from './prepare-pack.ts';
import { putForward } from './write-plan.ts';

/** A pack that stands is looked at whenever the phone asks: a trainee does not wait for a quarter of an hour. */
const SETTINGS: ForwardSettings = {
  portalClass: 'B',
  visibilityWindow: 0,
  maxAttempts: 5,
  giveUpAfter: 48 * 3_600_000,
  firstBackOff: 1_000,
  longestBackOff: 5_000,
  pollEvery: 0,
};

/** Later than any clock. */
const NEVER_DUE = 8.64e15;

/** Every row that is due, once. `now`: milliseconds since 1970. */
export async function forwardPacks(state: CommuneState, now: number): Promise<CommuneState> {
  let after = state;
  for (const row of Object.values(state.forwards)) after = await forwardOne(after, row, now);
  return after;
}

/** What only the citizen does in life: the trainee taps for them, by the twin's own page. Without a waiting pack nothing happens. */
export async function playCitizen(
  state: CommuneState,
  dossier: RecordId,
  now: number,
): Promise<CommuneState> {
  const row = Object.values(state.forwards).find(
    ({ record, phase }) => record === dossier && phase === 'packed',
  );
  const packNumber = row?.packNumber ?? undefined;
  if (packNumber === undefined) return state;
  const confirmed = tellByHand(state, now, {
    endpoint: 'confirmPack',
    packNumber,
    body: { by: 'citizen' },
  });
  return forwardPacks(confirmed, now);
}

async function forwardOne(state: CommuneState, row: ForwardState, now: number): Promise<CommuneState> {
  const dossier = state.records[row.record];
  if (row.phase === 'confirmed') return followStatus(state, row, now);
  if (!dossier || isOver(row) || row.dueAt > now) return state;
  const { papersWhole, ...composed } = await preparePack(state, row, dossier);
  const due: ForwardEvent = {
    type: 'due',
    now,
    papersWhole,
    // No commune of practice has a decision under which its team files.
    authorised: false,
    payloadHash: composed.payloadHash,
  };
  // At rest it is due only for this wish, of which the core has to be told.
  const isAtRest = row.phase === 'refused' || row.phase === 'needsPerson';
  const first: ForwardEvent = isAtRest ? { type: 'withdrawAsked', now } : due;
  let step = stepRow(state, row.reference, first);
  while (step.leaving) {
    const heard = askPortal(step.state, { row, leaving: step.leaving, composed, now });
    step = stepRow(heard.state, row.reference, heard.event);
  }
  return step.state;
}

function isOver({ phase, withdrawAsked }: ForwardState): boolean {
  if (phase === 'refused' || phase === 'needsPerson') return !withdrawAsked;
  return phase === 'withdrawn';
}

type Leaving = Extract<ForwardEffect, { type: 'call' | 'query' | 'withdraw' }>;

interface RowStep {
  readonly state: CommuneState;
  readonly leaving: Leaving | undefined;
}

function stepRow(state: CommuneState, reference: string, event: ForwardEvent): RowStep {
  const row = state.forwards[reference];
  if (!row) return { state, leaving: undefined };
  const { state: next, effects } = stepForwarder(SETTINGS, row, event);
  // A person has it: it is due again when somebody wishes it back.
  let after = putForward(state, next.phase === 'needsPerson' ? { ...next, dueAt: NEVER_DUE } : next);
  for (const lodging of listLodgings(() => findLodging(state.records[row.record]), effects))
    after = lodge(after, row.record, lodging);
  if (effects.some(({ type }) => type === 'commitIntent'))
    return stepRow(after, reference, { type: 'intentCommitted', now: event.now });
  return { state: after, leaving: effects.find(isLeaving) };
}

function isLeaving(effect: ForwardEffect): effect is Leaving {
  return effect.type === 'call' || effect.type === 'query' || effect.type === 'withdraw';
}

interface Errand {
  readonly row: ForwardState;
  readonly leaving: Leaving;
  readonly composed: ComposedPack;
  readonly now: number;
}

interface Heard {
  readonly state: CommuneState;
  readonly event: ForwardEvent;
}

function askPortal(state: CommuneState, errand: Errand): Heard {
  const { row, leaving, now } = errand;
  const { reference } = row;
  const stamp = { now, jitter: 0 };
  switch (leaving.type) {
    case 'call': {
      const called = callPortal(state, errand, leaving.payloadHash);
      return { state: called.state, event: { type: 'called', ...stamp, outcome: called.outcome } };
    }
    case 'query': {
      const heard = tell(state, now, { endpoint: 'searchPacks', reference });
      const outcome = readQuery(heard.reply, reference);
      return { state: heard.state, event: { type: 'queried', ...stamp, outcome } };
    }
    case 'withdraw': {
      const heard = tell(state, now, { endpoint: 'withdrawPack', packNumber: leaving.packNumber });
      const outcome = readWithdrawal(heard.reply);
      return { state: heard.state, event: { type: 'withdrawAnswered', ...stamp, outcome } };
    }
  }
}

function callPortal(
  state: CommuneState,
  { composed, row, now }: Errand,
  promised: string,
): { readonly state: CommuneState; readonly outcome: CallOutcome } {
  const refusal = findOwnRefusal(composed, promised);
  const { pack } = composed;
  if (refusal || 'missing' in pack) return { state, outcome: refusal ?? { type: 'notSent' } };
  // The pictures themselves stay here: the twin is told of each what the dossier says of it.
  const uploaded = pack.documents.reduce((after, { sha256, size }) => {
    return tell(after, now, { endpoint: 'uploadDocument', claimed: sha256, sha256, size }).state;
  }, state);
  const heard = tell(uploaded, now, { endpoint: 'createPack', body: pack });
  return { state: heard.state, outcome: readCall(heard.reply, row.reference) };
}
