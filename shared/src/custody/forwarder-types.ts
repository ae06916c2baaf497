/** The forwarder core's plain data: one dossier's way to the portal. Knows neither HTTP nor the clock. */
import type { RecordId } from '../ids.ts';
import type { Lodging, Route } from '../model/dossier.ts';

/** A: idempotency key · B: search by our reference · C: search by citizen and date · D: nothing to ask with. */
export type PortalClass = 'A' | 'B' | 'C' | 'D';

export interface ForwardSettings {
  readonly portalClass: PortalClass;
  /** Milliseconds until what the portal accepted can be found by our reference. */
  readonly visibilityWindow: number;
  /** Class A: how long the portal remembers a key. Within half of it the same key may be tried again without asking. */
  readonly keyLife?: number;
  readonly maxAttempts: number;
  /** Milliseconds after which a person decides. */
  readonly giveUpAfter: number;
  readonly firstBackOff: number;
  readonly longestBackOff: number;
  /** How long an accepted pack rests between looks for the citizen's act. */
  readonly pollEvery: number;
}

export type ForwardPhase =
  /** Waits for its papers or its turn. */
  | 'ready'
  /** A durable intent exists: a call may be under way. */
  | 'calling'
  /** A call's outcome is not known: ask after the window, never call blindly. */
  | 'unknown'
  | 'packed'
  | 'confirmed'
  | 'refused'
  | 'withdrawing'
  | 'withdrawn'
  | 'needsPerson';

/** The durable row of one dossier's forwarding; plain data, written before anything leaves the house. */
export interface ForwardState {
  readonly reference: string;
  readonly record: RecordId;
  readonly route: Route;
  readonly phase: ForwardPhase;
  readonly attempt: number;
  readonly payloadHash: string;
  /** Server clock, milliseconds: when the row was made, and when the last call's outcome became unknown. */
  readonly createdAt: number;
  /** When the first intent was written: what the attempts' patience is measured from. */
  readonly startedAt: number | null;
  readonly unknownSince: number | null;
  /** The first act after a restore is a query, whatever the phase says. */
  readonly queryFirst: boolean;
  readonly failures: number;
  readonly dueAt: number;
  readonly packNumber: string | null;
  readonly dossierNo: string | null;
  /** A withdrawal was asked for while a call was under way. */
  readonly withdrawAsked: boolean;
}

/** What the portal said, as the connector read it: anything that is not definite is `unknown`. */
export type CallOutcome =
  | { readonly type: 'packed'; readonly packNumber: string; readonly dossierNo?: string }
  | { readonly type: 'refused'; readonly field?: string; readonly document?: string; readonly reason: string }
  /** Certainly without effect (never left us, or the portal said so): may be tried again. */
  | { readonly type: 'notSent' }
  | { readonly type: 'unknown' };

export type QueryOutcome =
  | {
      readonly type: 'found';
      readonly packNumber: string;
      readonly dossierNo?: string;
      readonly status?: number;
      readonly withdrawn?: boolean;
    }
  | { readonly type: 'foundSeveral'; readonly packNumbers: readonly string[] }
  | { readonly type: 'notFound' }
  | { readonly type: 'failed' };

export type WithdrawOutcome =
  | { readonly type: 'withdrawn' }
  | { readonly type: 'alreadyLodged'; readonly dossierNo: string }
  | { readonly type: 'failed' };

export type ForwardEvent =
  | {
      readonly type: 'due';
      readonly now: number;
      readonly papersWhole: boolean;
      readonly authorised: boolean;
      /** Of the pack as it would be built now; frozen by the first intent. */
      readonly payloadHash?: string;
    }
  /** The intent row is durable: the call may leave now. */
  | { readonly type: 'intentCommitted'; readonly now: number }
  | { readonly type: 'called'; readonly now: number; readonly jitter: number; readonly outcome: CallOutcome }
  | {
      readonly type: 'queried';
      readonly now: number;
      readonly jitter: number;
      readonly outcome: QueryOutcome;
    }
  | {
      readonly type: 'withdrawAnswered';
      readonly now: number;
      readonly jitter: number;
      readonly outcome: WithdrawOutcome;
    }
  | { readonly type: 'withdrawAsked'; readonly now: number }
  /** Start of the process, restore or failover: nothing that was under way is known. */
  | { readonly type: 'restarted'; readonly now: number; readonly bornOfRestore: boolean };

/** All writes of one step (`commitIntent` or `commit`, with `lodge`) are one transaction; what leaves the house leaves after it. */
export type ForwardEffect =
  /** Write the row with full durability, then say `intentCommitted`. */
  | { readonly type: 'commitIntent' }
  | { readonly type: 'commit' }
  | {
      readonly type: 'call';
      readonly reference: string;
      readonly attempt: number;
      readonly payloadHash: string;
    }
  /** By reference where the portal can (A, B); by pack number where only that is known (C, D). */
  | { readonly type: 'query'; readonly reference: string; readonly packNumber: string | null }
  | { readonly type: 'withdraw'; readonly packNumber: string }
  /** What the dossier's `lodging` field becomes: an operation of the server's own. */
  | { readonly type: 'lodge'; readonly lodging: Lodging }
  /** The portal has said that this pack is taken back: a dossier that was stopped may say so. */
  | { readonly type: 'recalled'; readonly packNumber: string; readonly at: number };

export interface ForwardStep {
  readonly state: ForwardState;
  readonly effects: readonly ForwardEffect[];
}
