/** What one synchronous transaction offers to a service: reads and writes that happen together or not at all. Decides nothing. */
import type { AttachmentId, DeviceId, MemberId, RecordId } from '#shared/ids';
import type { SetAside } from '#shared/contracts/sync';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type {
  HeldOp,
  NewChange,
  NewDevice,
  NewMember,
  NewOp,
  NewRecord,
  SealedOp,
  Standing,
  StoredDelegation,
  StoredDevice,
  StoredMember,
  StoredOp,
  StoredRecord,
  StoredSubject,
} from './rows.ts';

export interface DeviceProgress {
  readonly lastSeq: number;
  readonly head: Uint8Array;
  readonly forked: boolean;
}

export interface AttachmentLink {
  readonly id: AttachmentId;
  readonly communeN: number;
  readonly deviceN: number;
  readonly recordN: number;
  readonly total: number;
}

export interface BatchTx {
  findDevice(id: DeviceId): StoredDevice | undefined;
  setProgress(deviceN: number, progress: DeviceProgress): void;
  setStanding(deviceN: number, standing: Standing, decided: { by: string; at: number }): void;
  /** Oldest first, those that are over too. */
  listDelegationsOf(memberN: number): StoredDelegation[];

  /** False when somebody else was quicker. */
  spendInvitation(invitationN: number, at: number): boolean;
  findMember(id: MemberId): StoredMember | undefined;
  /** The person of this name, role and hamlet. */
  findMemberLike(person: Pick<NewMember, 'communeN' | 'name' | 'role' | 'hamlet'>): StoredMember | undefined;
  insertMember(member: NewMember): StoredMember;
  insertDevice(device: NewDevice): StoredDevice;

  /** Applied and held operations of a stretch, in order, each with the answer it was given. */
  listKnown(deviceN: number, from: number, to: number): StoredOp[];
  putOp(op: NewOp): number;
  holdOp(op: HeldOp): void;
  /** Every held operation of a device in sequence; `takeHeld` removes them from the store as well. */
  takeHeld(deviceN: number): HeldOp[];
  putSetAside(deviceN: number, setAside: SetAside): void;
  /** The sealed form of what could not be obeyed: nothing that arrived is thrown away. */
  keepSealed(op: SealedOp): void;

  getCommuneSeq(communeN: number): number;
  setCommuneSeq(communeN: number, seq: number): void;
  putChange(change: NewChange): void;

  findRecord(id: RecordId): StoredRecord | undefined;
  /** Of one commune and collection; `clear`: only those whose clear paths hold these values. */
  listRecords(which: {
    readonly communeN: number;
    readonly collection: string;
    readonly clear?: Readonly<Record<string, string>>;
  }): StoredRecord[];
  putRecord(record: NewRecord): number;
  listTeams(recordN: number): number[];
  /** False when the team saw it already. */
  addTeam(recordN: number, teamN: number): boolean;
  /** Whoever sees the one is to see the other. */
  copyTeams(fromRecordN: number, toRecordN: number): void;
  setOffice(recordN: number, office: boolean): void;
  awaitSight(communeN: number, record: RecordId): void;
  /** True once for a record that somebody waits for. */
  takeAwaitedSight(communeN: number, record: RecordId): boolean;

  findSubject(communeN: number, id: string): StoredSubject | undefined;
  putSubject(subject: { id: string; communeN: number; wrapped: Uint8Array }): StoredSubject;
  setPersonalNumber(recordN: number, communeN: number, blind: Uint8Array | null): void;

  findDossierNumber(communeN: number, dossierNo: string): RecordId | undefined;
  putDossierNumber(communeN: number, dossierNo: string, recordN: number): void;
  dropDossierNumber(communeN: number, dossierNo: string): void;
  /** When the portal is to be asked for a number that a person recorded; null: not again. */
  setNumberDue(communeN: number, dossierNo: string, dueAt: number | null): void;
  findIntent(reference: string): ForwardState | undefined;
  listIntents(record: RecordId): ForwardState[];
  putIntent(communeN: number, state: ForwardState): void;

  linkAttachment(link: AttachmentLink): void;
}
