/** What the store's rows look like to the services: ids as text, numbers for joins, protected parts as bytes. Opens no cipher. */
import type { AttachmentId, CommuneId, DeviceId, MemberId, OpId, RecordId } from '#shared/ids';
import type { SetAside } from '#shared/contracts/sync';
import type { Role } from '#shared/model/collection';

export type Standing = 'waiting' | 'approved' | 'revoked';

export interface StoredCommune {
  readonly n: number;
  readonly id: CommuneId;
  readonly name: string;
  readonly province: string;
  readonly code: string;
  readonly phone: string | null;
  /** Last commune change sequence given out. */
  readonly seq: number;
  /** Its change sequence when this life of the store began: 0 in the first. */
  readonly incarnationStart: number;
}

export interface StoredMember {
  readonly n: number;
  readonly id: MemberId;
  readonly communeN: number;
  readonly teamN: number;
  readonly team: string | null;
  readonly name: string;
  readonly role: Role;
  readonly hamlet: string | null;
}

export interface NewMember {
  readonly id: MemberId;
  readonly communeN: number;
  readonly name: string;
  readonly role: Role;
  readonly hamlet: string | null;
  /** Members of one team see each other's records; those without a name for theirs are one team. */
  readonly team: string | null;
  readonly createdAt: number;
}

export interface NewDevice {
  readonly id: DeviceId;
  readonly memberN: number;
  readonly sendKey: Uint8Array;
  readonly readKey: Uint8Array;
  readonly name: string;
  readonly build: string;
  readonly words: readonly string[];
  readonly enrolledAt: number;
}

/** What a device said of itself with its last request; numbers of its own making, shown and never obeyed. */
export interface StoredHeartbeat {
  readonly lastSeenAt: number | null;
  readonly saidSeq: number;
  readonly saidPending: number;
  readonly saidOldestAge: number;
  readonly saidStorageLeft: number;
  readonly saidClockOffset: number;
}

export interface StoredDevice extends StoredHeartbeat {
  readonly n: number;
  readonly id: DeviceId;
  readonly communeN: number;
  readonly commune: CommuneId;
  readonly memberN: number;
  readonly member: MemberId;
  readonly memberName: string;
  readonly teamN: number;
  readonly role: Role;
  /** Raw P-256 points, 65 bytes. */
  readonly sendKey: Uint8Array;
  readonly readKey: Uint8Array;
  readonly name: string;
  readonly build: string;
  readonly words: readonly string[];
  readonly standing: Standing;
  readonly enrolledAt: number;
  readonly lastSeq: number;
  /** Chain head after `lastSeq`, 32 bytes. */
  readonly head: Uint8Array;
  readonly forked: boolean;
  readonly backedUp: number;
}

export interface StoredSubject {
  readonly n: number;
  /** A citizen's record id, or the commune's id for what concerns no one person. */
  readonly id: string;
  /** Null once erased: what was written under it can never be read again. */
  readonly wrapped: Uint8Array | null;
}

export interface StoredDelegation {
  readonly id: string;
  readonly member: MemberId;
  readonly name: string;
  /** Days in Vietnam, both included. */
  readonly from: string;
  readonly to: string;
  readonly endedAt: number | null;
}

export interface StoredRecord {
  readonly n: number;
  readonly id: RecordId;
  readonly communeN: number;
  readonly collection: string;
  readonly subject: StoredSubject;
  /** Commune change sequence of its last change. */
  readonly seq: number;
  /** Counts up with every write and is bound into the cipher. */
  readonly version: number;
  /** An officer may see it: a finished dossier, its citizen, its papers. */
  readonly office: boolean;
  readonly cipher: Uint8Array;
}

export interface NewRecord {
  readonly id: RecordId;
  readonly communeN: number;
  readonly collection: string;
  readonly subjectN: number;
  readonly seq: number;
  readonly version: number;
  readonly office: boolean;
  /** Paths that lists may filter by, as JSON. */
  readonly clear: string;
  readonly cipher: Uint8Array;
}

export interface StoredOp {
  readonly seq: number;
  readonly opId: OpId;
  readonly hash: Uint8Array;
  readonly setAside?: SetAside;
}

export interface NewOp {
  readonly deviceN: number;
  readonly seq: number;
  readonly opId: OpId;
  readonly hash: Uint8Array;
  readonly changeSeq: number | null;
  readonly recordN: number | null;
  readonly subjectN: number | null;
  /** The opened operation, protected again under its subject's key. */
  readonly body: Uint8Array | null;
}

/** An operation as it arrived, in its place. */
export interface SealedOp {
  readonly deviceN: number;
  readonly seq: number;
  readonly keyId: number;
  readonly dictVersion: number;
  readonly encapsulation: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface HeldOp extends SealedOp {
  readonly opId: OpId;
  readonly hash: Uint8Array;
  readonly quarantine: boolean;
}

export type ChangeKind = 'state' | 'granted' | 'withdrawn';

export interface NewChange {
  readonly communeN: number;
  readonly seq: number;
  readonly recordN: number;
  readonly opN: number | null;
  /** Number of the device that caused it, 0 for the server. */
  readonly origin: number;
  readonly kind: ChangeKind;
}

export interface StoredChange {
  readonly seq: number;
  readonly recordN: number;
  readonly origin: number;
  readonly kind: ChangeKind;
}

export interface StoredAttachment {
  readonly n: number;
  readonly id: AttachmentId;
  readonly communeN: number;
  readonly deviceN: number;
  /** Null while only pieces are here and the paper's text is not. */
  readonly recordN: number | null;
  readonly total: number | null;
  readonly wholeAt: number | null;
  readonly refused: string | null;
  readonly type: string | null;
}

export interface StoredPiece {
  readonly at: number;
  readonly total: number;
  readonly deviceN: number;
  readonly keyId: number;
  readonly encapsulation: Uint8Array;
  readonly sealed: Uint8Array;
}
