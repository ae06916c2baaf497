/** The forwarder core: one dossier's way to the portal. Calls nothing, and never repeats a call whose outcome is unknown. */
import {
  acceptPack,
  askPerson,
  canSearch,
  getDelay,
  isOutOfPatience,
  isWindowOver,
  rest,
  settle,
  settleRecall,
  takeBack,
} from './forwarder-state.ts';
import type { ForwardEvent, ForwardSettings, ForwardState, ForwardStep } from './forwarder-types.ts';

type EventOf<T extends ForwardEvent['type']> = Extract<ForwardEvent, { type: T }>;

export function stepForwarder(
  settings: ForwardSettings,
  state: ForwardState,
  event: ForwardEvent,
): ForwardStep {
  switch (event.type) {
    case 'due':
      return event.now < state.dueAt ? rest(state) : actWhenDue(settings, state, event);
    case 'intentCommitted':
      return leave(state);
    case 'called':
      return acceptCall(settings, state, event);
    case 'queried':
      return acceptQuery(settings, state, event);
    case 'withdrawAsked':
      return askWithdrawal(settings, state, event.now);
    case 'withdrawAnswered':
      return acceptWithdrawal(settings, state, event);
    case 'restarted':
      return restart(settings, state, event);
  }
}

function actWhenDue(settings: ForwardSettings, state: ForwardState, event: EventOf<'due'>): ForwardStep {
  switch (state.phase) {
    case 'ready':
      return state.queryFirst ? doubt(settings, state, state.createdAt) : prepareCall(settings, state, event);
    case 'unknown':
      return resolveUnknown(settings, state, event);
    case 'packed':
      return ask(settings, state, event.now);
    case 'withdrawing':
      return takeBack(settings, state, event.now);
    case 'calling':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
    case 'needsPerson':
      return rest(state);
  }
}

function prepareCall(settings: ForwardSettings, state: ForwardState, event: EventOf<'due'>): ForwardStep {
  const { now } = event;
  if (state.withdrawAsked) return settle(state, 'withdrawn');
  if (state.route === 'authorisedForward' && !event.authorised) return askPerson(state, now, 'notAuthorised');
  if (!event.papersWhole) return settle({ ...state, dueAt: now + settings.pollEvery }, state.phase);
  if (isOutOfPatience(settings, state, now)) return askPerson(state, now, 'tooManyTries');
  const payloadHash = state.startedAt === null ? (event.payloadHash ?? state.payloadHash) : state.payloadHash;
  const intent = { ...state, payloadHash, attempt: state.attempt + 1, startedAt: state.startedAt ?? now };
  return { state: { ...intent, phase: 'calling' }, effects: [{ type: 'commitIntent' }] };
}

/** The intent is durable: only now may the call leave. */
function leave(state: ForwardState): ForwardStep {
  if (state.phase !== 'calling') return rest(state);
  if (state.withdrawAsked) return settle(state, state.unknownSince === null ? 'withdrawn' : 'unknown');
  const { reference, attempt, payloadHash } = state;
  return { state, effects: [{ type: 'call', reference, attempt, payloadHash }] };
}

function acceptCall(settings: ForwardSettings, state: ForwardState, event: EventOf<'called'>): ForwardStep {
  const { now, jitter, outcome } = event;
  if (state.phase !== 'calling' && state.phase !== 'unknown') return rest(state);
  switch (outcome.type) {
    case 'packed':
      return acceptPack(settings, state, { pack: outcome, now });
    case 'refused': {
      // A refusal speaks for its own attempt only: an earlier one of class A may have been taken all the same.
      if (state.unknownSince !== null) return settle({ ...state, queryFirst: true, dueAt: now }, 'unknown');
      if (state.withdrawAsked) return settle(state, 'withdrawn');
      const { type: _refused, ...facts } = outcome;
      return settle(state, 'refused', { state: 'needsFix', at: now, ...facts });
    }
    case 'notSent': {
      if (state.phase !== 'calling') return rest(state);
      const failures = state.failures + 1;
      const dueAt = now + getDelay(settings, failures, jitter);
      // An earlier attempt of class A may still be unknown: it stays so.
      const phase = state.unknownSince === null ? 'ready' : 'unknown';
      return settle({ ...state, failures, dueAt, attempt: state.attempt - 1 }, phase);
    }
    case 'unknown':
      return doubt(settings, { ...state, failures: state.failures + 1 }, now);
  }
}

/** Something may have happened at the portal at `since` or before: where nobody can be asked, a person must look. */
function doubt(settings: ForwardSettings, state: ForwardState, since: number): ForwardStep {
  if (!canSearch(settings)) return askPerson(state, since, 'notSearchable');
  const dueAt = mayRepeatKey(settings, state, since)
    ? since + getDelay(settings, state.failures, 0.5)
    : since + settings.visibilityWindow;
  return settle({ ...state, unknownSince: since, dueAt }, 'unknown');
}

/** Class A: the portal itself makes a repetition harmless, as long as it surely remembers the key. */
function mayRepeatKey(settings: ForwardSettings, state: ForwardState, now: number): boolean {
  const { portalClass, keyLife } = settings;
  if (portalClass !== 'A' || keyLife === undefined || state.startedAt === null) return false;
  return !state.queryFirst && !state.withdrawAsked && now - state.startedAt < keyLife / 2;
}

function resolveUnknown(settings: ForwardSettings, state: ForwardState, event: EventOf<'due'>): ForwardStep {
  const { now } = event;
  if (!canSearch(settings)) return askPerson(state, now, 'notSearchable');
  if (mayRepeatKey(settings, state, now) && !isOutOfPatience(settings, state, now)) {
    return prepareCall(settings, state, event);
  }
  if (isWindowOver(settings, state, now)) return ask(settings, state, now);
  return rest({ ...state, dueAt: (state.unknownSince ?? now) + settings.visibilityWindow });
}

function ask(settings: ForwardSettings, state: ForwardState, now: number): ForwardStep {
  const { reference, packNumber } = state;
  return {
    state: { ...state, dueAt: now + settings.longestBackOff },
    effects: [{ type: 'commit' }, { type: 'query', reference, packNumber }],
  };
}

function acceptQuery(settings: ForwardSettings, state: ForwardState, event: EventOf<'queried'>): ForwardStep {
  const { now, jitter, outcome } = event;
  if (state.phase !== 'unknown' && state.phase !== 'packed') return rest(state);
  switch (outcome.type) {
    case 'found': {
      if (outcome.withdrawn !== true) return acceptPack(settings, state, { pack: outcome, now });
      const { packNumber } = outcome;
      if (state.withdrawAsked) return settleRecall(state, packNumber, now);
      return askPerson({ ...state, packNumber }, now, 'withdrawnAtPortal');
    }
    case 'foundSeveral':
      // None of them is known for ours: no one number may be taken back as if it were all.
      return askPerson({ ...state, packNumber: null }, now, 'severalPacks');
    case 'notFound':
      return state.phase === 'packed'
        ? waitMore(settings, state, { now, jitter })
        : tryAgain(settings, state, now);
    case 'failed':
      return waitMore(settings, state, { now, jitter });
  }
}

/** Asked after the window and not there: the call had no effect. */
function tryAgain(settings: ForwardSettings, state: ForwardState, now: number): ForwardStep {
  if (state.withdrawAsked) return settle(state, 'withdrawn');
  if (isOutOfPatience(settings, state, now)) return askPerson(state, now, 'tooManyTries');
  return settle({ ...state, unknownSince: null, queryFirst: false, dueAt: now }, 'ready');
}

/** How many looks in a row may fail before a person is told; packs that stand are looked at for as long as it takes. */
function waitMore(
  settings: ForwardSettings,
  state: ForwardState,
  at: { readonly now: number; readonly jitter: number },
): ForwardStep {
  const failures = state.failures + 1;
  const since = state.startedAt ?? state.createdAt;
  const isOld = at.now - since > settings.giveUpAfter && failures > settings.maxAttempts;
  if (isOld && state.phase === 'unknown') return askPerson(state, at.now, 'tooManyTries');
  if (isOld && state.phase !== 'unknown' && failures > 4 * settings.maxAttempts) {
    return askPerson(state, at.now, state.phase === 'withdrawing' ? 'notTakenBack' : 'packVanished');
  }
  const dueAt = at.now + getDelay(settings, failures, at.jitter);
  return settle({ ...state, failures, dueAt }, state.phase);
}

function askWithdrawal(settings: ForwardSettings, before: ForwardState, now: number): ForwardStep {
  const state = { ...before, withdrawAsked: true };
  switch (state.phase) {
    case 'ready':
      return state.queryFirst ? settle(state, 'ready') : settle(state, 'withdrawn');
    case 'calling':
    case 'unknown':
      return settle(state, state.phase);
    case 'packed':
      return takeBack(settings, state, now);
    case 'refused':
      return settle(state, 'withdrawn');
    case 'needsPerson':
      return recallDoubtful(settings, state, now);
    case 'confirmed':
    case 'withdrawing':
    case 'withdrawn':
      return rest(before);
  }
}

/** A person was asked about it. The wish is sent all the same where it is known, or can be asked, what is to be taken back. */
function recallDoubtful(settings: ForwardSettings, state: ForwardState, now: number): ForwardStep {
  const anew = { ...state, failures: 0 };
  if (state.packNumber !== null) return takeBack(settings, anew, now);
  if (state.startedAt === null && !state.queryFirst) return settle(state, 'withdrawn');
  return canSearch(settings) ? settle({ ...anew, dueAt: now }, 'unknown') : settle(state, 'needsPerson');
}

function acceptWithdrawal(
  settings: ForwardSettings,
  state: ForwardState,
  event: EventOf<'withdrawAnswered'>,
): ForwardStep {
  const { now, jitter, outcome } = event;
  if (state.phase !== 'withdrawing' || state.packNumber === null) return rest(state);
  if (outcome.type === 'withdrawn') return settleRecall(state, state.packNumber, now);
  if (outcome.type === 'failed') return waitMore(settings, state, { now, jitter });
  const pack = { packNumber: state.packNumber, dossierNo: outcome.dossierNo };
  return acceptPack(settings, state, { pack, now });
}

/** Whatever was under way is unknown; in a restored store even what seems not to have begun. */
function restart(settings: ForwardSettings, state: ForwardState, event: EventOf<'restarted'>): ForwardStep {
  const { now, bornOfRestore } = event;
  switch (state.phase) {
    case 'ready':
    case 'calling':
    case 'unknown': {
      if (bornOfRestore) return doubt(settings, { ...state, queryFirst: true }, now);
      if (state.phase === 'calling') return doubt(settings, state, now);
      return state.phase === 'unknown' ? settle({ ...state, dueAt: now }, 'unknown') : rest(state);
    }
    case 'packed':
      return settle({ ...state, dueAt: now, queryFirst: bornOfRestore }, 'packed');
    case 'withdrawing': {
      const asked = { ...state, dueAt: now, withdrawAsked: true };
      return settle(asked, bornOfRestore ? 'packed' : 'withdrawing');
    }
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
    case 'needsPerson':
      return rest(state);
  }
}
