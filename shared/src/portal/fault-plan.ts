/** Which faults the portal can be told to commit, when one is due, and how often each has fired. Spoils nothing itself. */
import * as z from 'zod/mini';
import { drawFraction } from './draw-number.ts';
import type { PortalEndpoint } from './portal-request.ts';

interface FaultRow {
  /** What the sender sees. `none`: the reply is right, only the portal's inside is not. */
  readonly harms: 'reply' | 'none';
  /** Whether the thing asked for happens all the same. This is what a sender cannot see. */
  readonly takesEffect: boolean;
  /** Without a list: every endpoint of the portal (never the one-stop's desk, which is a person). */
  readonly only?: readonly PortalEndpoint[];
}

const before = { harms: 'reply', takesEffect: false } as const;
const after = { harms: 'reply', takesEffect: true } as const;
const NAMING: readonly PortalEndpoint[] = [
  'createPack',
  'searchPacks',
  'readPack',
  'confirmPack',
  'withdrawPack',
];

export const PORTAL_FAULTS = {
  errorBeforeEffect500: before,
  errorAfterEffect500: after,
  unavailable503: before,
  timeoutBeforeEffect: before,
  timeoutAfterEffect: after,
  connectionReset: before,
  connectionResetAfterEffect: after,
  htmlPage200: before,
  htmlPage200AfterEffect: after,
  signInRedirect302: before,
  sessionExpired401: before,
  sessionExpired401AfterEffect: after,
  rateLimited429: before,
  refusal422: { ...before, only: ['createPack'] },
  schemaDrift: after,
  truncatedJson: after,
  emptyReply: after,
  wrongContentType: after,
  hugeReply: after,
  slowDrip: after,
  referenceNotEchoed: { ...after, only: NAMING },
  anotherReferenceEchoed: { ...after, only: NAMING },
  lateVisibility: { harms: 'none', takesEffect: true, only: ['createPack'] },
  silentDrop: { harms: 'none', takesEffect: false, only: ['createPack'] },
  duplicateAccept: { harms: 'none', takesEffect: true, only: ['createPack'] },
} as const satisfies Record<string, FaultRow>;

export type PortalFault = keyof typeof PORTAL_FAULTS;
export type FaultTally = Readonly<Partial<Record<PortalFault, number>>>;

const faultNames = Object.keys(PORTAL_FAULTS) as [PortalFault, ...PortalFault[]];
const ENDPOINTS = [
  'uploadDocument',
  'createPack',
  'searchPacks',
  'searchByCitizen',
  'readPack',
  'confirmPack',
  'withdrawPack',
  'readDossier',
] as const satisfies readonly PortalEndpoint[];

/**
 * Either `next`: fires on so many fitting requests and is spent; or `probability` (0 to 1) of each, drawn from the seed.
 * `seconds`: how late, how slow, or Retry-After, where the fault knows a duration.
 */
export const FaultPlan = z
  .object({
    fault: z.enum(faultNames),
    next: z.exactOptional(z.int().check(z.minimum(1), z.maximum(10_000))),
    probability: z.exactOptional(z.number().check(z.minimum(0), z.maximum(1))),
    endpoint: z.exactOptional(z.enum(ENDPOINTS)),
    seconds: z.exactOptional(z.number().check(z.minimum(0), z.maximum(90 * 24 * 3600))),
  })
  .check(
    z.refine((plan) => (plan.next === undefined) !== (plan.probability === undefined), {
      error: 'Either next or probability.',
    }),
  );
export type FaultPlan = z.infer<typeof FaultPlan>;

export interface DueFaults {
  /** At most one fault harms a reply; those that harm none come beside it. */
  readonly due: readonly FaultPlan[];
  readonly plans: readonly FaultPlan[];
  readonly random: number;
}

/** Asks the plans in their order; a plan that fires `next` loses one. Draws only for plans that fit the endpoint. */
export function drawFaults(plans: readonly FaultPlan[], endpoint: PortalEndpoint, random: number): DueFaults {
  const due: FaultPlan[] = [];
  const left: FaultPlan[] = [];
  let word = random;
  for (const plan of plans) {
    const taken = PORTAL_FAULTS[plan.fault].harms === 'reply' && due.some(harmsReply);
    if (taken || !fitsEndpoint(plan, endpoint)) {
      left.push(plan);
      continue;
    }
    if (plan.probability !== undefined) {
      const drawn = drawFraction(word);
      word = drawn.random;
      left.push(plan);
      if (drawn.value < plan.probability) due.push(plan);
      continue;
    }
    due.push(plan);
    const more = (plan.next ?? 1) - 1;
    if (more > 0) left.push({ ...plan, next: more });
  }
  return { due, plans: left, random: word };
}

export function harmsReply(plan: FaultPlan): boolean {
  return PORTAL_FAULTS[plan.fault].harms === 'reply';
}

function fitsEndpoint(plan: FaultPlan, endpoint: PortalEndpoint): boolean {
  if (endpoint === 'moveDossier') return false;
  const row: FaultRow = PORTAL_FAULTS[plan.fault];
  if (row.only && !row.only.includes(endpoint)) return false;
  return plan.endpoint === undefined || plan.endpoint === endpoint;
}

export function countFault(fired: FaultTally, fault: PortalFault): FaultTally {
  return { ...fired, [fault]: (fired[fault] ?? 0) + 1 };
}
