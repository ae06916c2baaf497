/** What lies in each table of a vault's database. In clear only random ids, sequence, state and custody; the rest is ciphertext. */
import type { DeviceDisk, QueuedMeta, SlotMeta } from '#shared/custody/device-types';
import type { AttachmentId, OpId, RecordId } from '#shared/ids';

/** The device core's disk without the slots and the queue, which have tables of their own. */
export type DiskHead = Omit<DeviceDisk, 'slots' | 'queue'>;

/** What this device wrote of a record, encrypted for the vault. */
export interface RecordRow {
  readonly record: RecordId;
  /** The save that wrote this row: its changes are unqueued exactly while the record's slot bears the same id. */
  readonly opId: OpId;
  readonly cipher: Uint8Array;
}

/** What the server said of a record, encrypted for the vault. */
export interface PulledRow {
  readonly record: RecordId;
  readonly cipher: Uint8Array;
  /** Sight of it was lost: it goes as soon as nothing of it is waiting here. */
  readonly withdrawn?: 1;
}

export interface SlotRow extends SlotMeta {
  readonly sealed: Uint8Array;
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
