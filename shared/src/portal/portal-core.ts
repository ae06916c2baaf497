/** The misbehaving provincial portal as one pure step. Knows no clock, no chance and no socket: time comes in each event. */
import { confirmPack, readPack, uploadDocument, withdrawPack } from './pack-acts.ts';
import { createPack } from './create-pack.ts';
import { moveDossier, readDossier } from './dossier-acts.ts';
import { countFault, drawFaults, type FaultPlan, harmsReply, PORTAL_FAULTS } from './fault-plan.ts';
import type { Outcome } from './portal-answer.ts';
import type { PortalRequest } from './portal-request.ts';
import {
  createPortalState,
  type PortalEffect,
  type PortalSettings,
  type PortalState,
} from './portal-state.ts';
import { searchByCitizen, searchPacks } from './search-packs.ts';
import { type PortalReply, spoilReply, writeAnswer } from './spoil-reply.ts';

/** `at`: the caller's clock, milliseconds since 1970. `byHand`: a person at the twin's own page, who meets no fault. */
export type PortalEvent =
  | { readonly type: 'request'; readonly at: number; readonly request: PortalRequest; readonly byHand?: true }
  | { readonly type: 'planFaults'; readonly plans: readonly FaultPlan[] }
  | { readonly type: 'clearFaults' }
  | { readonly type: 'advanceClock'; readonly seconds: number }
  | { readonly type: 'configure'; readonly settings: Partial<PortalSettings> }
  | { readonly type: 'reset'; readonly seed?: number };

export interface PortalStep {
  readonly state: PortalState;
  readonly reply: PortalReply;
  readonly effects: readonly PortalEffect[];
}

export function stepPortal(state: PortalState, event: PortalEvent): PortalStep {
  switch (event.type) {
    case 'request':
      return answerRequest(state, event);
    case 'planFaults':
      return useTestFace({ ...state, plans: [...state.plans, ...event.plans] });
    case 'clearFaults':
      return useTestFace({ ...state, plans: [] });
    case 'advanceClock':
      return useTestFace({ ...state, clockAheadMs: state.clockAheadMs + event.seconds * 1000 });
    case 'configure':
      return useTestFace({ ...state, settings: { ...state.settings, ...event.settings } });
    case 'reset':
      return useTestFace(createPortalState(event.seed ?? state.random, state.settings));
  }
}

function useTestFace(state: PortalState): PortalStep {
  return {
    state,
    reply: writeAnswer({ status: 200, body: { done: true } }),
    effects: [{ type: 'testFaceUsed' }],
  };
}

type RequestEvent = Extract<PortalEvent, { type: 'request' }>;

function answerRequest(state: PortalState, event: RequestEvent): PortalStep {
  const { request } = event;
  const now = event.at + state.clockAheadMs;
  if (event.byHand) {
    const outcome = handleRequest(state, now, request);
    return { state: outcome.state, reply: writeAnswer(outcome.answer), effects: outcome.effects };
  }
  const { due, plans, random } = drawFaults(state.plans, request.endpoint, state.random);
  const fired = due.reduce((tally, plan) => countFault(tally, plan.fault), state.fired);
  const started: PortalState = { ...state, plans, random, fired };
  const harm = due.find(harmsReply);
  const happens = harm === undefined || PORTAL_FAULTS[harm.fault].takesEffect;
  const outcome = happens ? handleUnderFaults(started, now, { request, due }) : leaveUntouched(started);
  return {
    state: outcome.state,
    reply: harm ? spoilReply(outcome.answer, harm) : writeAnswer(outcome.answer),
    effects: [...due.map(({ fault }) => ({ type: 'faultFired', fault }) as const), ...outcome.effects],
  };
}

/** Faults that harm no reply: the request forgotten, delivered twice, or kept from searches for long. */
function handleUnderFaults(
  state: PortalState,
  now: number,
  { request, due }: { request: PortalRequest; due: readonly FaultPlan[] },
): Outcome {
  const late = due.find((plan) => plan.fault === 'lateVisibility');
  const first = delayPacks(handleRequest(state, now, request), now, late);
  if (due.some((plan) => plan.fault === 'silentDrop')) return { state, answer: first.answer, effects: [] };
  if (!due.some((plan) => plan.fault === 'duplicateAccept')) return first;
  const second = delayPacks(handleRequest(first.state, now, request), now, late);
  return { state: second.state, answer: first.answer, effects: [...first.effects, ...second.effects] };
}

function delayPacks(outcome: Outcome, now: number, late: FaultPlan | undefined): Outcome {
  if (!late) return outcome;
  const packs = { ...outcome.state.packs };
  for (const effect of outcome.effects) {
    if (effect.type !== 'packCreated') continue;
    const pack = packs[effect.packNumber];
    if (pack) packs[effect.packNumber] = { ...pack, visibleAt: now + (late.seconds ?? 3600) * 1000 };
  }
  return { ...outcome, state: { ...outcome.state, packs } };
}

function leaveUntouched(state: PortalState): Outcome {
  return { state, answer: { status: 503, body: { type: 'unavailable' } }, effects: [] };
}

function handleRequest(state: PortalState, now: number, request: PortalRequest): Outcome {
  switch (request.endpoint) {
    case 'uploadDocument':
      return uploadDocument(state, now, request);
    case 'createPack':
      return createPack(state, now, request);
    case 'searchPacks':
      return searchPacks(state, now, request);
    case 'searchByCitizen':
      return searchByCitizen(state, now, request);
    case 'readPack':
      return readPack(state, now, request);
    case 'confirmPack':
      return confirmPack(state, now, request);
    case 'withdrawPack':
      return withdrawPack(state, now, request);
    case 'readDossier':
      return readDossier(state, now, request);
    case 'moveDossier':
      return moveDossier(state, now, request);
  }
}
