/** What lies in each table of a vault's database. In clear only random ids, sequence, state and custody; the rest is ciphertext. */
import type { DeviceDisk, QueuedMeta, SlotMeta } from '#shared/custody/device-types';
import type { AttachmentId, OpId, RecordId } from '#shared/ids';

/** The device core's disk without what lies beside the records and in the outbox. */
export type DiskHead = Omit<DeviceDisk, 'slots' | 'queue'>;

/** Sealed, and not yet placed in the sequence. Brings its encapsulation along: any tab may queue it. */
export interface PendingSlot extends SlotMeta {
  readonly sealed: Uint8Array;
  readonly encapsulationBytes: Uint8Array;
}

/**
 * What this device wrote of a record, encrypted for the vault, and the pending slot of the same save: in one row, so that
 * a save is one read and one write.
 */
export interface RecordRow {
  readonly record: RecordId;
  /** The save that wrote this row: its changes are unqueued exactly while `slot` is there. */
  readonly opId: OpId;
  readonly cipher: Uint8Array;
  readonly slot?: PendingSlot;
  /** Marks the rows with a slot, for the index. */
  readonly pending?: 1;
}

/** What the server said of a record, encrypted for the vault. */
export interface PulledRow {
  readonly record: RecordId;
  readonly cipher: Uint8Array;
  /** Sight of it was lost: it goes as soon as nothing of it is waiting here. */
  readonly withdrawn?: 1;
}

export interface OutboxRow extends QueuedMeta {
  readonly sealed: Uint8Array;
}

/** 65 bytes that open every item sealed under them; kept until the last of those items may go. */
export interface EncapsulationRow {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface PieceRow {
  readonly attachment: AttachmentId;
  readonly index: number;
  readonly total: number;
  readonly encapsulation: string;
  readonly keyId: number;
  readonly sealed: Uint8Array;
  /** 1 when the server has confirmed it. */
  readonly sent: 0 | 1;
  /** The head of our sequence when it was confirmed: a backup that holds a later save holds this piece too. */
  readonly sentAfter?: number;
}

/** The newest proof of delivery of one incarnation: everything a third person needs to check it. */
export interface ReceiptRow {
  readonly incarnation: string;
  readonly upTo: number;
  readonly requestHash: Uint8Array;
  readonly receipt: Uint8Array;
  readonly restHash: Uint8Array;
  readonly signature: Uint8Array;
}

/** An operation sealed to the commune that has no place in this device's sequence. */
export interface UnplacedOperation {
  readonly record: RecordId;
  readonly opId: OpId;
  readonly keyId: number;
  readonly dictVersion: number;
  /** Base64url of SHA-256 over `sealed`. */
  readonly cipherHash: string;
  /** nonce (12) ‖ ciphertext ‖ tag (16). */
  readonly sealed: Uint8Array;
  /** 65 bytes. */
  readonly encapsulationBytes: Uint8Array;
}

/** What was written while the phone was locked, and waits for a person to confirm it. */
export interface LockedEntryRow {
  /** 22 characters, drawn at random: tells neither who nor when. */
  readonly entry: string;
  /** For this vault's write key, whose private half only the PIN opens: 65 bytes, and nonce ‖ ciphertext ‖ tag. */
  readonly encapsulationBytes: Uint8Array;
  readonly sealed: Uint8Array;
  /** The same as operations for the commune, so that they can go out though nobody can read them here: once no PIN opens the vault any more. */
  readonly forCommune: readonly UnplacedOperation[];
  /** As a person has gone on with it under the PIN, and whether they have decided: encrypted for the vault. */
  readonly reviewed?: Uint8Array;
  /** A person has said yes to it: nothing but its carrying out touches it any more. */
  readonly decided?: 1;
}
