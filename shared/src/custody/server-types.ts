/** The server core's plain data: the slice of the store that a batch needs, the batch once opened, and what is to be written. */
import type { ErrorCode } from '../contracts/error-codes.ts';
import type { SetAside } from '../contracts/sync.ts';
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import type { Role } from '../model/collection.ts';
import type { Hash } from './device-types.ts';
import type { Json, Operation, Patch } from '../model/operation.ts';
import type { DelegationState } from '../rules/delegation.ts';

/** A run as it arrived: only what lies outside the seals. */
export interface ArrivedRun {
  readonly device: DeviceId;
  readonly from: number;
  readonly prev: Hash;
  readonly items: readonly { readonly opId: OpId; readonly cipherHash: Hash; readonly hash: Hash }[];
}

/** What `locate` asks the shell to read before it opens anything. */
export interface Location {
  readonly devices: readonly DeviceId[];
  readonly sequences: readonly { readonly device: DeviceId; readonly from: number; readonly to: number }[];
}

export interface OpenedItem {
  readonly seq: number;
  readonly opId: OpId;
  /** Chain head after this item, recomputed by the server. */
  readonly hash: Hash;
  readonly content:
    { readonly ok: true; readonly op: Operation } | { readonly ok: false; readonly code: ErrorCode };
}

export interface OpenedBatch {
  readonly device: DeviceId;
  readonly from: number;
  readonly prev: Hash;
  readonly items: readonly OpenedItem[];
  /** Server clock, milliseconds: recorded beside the device's own, compared with nothing. */
  readonly now: number;
}

/** Keys whose rows `apply` must see; of every dossier among `records` also all its forward references. */
export interface RecordKeys {
  readonly records: readonly RecordId[];
  readonly dossierNumbers: readonly string[];
  readonly references: readonly string[];
}

/** One field as the fold left it: who wrote it last, at which commune change. */
export interface FieldState {
  readonly value: Json;
  readonly seq: number;
  readonly device: DeviceId | 'server';
  /** Other values written from a base that had not seen `value`; oldest first. */
  readonly others?: readonly Json[];
  /** It came without a place in its device's sequence: what that device had sealed before it may still arrive. */
  readonly unplaced?: OpId;
}

export interface RecordState {
  readonly record: RecordId;
  readonly collection: string;
  readonly fields: Readonly<Record<string, FieldState>>;
  /** Commune change sequence of its last change. */
  readonly seq: number;
}

/** What the delegation says on the day of the server's clock. */
export interface Deputy {
  readonly delegation: string;
  readonly name: string;
  readonly state: DelegationState;
  readonly from: string;
  readonly to: string;
}

export interface DeviceRow {
  readonly device: DeviceId;
  readonly standing: 'waiting' | 'approved' | 'revoked';
  readonly role: Role;
  /** Where its member was ever named to approve in the head's place. */
  readonly deputy?: Deputy;
  readonly lastSeq: number;
  readonly head: Hash;
  readonly forked: boolean;
}

/** The part of the store that one batch can touch, read in the same transaction that will write. */
export interface ServerSlice {
  readonly device: DeviceRow;
  /** Sequences of this batch that are stored already (held ones too), with the answer they were given. */
  readonly known: readonly {
    readonly seq: number;
    readonly opId: OpId;
    readonly hash: Hash;
    readonly setAside?: SetAside;
  }[];
  readonly records: readonly RecordState[];
  /**
   * Of the people whose yes stands or falls with this batch: their consents and dossiers, beside `records`; and, of whoever
   * is known under several records, those records together. Absent where nobody is concerned.
   */
  readonly related?: readonly RecordState[];
  readonly persons?: readonly (readonly RecordId[])[];
  /** Last commune change sequence. */
  readonly communeSeq: number;
  readonly numbers: readonly { readonly dossierNo: string; readonly record: RecordId }[];
  /** Rows of the references asked for, and every row of the touched dossiers. */
  readonly references: readonly { readonly reference: string; readonly record: RecordId }[];
  /** Of the dossiers named in the two lists above: those that whoever writes does not see, and is never told of. */
  readonly hidden: readonly RecordId[];
  /** True when the store was restored from a backup: every first act at the portal is then a query. */
  readonly bornOfRestore: boolean;
}

export type ServerWrite =
  | {
      readonly type: 'putOperation';
      readonly seq: number;
      readonly opId: OpId;
      readonly hash: Hash;
      readonly op: Operation | null;
      readonly changeSeq: number | null;
    }
  | {
      readonly type: 'holdOperation';
      readonly seq: number;
      readonly opId: OpId;
      readonly hash: Hash;
      readonly quarantine: boolean;
    }
  /** A record that an operation without a place has changed. */
  | { readonly type: 'noteUnplaced'; readonly record: RecordId }
  | { readonly type: 'putSetAside'; readonly setAside: SetAside }
  | { readonly type: 'putRecord'; readonly state: RecordState; readonly patch: Patch }
  | {
      readonly type: 'putChange';
      readonly seq: number;
      readonly record: RecordId;
      readonly origin: DeviceId | 'server';
    }
  | { readonly type: 'putDevice'; readonly lastSeq: number; readonly head: Hash; readonly forked: boolean }
  /** `byHand`: a person recorded it, so that the portal is to be asked for it. The same number again is no second one. */
  | {
      readonly type: 'putNumber';
      readonly dossierNo: string;
      readonly record: RecordId;
      readonly byHand: boolean;
    }
  | { readonly type: 'dropNumber'; readonly dossierNo: string; readonly record: RecordId }
  /** `queryFirst`: the store was restored, so the portal may know this reference already. */
  | {
      readonly type: 'putIntent';
      readonly reference: string;
      readonly record: RecordId;
      readonly queryFirst: boolean;
    }
  /** The route changed or a number was recorded by hand: an unconfirmed pack must be taken back. */
  | { readonly type: 'withdrawIntent'; readonly reference: string; readonly record: RecordId };

export interface ServerReply {
  readonly upTo: number;
  readonly head: Hash;
  readonly held: boolean;
  readonly expected: number;
  readonly forked: boolean;
  readonly setAside: readonly SetAside[];
}

/** What operations without a place change, and what became of each: null is obeyed. */
export interface UnplacedPlan {
  readonly writes: readonly ServerWrite[];
  readonly outcomes: readonly (ErrorCode | null)[];
}

export interface ServerPlan {
  /** Obeyed by the shell and by the simulator: an answer may leave only after this commit. */
  readonly durability: 'full' | 'normal';
  readonly writes: readonly ServerWrite[];
  readonly reply: ServerReply;
}
