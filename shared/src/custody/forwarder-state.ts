/** Moves that several acts of the forwarder share: waiting, giving up, learning that a pack stands. Decides no act. */
import type { RecordId } from '../ids.ts';
import type { Lodging, Route } from '../model/dossier.ts';
import type { ForwardPhase, ForwardSettings, ForwardState, ForwardStep } from './forwarder-types.ts';

export interface NewForward {
  readonly reference: string;
  readonly record: RecordId;
  readonly route: Route;
  readonly payloadHash: string;
  readonly queryFirst: boolean;
  readonly now: number;
}

/** The row that the sync transaction writes beside the operation that finished the dossier. */
export function createForward({ now, ...given }: NewForward): ForwardState {
  return {
    ...given,
    phase: 'ready',
    attempt: 0,
    createdAt: now,
    startedAt: null,
    unknownSince: null,
    failures: 0,
    dueAt: now,
    packNumber: null,
    dossierNo: null,
    withdrawAsked: false,
  };
}

/** On these somebody of the commune has the next step, beside the citizen or in the citizen's place. */
const AT_DESK: readonly Route[] = ['assistedAtCentre', 'authorisedForward'];

/** Whose step it is while a prepared dossier is not lodged. */
export function findWaiting(route: Route): 'awaitingOffice' | 'awaitingCitizen' {
  return AT_DESK.includes(route) ? 'awaitingOffice' : 'awaitingCitizen';
}

export type PersonReason =
  | 'notAuthorised'
  | 'notSearchable'
  | 'severalPacks'
  | 'tooManyTries'
  | 'withdrawnAtPortal'
  | 'packVanished'
  /** It was to be taken back, and for long the portal has not said that it is. */
  | 'notTakenBack';

export function rest(state: ForwardState): ForwardStep {
  return { state, effects: [] };
}

/** Writes the row and, with it, what the dossier now shows. */
export function settle(state: ForwardState, phase: ForwardPhase, lodging?: Lodging): ForwardStep {
  return {
    state: { ...state, phase },
    effects: [{ type: 'commit' }, ...(lodging ? [{ type: 'lodge', lodging } as const] : [])],
  };
}

export function askPerson(state: ForwardState, now: number, reason: PersonReason): ForwardStep {
  const { packNumber } = state;
  const named = packNumber === null ? {} : { packNumber };
  return settle(state, 'needsPerson', { state: 'needsPerson', at: now, reason, ...named });
}

/** Milliseconds: full jitter between the first step and a doubling ceiling. */
export function getDelay(settings: ForwardSettings, failures: number, jitter: number): number {
  const ceiling = Math.min(settings.longestBackOff, settings.firstBackOff * 2 ** Math.min(failures, 20));
  return settings.firstBackOff + Math.floor(jitter * Math.max(0, ceiling - settings.firstBackOff));
}

/** What a silent call did can be asked only once the portal's search has had time to show it. */
export function isWindowOver(settings: ForwardSettings, state: ForwardState, now: number): boolean {
  return state.unknownSince === null || now >= state.unknownSince + settings.visibilityWindow;
}

export function canSearch(settings: ForwardSettings): boolean {
  return settings.portalClass === 'A' || settings.portalClass === 'B';
}

export function isOutOfPatience(settings: ForwardSettings, state: ForwardState, now: number): boolean {
  const isOld = state.startedAt !== null && now - state.startedAt > settings.giveUpAfter;
  return isOld || state.attempt >= settings.maxAttempts;
}

export interface StandingPack {
  readonly packNumber: string;
  readonly dossierNo?: string;
  readonly status?: number;
}

/** A pack stands at the portal: with a number it is lodged, without one it waits for the citizen or is taken back. */
export function acceptPack(
  settings: ForwardSettings,
  before: ForwardState,
  told: { readonly pack: StandingPack; readonly now: number },
): ForwardStep {
  const { pack, now } = told;
  const { packNumber, dossierNo, status } = pack;
  const state: ForwardState = {
    ...before,
    packNumber,
    unknownSince: null,
    queryFirst: false,
    failures: 0,
    dueAt: now + settings.pollEvery,
  };
  if (dossierNo !== undefined) {
    return settle({ ...state, dossierNo }, 'confirmed', {
      state: 'lodged',
      at: now,
      packNumber,
      dossierNo,
      evidence: 'portalRead',
      ...(status !== undefined && { status }),
    });
  }
  if (state.withdrawAsked) return takeBack(settings, state, now);
  if (before.phase === 'packed') return settle(state, 'packed');
  return settle(state, 'packed', { state: findWaiting(state.route), at: now, packNumber });
}

/** The portal itself has said that the pack no longer stands. */
export function settleRecall(state: ForwardState, packNumber: string, now: number): ForwardStep {
  const { state: settled, effects } = settle({ ...state, packNumber }, 'withdrawn');
  return { state: settled, effects: [...effects, { type: 'recalled', packNumber, at: now }] };
}

/** Withdrawing twice is harmless, so it may be tried until the portal has answered. */
export function takeBack(settings: ForwardSettings, state: ForwardState, now: number): ForwardStep {
  if (state.packNumber === null) throw new Error('A pack without a number cannot be taken back.');
  return {
    state: { ...state, phase: 'withdrawing', dueAt: now + settings.longestBackOff },
    effects: [{ type: 'commit' }, { type: 'withdraw', packNumber: state.packNumber }],
  };
}
