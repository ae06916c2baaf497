/** When the portal is to be left alone: circuit breaker, daily cap, one call per citizen. Plain data; time comes in. */
export interface BreakerSettings {
  readonly failuresToOpen: number;
  /** Milliseconds that the breaker stays open, at least. */
  readonly openFor: number;
  readonly callsPerDay: number;
}

export const BREAKER_DEFAULTS: BreakerSettings = { failuresToOpen: 5, openFor: 60_000, callsPerDay: 5_000 };

export interface BreakerState {
  readonly failures: number;
  readonly openUntil: number | null;
  /** The half-open probe is on its way. */
  readonly probing: boolean;
  /** Any number that is the same all day, and how many calls it has seen. */
  readonly day: number;
  readonly callsToday: number;
  /** Citizens for whom a call is under way. */
  readonly inHand: readonly string[];
}

export type Admission = 'admitted' | 'open' | 'dailyCap' | 'citizenInHand';

export interface BreakerAsk {
  readonly kind: 'call' | 'query';
  readonly citizen: string;
  readonly now: number;
  readonly day: number;
}

export function createBreaker(): BreakerState {
  return { failures: 0, openUntil: null, probing: false, day: 0, callsToday: 0, inHand: [] };
}

/**
 * Asked before anything leaves. After a pause the first thing that may leave is one query, never a call: where only
 * calls wait, the shell asks a question of its own (by a reference that waits, or about nobody) and tells `recordOutcome`.
 */
export function admitCall(
  settings: BreakerSettings,
  state: BreakerState,
  ask: BreakerAsk,
): { readonly state: BreakerState; readonly admission: Admission } {
  const today = state.day === ask.day ? state : { ...state, day: ask.day, callsToday: 0 };
  if (today.inHand.includes(ask.citizen)) return { state: today, admission: 'citizenInHand' };
  const isOpen = today.openUntil !== null;
  const mayProbe = isOpen && !today.probing && ask.kind === 'query' && ask.now >= (today.openUntil ?? 0);
  if (isOpen && !mayProbe) return { state: today, admission: 'open' };
  if (ask.kind === 'call' && today.callsToday >= settings.callsPerDay) {
    return { state: today, admission: 'dailyCap' };
  }
  const callsToday = today.callsToday + (ask.kind === 'call' ? 1 : 0);
  const inHand = [...today.inHand, ask.citizen];
  return { state: { ...today, callsToday, inHand, probing: isOpen }, admission: 'admitted' };
}

/** Told of every outcome. Any definite answer closes the breaker; a refusal of one dossier is a definite answer. */
export function recordOutcome(
  settings: BreakerSettings,
  state: BreakerState,
  outcome: { readonly citizen: string; readonly answered: boolean; readonly now: number },
): BreakerState {
  const inHand = state.inHand.filter((citizen) => citizen !== outcome.citizen);
  if (outcome.answered) return { ...state, inHand, failures: 0, openUntil: null, probing: false };
  const failures = state.failures + 1;
  const opens = state.openUntil !== null || failures >= settings.failuresToOpen;
  const openUntil = opens ? outcome.now + settings.openFor : null;
  return { ...state, inHand, failures, openUntil, probing: false };
}
