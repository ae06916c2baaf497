/** All that a practice commune knows, as plain JSON: one phone, its work, and no key that anything real is under. */
import type { Commune, Member } from '#shared/contracts/enrolment';
import type { SetAside } from '#shared/contracts/sync';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { DeviceRow, RecordState } from '#shared/custody/server-types';
import type { AttachmentId, DeviceId, OpId, RecordId } from '#shared/ids';
import type { PortalState } from '#shared/portal/portal-state';

/** Private halves as JWK, public ones as base64url of 65 raw bytes. */
export interface CommuneKeys {
  readonly sealing: { readonly privateKey: JsonWebKey; readonly publicKey: string };
  readonly answer: { readonly privateKey: JsonWebKey; readonly publicKey: string };
  /** Base64url of 32 bytes. */
  readonly match: string;
}

export interface CommuneDevice {
  readonly row: DeviceRow;
  readonly sendKey: string;
  readonly readKey: string;
  readonly words: readonly string[];
}

export interface StoredOp {
  readonly seq: number;
  readonly opId: OpId;
  readonly hash: string;
  readonly setAside?: SetAside;
}

export interface StoredChange {
  readonly seq: number;
  readonly record: RecordId;
  readonly origin: DeviceId | 'server';
}

export interface StoredPaper {
  readonly total: number;
  readonly pieces: readonly number[];
}

export interface CommuneState {
  readonly keys: CommuneKeys;
  /** Base64url of 16 bytes. */
  readonly incarnation: string;
  readonly commune: Commune;
  readonly member: Member;
  readonly device: CommuneDevice | undefined;
  readonly ops: readonly StoredOp[];
  readonly records: Readonly<Record<RecordId, RecordState>>;
  readonly changes: readonly StoredChange[];
  readonly communeSeq: number;
  readonly numbers: readonly { readonly dossierNo: string; readonly record: RecordId }[];
  readonly references: readonly { readonly reference: string; readonly record: RecordId }[];
  readonly papers: Readonly<Record<AttachmentId, StoredPaper>>;
  /** By reference: what is on its way to the portal. */
  readonly forwards: Readonly<Record<string, ForwardState>>;
  /** The other end of that way, played here too. */
  readonly portal: PortalState;
}
