/** The forwarder's patience as figures: what the deployment says, and what the house has settled. */
import { BREAKER_DEFAULTS, type BreakerSettings } from '#shared/custody/breaker';
import type { ForwardSettings, PortalClass } from '#shared/custody/forwarder-types';

export interface PortalPatience {
  readonly portalClass: PortalClass;
  readonly portalWindowMs: number;
  readonly portalPollMs: number;
  readonly portalDailyCap: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MAX_ATTEMPTS = 5;
const GIVE_UP_AFTER = 48 * HOUR;
/** What a portal of class A must promise for its keys; half of it is used. */
const KEY_LIFE = 24 * HOUR;

export function toForwardSettings(patience: PortalPatience): ForwardSettings {
  return {
    portalClass: patience.portalClass,
    visibilityWindow: patience.portalWindowMs,
    keyLife: KEY_LIFE,
    maxAttempts: MAX_ATTEMPTS,
    giveUpAfter: GIVE_UP_AFTER,
    firstBackOff: Math.min(MINUTE, patience.portalPollMs),
    longestBackOff: Math.min(HOUR, 12 * patience.portalPollMs),
    pollEvery: patience.portalPollMs,
  };
}

export function toBreakerSettings(patience: PortalPatience): BreakerSettings {
  const openFor = Math.min(BREAKER_DEFAULTS.openFor, 2 * patience.portalPollMs);
  return { ...BREAKER_DEFAULTS, openFor, callsPerDay: patience.portalDailyCap };
}
