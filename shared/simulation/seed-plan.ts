/** What one seed is like: how many phones, how long, which faults and how often. Different seeds leave faults out. */
import type { ForwardSettings, PortalClass } from '../src/custody/forwarder-types.ts';
import type { FaultPlan } from '../src/portal/fault-plan.ts';
import type { Random } from './random.ts';
import { CALM, DAY, type FaultRates, HOUR, MINUTE } from './world.ts';

export interface SeedPlan {
  readonly phones: number;
  readonly days: number;
  readonly visitsPerDay: number;
  readonly rates: FaultRates;
  readonly forwarding: ForwardSettings;
  readonly portalFaults: readonly FaultPlan[];
  readonly visibilitySeconds: number;
  /** How often in the whole run each of these comes about. */
  readonly devicePowerLosses: number;
  readonly serverPowerLosses: number;
  readonly restores: number;
  readonly clones: number;
  readonly evictions: number;
  readonly revocations: number;
  readonly forgottenPins: number;
  /** Chance that a phone holds the vaults of two people. */
  readonly sharing: number;
}

export function drawPlan(random: Random): SeedPlan {
  const phones = random.between(1, 4);
  const days = Math.max(8, Math.ceil(31 / phones));
  const some = (probability: number, rate: number) => (random.chance(probability) ? rate : 0);
  const rates: FaultRates = {
    ...CALM,
    kill: some(0.7, 0.003),
    serverKill: some(0.6, 0.01),
    lost: some(0.8, 1),
    duplicated: some(0.6, 0.05),
    late: some(0.6, 0.05),
    staleNonce: some(0.5, 0.03),
    captive: some(0.5, 0.03),
    storage: some(0.6, 0.02),
    clock: some(0.5, 0.05),
    twoTabs: some(0.6, 0.15),
    poison: some(0.5, 0.03),
    notSent: some(0.5, 0.1),
    killDuringCall: some(0.5, 0.06),
    emptied: some(0.5, 0.12),
    older: some(0.5, 0.12),
    copyLost: some(0.3, 0.06),
    copyRefused: some(0.4, 0.002),
    killInRenewal: some(0.5, 0.03),
  };
  return {
    phones,
    days,
    visitsPerDay: Math.ceil(270 / (phones * days)),
    rates,
    forwarding: drawForwarding(random),
    portalFaults: drawPortalFaults(random),
    visibilitySeconds: random.between(0, 5_000),
    devicePowerLosses: some(0.7, random.between(1, 8)),
    serverPowerLosses: some(0.7, random.between(1, 6)),
    restores: some(0.35, random.between(1, 2)),
    clones: some(0.12, 1),
    evictions: some(0.15, 1),
    revocations: some(0.1, 1),
    forgottenPins: some(0.15, 1),
    sharing: some(0.4, 0.5),
  };
}

/** Seeds in which one rare meeting of circumstances is made common. */
export type Focus = 'restores' | 'keyedPortal' | 'struckPhones';

export function focusPlan(plan: SeedPlan, focus: Focus): SeedPlan {
  if (focus === 'restores') return { ...plan, phones: 4, days: 8, visitsPerDay: 12, restores: 4, clones: 0 };
  if (focus === 'struckPhones') {
    const struck = { emptied: 0.5, older: 0.25, copyLost: 0.1, copyRefused: 0.006, killInRenewal: 0.3 };
    const often = { devicePowerLosses: 16, restores: 1, evictions: 2, clones: 0 };
    return { ...plan, ...often, phones: 3, days: 8, visitsPerDay: 8, rates: { ...plan.rates, ...struck } };
  }
  return {
    ...plan,
    forwarding: { ...plan.forwarding, portalClass: 'A', keyLife: DAY },
    portalFaults: [
      { fault: 'refusal422', probability: 0.25 },
      { fault: 'timeoutAfterEffect', probability: 0.25 },
    ],
  };
}

function drawForwarding(random: Random): ForwardSettings {
  const portalClass: PortalClass = random.pick(['A', 'B', 'B', 'B', 'C', 'D']);
  return {
    portalClass,
    visibilityWindow: 3 * HOUR,
    ...(portalClass === 'A' && { keyLife: DAY }),
    maxAttempts: 5,
    giveUpAfter: 2 * DAY,
    firstBackOff: MINUTE,
    longestBackOff: HOUR,
    pollEvery: 6 * HOUR,
  };
}

function drawPortalFaults(random: Random): FaultPlan[] {
  const some = (fault: FaultPlan['fault'], probability: number): FaultPlan[] =>
    random.chance(0.5) ? [{ fault, probability }] : [];
  const late = { fault: 'lateVisibility', probability: 0.15, seconds: random.between(60, 9_000) } as const;
  return [
    ...some('timeoutAfterEffect', 0.12),
    ...some('errorAfterEffect500', 0.08),
    ...some('connectionResetAfterEffect', 0.05),
    ...some('htmlPage200AfterEffect', 0.04),
    ...some('timeoutBeforeEffect', 0.1),
    ...some('unavailable503', 0.1),
    ...some('rateLimited429', 0.03),
    ...some('truncatedJson', 0.03),
    ...some('schemaDrift', 0.02),
    ...some('anotherReferenceEchoed', 0.02),
    ...some('refusal422', 0.05),
    ...some('silentDrop', 0.01),
    ...some('duplicateAccept', 0.02),
    ...(random.chance(0.6) ? [late] : []),
  ];
}
