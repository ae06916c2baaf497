/** What a screen is handed while the vault is open: the records, the way to write them, and who holds this phone. */
import type { OfficeTimes } from '#data/office-times';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import type { Commune, Member, SelfReply } from '#shared/contracts/enrolment';
import type { AttachmentId, DeviceId, RecordId } from '#shared/ids';
import type { Result } from '#shared/result';
import type { Drafts } from './drafts.ts';
import type { KeepFault, KeptAttachment } from './keep-attachment.ts';
import type { RecordCustody } from './record-custody.ts';
import type { RecordStore } from './record-store.ts';
import type { Rescue } from './rescue.ts';
import type { StorageLight } from './storage-light.ts';
import type { ToldLists } from './told-lists.ts';

export interface Work {
  readonly store: RecordStore;
  readonly drafts: Drafts;
  readonly readCustody: (record: RecordId) => RecordCustody;
  /** 128 random bits. */
  readonly newId: () => RecordId;
  /** Forward reference of a dossier: 80 random bits in base32 and a check letter. */
  readonly newReference: () => string;
  /** Device wall clock, milliseconds: kept and shown, never compared. */
  readonly now: () => number;
  /** The same, put right where the commune has said that it is wrong: for what is worked out on a screen, never for custody. */
  readonly communeNow: () => number;
  readonly device: DeviceId;
  /** Head of this phone's queue numbers at a session that it came to without a code. */
  readonly letter: string;
  readonly member: Member;
  readonly commune: Commune;
  readonly authorisations: SelfReply['authorisations'];
  /** The agreement with the post office by its name; null: there is none. */
  readonly postAgreement: string | null;
  /** The days on which this member approves in the head's place, as the commune last said; null: none are left. */
  readonly delegation: { readonly from: string; readonly to: string } | null;
  /** When the commune's offices are open, as it last said, above the calendar of the country. */
  readonly officeTimes: OfficeTimes;
  /** Its own word alone; undefined where it has said nothing. */
  readonly ownCalendar: CommuneCalendar | undefined;
  /** The member's own team as the commune last named it; empty before that. */
  readonly teamMembers: readonly { readonly id: string; readonly name: string }[];
  readonly provinceCode: string;
  readonly madeUpPeople: boolean;
  /** Base64url HMAC of an identity number under the commune's key; undefined before approval. */
  readonly matchKey: (personalId: string) => Promise<string | undefined>;
  /** Base64url SHA-256 of a text. */
  readonly hashText: (text: string) => Promise<string>;
  readonly papers: Papers;
  readonly storage: Pick<StorageLight, 'subscribe' | 'getSnapshot' | 'askForPersistence' | 'makeRoom'>;
  /** Milliseconds since the oldest save that is only on this machine; undefined when nothing is. */
  readonly findOldestAge: () => number | undefined;
  /** What codes of other phones said of their lists of a session: tells the store's listeners when one is added. */
  readonly toldLists: Pick<ToldLists, 'list' | 'keep'>;
  /** What can still be done with what is in memory only, while the disk refuses it. */
  readonly rescue: Rescue;
  /**
   * For what was begun a moment ago and is not to be kept: erases the records of which nothing has a place in the sequence,
   * sealed slot and all, and answers them. The others are to be emptied by an ordinary edit.
   */
  readonly takeBack: (records: readonly RecordId[]) => Promise<readonly RecordId[]>;
}

export interface KeptPaper extends KeptAttachment {
  readonly type: string;
}

/** Scans are write-only from the moment they are accepted. */
export interface Papers {
  /** Seals the file piece by piece into strict storage; what remains in memory is dropped. */
  readonly keep: (file: Blob, type: string) => Promise<Result<KeptPaper, KeepFault>>;
  /** Fetches an accepted scan back from the commune, into memory only; needs signal, and is audited. */
  readonly view: (attachment: AttachmentId) => Promise<Blob | undefined>;
  /** Pieces of it that are still on this phone. */
  readonly countHere: (attachment: AttachmentId) => number;
}
