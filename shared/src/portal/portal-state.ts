/** The plain data that the misbehaving portal is made of. Holds no behaviour and no bytes of any document. */
import type { DossierStatusCode } from '../model/dossier-status.ts';
import type {
  PackOwner,
  PackRoute,
  PackSubmitter,
  PortalClass,
  RefusalCode,
  Supplement,
} from '../contracts/portal.ts';
import { drawBelow } from './draw-number.ts';
import type { FaultPlan, FaultTally } from './fault-plan.ts';

export interface PortalProcedure {
  readonly code: string;
  readonly name?: string;
  readonly requiredDocuments: readonly { readonly id: string; readonly title: string }[];
}

/** A decision under which the portal accepts directly from us (route `authorisedForward`). */
export interface PortalAuthorisation {
  readonly decisionNumber: string;
  readonly procedureCodes: readonly string[];
}

export interface PortalSettings {
  readonly portalClass: PortalClass;
  /** Begins every dossier number: province code and unit number. */
  readonly agencyCode: string;
  /** How long after its creation a pack shows in searches. */
  readonly visibilitySeconds: number;
  /** Life of an idempotency key in class A. */
  readonly keyLifeSeconds: number;
  /** `any` takes whatever is written like a procedure code and asks for no paper. */
  readonly procedures: 'any' | readonly PortalProcedure[];
  readonly authorisations: readonly PortalAuthorisation[];
}

const DEFAULT_SETTINGS: PortalSettings = {
  portalClass: 'B',
  agencyCode: 'H57.242',
  visibilitySeconds: 0,
  keyLifeSeconds: 24 * 3600,
  procedures: 'any',
  authorisations: [],
};

export interface PortalPack {
  readonly packNumber: string;
  readonly reference: string;
  readonly payloadHash: string;
  readonly procedureCode: string;
  readonly route: PackRoute;
  readonly submitter: PackSubmitter;
  /** Whose dossier it is, where somebody else files. */
  readonly owner?: PackOwner;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  /** Milliseconds since 1970 by the portal's clock, as everywhere here. */
  readonly createdAt: number;
  readonly visibleAt: number;
  readonly status: 'awaitingCitizen' | 'lodged' | 'withdrawn';
  readonly dossierNumber?: string;
}

export interface PortalDossier {
  readonly dossierNumber: string;
  readonly packNumber: string;
  readonly status: DossierStatusCode;
  readonly changedAt: number;
  readonly supplement?: Supplement;
}

export interface PortalState {
  readonly version: 1;
  readonly settings: PortalSettings;
  /** The generator's word; it moves only when something is drawn. */
  readonly random: number;
  /** How far the test face has set the portal's clock ahead of its caller's. */
  readonly clockAheadMs: number;
  /** Where the daily numbers begin, so that two portals of different seeds do not give the same number. */
  readonly firstOfDay: number;
  readonly givenOnDay: Readonly<Record<string, number>>;
  readonly packs: Readonly<Record<string, PortalPack>>;
  readonly dossiers: Readonly<Record<string, PortalDossier>>;
  /** SHA-256 of each document received → its size in bytes. */
  readonly documents: Readonly<Record<string, number>>;
  readonly plans: readonly FaultPlan[];
  readonly fired: FaultTally;
}

export function createPortalState(seed: number, settings: Partial<PortalSettings> = {}): PortalState {
  const { value, random } = drawBelow(seed, 8000);
  return {
    version: 1,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    random,
    clockAheadMs: 0,
    firstOfDay: value + 1,
    givenOnDay: {},
    packs: {},
    dossiers: {},
    documents: {},
    plans: [],
    fired: {},
  };
}

export function findPack(state: PortalState, packNumber: string): PortalPack | undefined {
  return Object.hasOwn(state.packs, packNumber) ? state.packs[packNumber] : undefined;
}

export function findDossier(state: PortalState, dossierNumber: string): PortalDossier | undefined {
  return Object.hasOwn(state.dossiers, dossierNumber) ? state.dossiers[dossierNumber] : undefined;
}

/** What became true at the portal in one step, for logs, snapshots and the simulator's assertions. */
export type PortalEffect =
  | { readonly type: 'documentKept'; readonly sha256: string }
  | { readonly type: 'packCreated'; readonly packNumber: string; readonly reference: string }
  | { readonly type: 'packWithdrawn'; readonly packNumber: string; readonly reference: string }
  | { readonly type: 'dossierNumbered'; readonly dossierNumber: string; readonly reference: string }
  | { readonly type: 'dossierMoved'; readonly dossierNumber: string; readonly status: DossierStatusCode }
  | { readonly type: 'refused'; readonly code: RefusalCode }
  | { readonly type: 'faultFired'; readonly fault: FaultPlan['fault'] }
  | { readonly type: 'testFaceUsed' };
