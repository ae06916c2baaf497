/** The storage port: what any engine must offer. Services take only the rooms that they need. Knows no SQL and no key. */
import type { AttachmentId, CommuneId, DeviceId, MemberId, RecordId } from '#shared/ids';
import type { ErrorCode } from '#shared/contracts/error-codes';
import type { SetAside } from '#shared/contracts/sync';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { Role } from '#shared/model/collection';
import type { AuditStore } from './audit-store.ts';
import type { BatchTx } from './batch-tx.ts';
import type {
  NewDevice,
  NewMember,
  Standing,
  StoredAttachment,
  StoredChange,
  StoredCommune,
  StoredDelegation,
  StoredDevice,
  StoredHeartbeat,
  StoredMember,
  StoredPiece,
  StoredRecord,
} from './rows.ts';

export interface BatchStore {
  /**
   * Runs `work` in one transaction and commits it with full durability before it returns. The one synchronous door:
   * nothing may wait inside. A throw undoes everything.
   */
  applyBatch<T>(work: (tx: BatchTx) => T): T;
}

export interface CommuneStore {
  insertCommune(commune: Omit<StoredCommune, 'n' | 'seq' | 'incarnationStart'>): Promise<StoredCommune>;
  findCommune(id: CommuneId): Promise<StoredCommune | undefined>;
  listCommunes(): Promise<StoredCommune[]>;
}

export interface DeviceStore {
  insertMember(member: NewMember): Promise<StoredMember>;
  findMember(id: MemberId): Promise<StoredMember | undefined>;
  insertDevice(device: NewDevice): Promise<StoredDevice>;
  findDevice(id: DeviceId): Promise<StoredDevice | undefined>;
  listDevices(communeN: number): Promise<StoredDevice[]>;
  /** Hamlets of volunteers and team leaders, each once. */
  listTeamHamlets(communeN: number): Promise<string[]>;
  setStanding(deviceN: number, standing: Standing, decided: { by: string; at: number }): Promise<void>;
  setHeartbeat(deviceN: number, heartbeat: StoredHeartbeat & { readonly build: string }): Promise<void>;
  countHeld(deviceN: number): Promise<number>;
}

export interface Invitation {
  readonly n: number;
  readonly communeN: number;
  readonly role: Role;
  readonly name: string;
  readonly hamlet: string | null;
  readonly team: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly tries: number;
  readonly spentAt: number | null;
}

export interface InvitationStore {
  insertInvitation(
    invitation: Omit<Invitation, 'n' | 'tries' | 'spentAt'> & {
      codeHash: Uint8Array;
      madeBy: MemberId | null;
    },
  ): Promise<Invitation>;
  findInvitation(codeHash: Uint8Array): Promise<Invitation | undefined>;
  countTry(invitationN: number): Promise<void>;
}

export interface RecordFilter {
  readonly communeN: number;
  readonly collection: string;
  /** Clear path → the value it must have; a null value asks for records without that path. */
  readonly clear?: Readonly<Record<string, string | number | null>>;
}

export interface RecordStore {
  findRecord(id: RecordId): Promise<StoredRecord | undefined>;
  listRecords(filter: RecordFilter): Promise<StoredRecord[]>;
  isSeenByTeam(recordN: number, teamN: number): Promise<boolean>;
  /** Citizens of a commune whose number has this blind index. */
  findByNumber(communeN: number, blind: Uint8Array): Promise<StoredRecord[]>;
}

export interface ChangePage {
  readonly communeN: number;
  readonly after: number;
  readonly limit: number;
}

export interface ChangeStore {
  listChanges(page: ChangePage): Promise<StoredChange[]>;
  getIncarnationStart(communeN: number): Promise<number>;
  listRecordsByNumber(numbers: readonly number[]): Promise<StoredRecord[]>;
  listSeenByTeam(numbers: readonly number[], teamN: number): Promise<Set<number>>;
}

export interface NewPiece extends StoredPiece {
  readonly attachment: AttachmentId;
  readonly communeN: number;
}

export interface AttachmentStore {
  /**
   * Idempotent: the same place filled again changes nothing. `otherOwner` when another device began it, `tooMany` when
   * this one began more than it has named in any paper.
   */
  putPiece(piece: NewPiece): Promise<'stored' | 'known' | 'otherOwner' | 'otherTotal' | 'tooMany'>;
  findAttachment(id: AttachmentId): Promise<StoredAttachment | undefined>;
  listPieces(attachmentN: number): Promise<StoredPiece[]>;
  /** The attachments of a device that lack pieces, with the places that are empty. */
  listMissing(deviceN: number): Promise<{ attachment: AttachmentId; pieces: number[] }[]>;
  /** Attachments with their text and every piece, not opened yet. */
  listComplete(deviceN: number): Promise<StoredAttachment[]>;
  /** Stores the protected file, marks it whole and drops its pieces, together. */
  makeWhole(
    attachmentN: number,
    file: { content: Uint8Array; type: string; subjectN: number; at: number },
  ): Promise<void>;
  /** Ends a file that is not what its paper says: the pieces go, and the paper's own operation is set aside by name. */
  refuse(attachmentN: number, reason: ErrorCode): Promise<void>;
  findContent(attachmentN: number): Promise<StoredFile | undefined>;
  /** What has ended for this device's attachments, and what was set aside of it, and was not read by it yet. */
  listUntold(deviceN: number): Promise<Untold>;
  markTold(told: Told & { readonly deviceN: number; readonly at: number }): Promise<void>;
}

export interface StoredFile {
  readonly content: Uint8Array;
  readonly type: string;
  readonly subjectN: number;
  /** Whose key protects it, and that key as it is stored. */
  readonly subject: string;
  readonly wrapped: Uint8Array | null;
}

export interface Untold {
  readonly whole: readonly AttachmentId[];
  /** Their papers are among `setAside`. */
  readonly refused: readonly AttachmentId[];
  readonly setAside: readonly SetAside[];
}

/** What an answer has said that must be said until it is known to have been read. */
export interface Told {
  /** Attachments that it called whole, or refused. */
  readonly attachments: readonly AttachmentId[];
  /** Sequences of the device that it called set aside. */
  readonly setAside: readonly number[];
}

export interface StoredIntent extends ForwardState {
  readonly communeN: number;
}

/** A number of a dossier of which the portal is to be asked. */
export interface NumberDue {
  readonly communeN: number;
  readonly dossierNo: string;
  readonly record: RecordId;
}

export interface IntentStore {
  listNumbersDue(now: number, limit: number): Promise<NumberDue[]>;
  findIntent(reference: string): Promise<StoredIntent | undefined>;
  findIntentsOfRecord(record: RecordId): Promise<StoredIntent[]>;
  listDue(now: number, limit: number): Promise<StoredIntent[]>;
  listIntents(): Promise<StoredIntent[]>;
  /** Durable before it resolves: nothing may leave for the portal earlier. */
  putIntent(communeN: number, state: ForwardState): Promise<void>;
}

export interface Authorisation {
  readonly communeN: number;
  readonly decisionNumber: string;
  readonly signer: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly procedures: readonly string[];
}

export interface AuthorisationStore {
  putAuthorisation(row: Authorisation & { enteredBy: MemberId | null; enteredAt: number }): Promise<void>;
  listAuthorisations(communeN: number): Promise<Authorisation[]>;
}

export interface CalendarStore {
  /** `body`: JSON as the contract has it, without the version. */
  findCalendar(communeN: number): Promise<{ readonly version: number; readonly body: string } | undefined>;
  /** False when the one before it is not the version that is there: somebody else was quicker. */
  putCalendar(row: {
    readonly communeN: number;
    readonly version: number;
    readonly body: string;
    readonly enteredBy: MemberId | null;
    readonly enteredAt: number;
  }): Promise<boolean>;
}

export interface DelegationStore {
  /** Of a commune, oldest first, those that are over too. */
  listDelegations(communeN: number): Promise<StoredDelegation[]>;
  listDelegationsOf(memberN: number): Promise<StoredDelegation[]>;
  /** False while another one of the commune is not over on `today`, and for a member of another commune. */
  putDelegation(row: {
    readonly id: string;
    readonly communeN: number;
    readonly member: MemberId;
    readonly from: string;
    readonly to: string;
    readonly today: string;
    readonly madeBy: MemberId;
    readonly madeAt: number;
  }): Promise<boolean>;
  endDelegation(id: string, ended: { readonly by: MemberId; readonly at: number }): Promise<void>;
}

export interface MetaStore {
  findMeta(key: string): Promise<string | undefined>;
  setMeta(key: string, value: string): Promise<void>;
  /** Gives the store its new name, and in a later life what follows from that, all in one; null in the first. */
  beginIncarnation(next: { id: string; restored: LaterLife | null }): Promise<void>;
}

export interface LaterLife {
  /** How often the store was put back, this time included. */
  readonly life: number;
  /** For each commune's change sequence where it goes on. */
  readonly findStart: (communeSeq: number) => number;
  /** Devices that were ended, whatever the copy says of them. */
  readonly revoked: readonly DeviceId[];
  /** Delegations that were ended, likewise. */
  readonly endedDelegations: readonly string[];
  /** When: every invitation of before is void from then on. */
  readonly at: number;
}

export interface BackupStore {
  /** Writes a consistent copy to `path`, page by page, while others go on writing. */
  copyTo(path: string): Promise<void>;
  /** Checks a copy: integrity, then hash of its state and the progress of each device that it holds. Throws when damaged. */
  inspectCopy(path: string): Promise<CopyFacts>;
  setBackedUp(progress: CopyFacts['progress']): Promise<void>;
  checkpoint(): Promise<void>;
}

export interface CopyFacts {
  readonly stateHash: string;
  readonly progress: readonly { readonly device: DeviceId; readonly lastSeq: number }[];
}

export interface Store
  extends
    BatchStore,
    CommuneStore,
    DeviceStore,
    InvitationStore,
    RecordStore,
    ChangeStore,
    AttachmentStore,
    IntentStore,
    AuthorisationStore,
    CalendarStore,
    DelegationStore,
    MetaStore,
    BackupStore,
    AuditStore {
  close(): void;
}
