/** The device core's plain data: what lies on its disk, what it remembers, what happens to it, what it asks for. */
import type { SetAside } from '../contracts/sync.ts';
import type { AttachmentId, DeviceId, OpId, RecordId } from '../ids.ts';

/** Base64url of 32 bytes; the simulator may use any text. */
export type Hash = string;

/** What a strict save leaves for sending: sealed already, not yet placed in the sequence. One per record. */
export interface SlotMeta {
  readonly record: RecordId;
  readonly opId: OpId;
  /** Local name of the encapsulation that this item was sealed under. */
  readonly encapsulation: string;
  readonly keyId: number;
  readonly dictVersion: number;
  /** Hash of nonce ‖ ciphertext ‖ tag, kept so that queueing needs no vault key. */
  readonly cipherHash: Hash;
  /** Bytes of nonce ‖ ciphertext ‖ tag. */
  readonly length: number;
  /** Monotonic milliseconds of the first save since the last queueing. */
  readonly since: number;
  /** Sequences that were set aside and whose content is said again here; what is only typed later says nothing of them. */
  readonly mends?: readonly number[];
  /** Its person may still refuse: it gets no place before whoever writes it is done. Never of what is queued. */
  readonly unconfirmed?: true;
}

/** What the server could not obey, and whose it is here, for as long as nothing that was obeyed has said it again. */
export interface SetAsideNote extends SetAside {
  /** Absent when the operation had left the outbox before its answer came. */
  readonly record?: RecordId;
  readonly opId?: OpId;
}

/** A slot that has its place: `prev` is the chain's head before it, `hash` the head after it. */
export interface QueuedMeta extends SlotMeta {
  readonly seq: number;
  readonly prev: Hash;
  readonly hash: Hash;
}

/** Everything here was committed strictly; a crash leaves exactly this. */
export interface DeviceDisk {
  readonly device: DeviceId;
  /** Last place given out, and the chain's head there. */
  readonly head: { readonly seq: number; readonly hash: Hash };
  /** Highest sequence the server holds durably and applied; and the highest it holds unopened until approval. */
  readonly acked: number;
  readonly held: number;
  /** Highest sequence of ours within a verified backup of `incarnation`. */
  readonly backedUp: number;
  readonly incarnation: string | null;
  /** Commune change sequence that we have read, in `incarnation`. */
  readonly cursor: number;
  readonly slots: Readonly<Record<RecordId, SlotMeta>>;
  /** Ascending by seq, dense from the first one retained. */
  readonly queue: readonly QueuedMeta[];
  /** Set aside by the server, by name; shown until a person has mended them. */
  readonly setAside: readonly SetAsideNote[];
  readonly standing: 'waiting' | 'approved' | 'revoked';
  /** The server saw another history under our name: sending stops until a person decides. */
  readonly forked: boolean;
}

export interface InFlight {
  readonly request: number;
  readonly from: number;
  readonly to: number;
}

/** What the last asking for a send said; it waits until what was asked to be queued is queued. */
export interface SendWish {
  readonly now: number;
  readonly unlocked: boolean;
  readonly poll: boolean;
  readonly lineBytes: number;
}

/** Lost with the page, and harmless to lose. */
export interface DeviceMemory {
  readonly pending: Readonly<Record<number, PendingCommit>>;
  /** Records that wait for their place in the sequence; places are given one at a time. */
  readonly asked: readonly RecordId[];
  readonly chaining: { readonly record: RecordId; readonly opId: OpId } | null;
  /** Records that somebody at this page is in the middle of: every save of them is marked as unconfirmed. */
  readonly holding: readonly RecordId[];
  /** Records with a marked slot that somebody at this page is done with. */
  readonly confirmed: readonly RecordId[];
  readonly wish: SendWish | null;
  readonly nextTicket: number;
  readonly nextRequest: number;
  readonly inFlight: InFlight | null;
  readonly failures: number;
  readonly staleNonces: number;
  /** Monotonic milliseconds before which nothing is sent by itself. */
  readonly notBefore: number;
}

export interface DeviceState {
  readonly disk: DeviceDisk;
  readonly memory: DeviceMemory;
}

/** Facts that must still hold inside the transaction, or nothing is written (another tab was quicker). */
export interface Expectation {
  readonly headSeq?: number;
  /** The record's slot must hold this operation (null: no slot). */
  readonly slot?: { readonly record: RecordId; readonly opId: OpId | null };
  readonly ackedAtMost?: number;
  readonly ackedAtLeast?: number;
  /** `null`: no server was heard yet. */
  readonly incarnation?: string | null;
  readonly cursor?: number;
}

export type DeviceWrite =
  /** The vault's encrypted record, held by the shell under the operation's id. */
  | { readonly type: 'putRecord'; readonly record: RecordId; readonly opId: OpId }
  | { readonly type: 'putSlot'; readonly slot: SlotMeta }
  | { readonly type: 'moveSlotToQueue'; readonly queued: QueuedMeta }
  | { readonly type: 'putHead'; readonly seq: number; readonly hash: Hash }
  | { readonly type: 'putAcked'; readonly acked: number; readonly held: number; readonly backedUp: number }
  | { readonly type: 'putStanding'; readonly standing: DeviceDisk['standing']; readonly forked: boolean }
  | {
      readonly type: 'putSetAside';
      readonly noted: readonly SetAsideNote[];
      readonly settled: readonly number[];
    }
  /** The pulled records (encrypted by the shell) and the cursor move in one transaction. */
  | {
      readonly type: 'putPulled';
      readonly answer: number;
      readonly incarnation: string;
      readonly cursor: number;
    }
  /** A server that was restored: what it told us is dropped, what we said is kept and offered again. */
  | { readonly type: 'dropServerBase'; readonly incarnation: string }
  | { readonly type: 'deleteQueued'; readonly upTo: number };

export interface PendingCommit {
  readonly durability: 'strict' | 'relaxed';
  readonly writes: readonly DeviceWrite[];
  readonly expect: Expectation;
  readonly attempt: number;
  /** What may be shown once it is committed, and not before. */
  readonly shows: readonly ShowEffect[];
  /** When to ask again once it is committed. */
  readonly wakeAt?: number;
}

export interface ShowEffect {
  readonly type: 'show';
  readonly record: RecordId;
  readonly opId: OpId;
  readonly custody: 'onDevice' | 'atServer';
}

export type StorageFault =
  'handleDead' | 'openFailed' | 'newer' | 'quota' | 'blobLost' | 'aborted' | 'evicted';
export type NetworkFault = 'unreachable' | 'timeout' | 'notOurAnswer' | 'busy' | 'nonceStale' | 'refused';

/** What the server said, verified and decoded by the shell. */
export interface AnswerFacts {
  readonly upTo: number;
  readonly held: boolean;
  readonly incarnation: string;
  readonly backedUp: number;
  readonly expected: number;
  readonly forked: boolean;
  readonly standing: DeviceDisk['standing'];
  readonly setAside: readonly SetAside[];
  /** Present when this answer carries changes: cursor to move to, and whether more wait. */
  readonly pulled?: { readonly cursor: number; readonly more: boolean };
  readonly missing: readonly { readonly attachment: AttachmentId; readonly pieces: readonly number[] }[];
}

export type DeviceEvent =
  /**
   * `replaces`: the operation that lay in the record's slot when this one was sealed, whose content it includes
   * (null: the slot was empty). Without it, the slot that this tab knows of.
   */
  | { readonly type: 'sealed'; readonly slot: SlotMeta; readonly replaces?: OpId | null }
  | { readonly type: 'committed'; readonly ticket: number }
  /** Another tab moved first: here is the disk as it is now. */
  | { readonly type: 'commitRefused'; readonly ticket: number; readonly disk: DeviceDisk }
  | { readonly type: 'commitFailed'; readonly ticket: number; readonly fault: StorageFault }
  | { readonly type: 'reloaded'; readonly disk: DeviceDisk }
  | { readonly type: 'queueAsked'; readonly record: RecordId }
  /** Somebody here is in the middle of a record whose person may still refuse. */
  | { readonly type: 'holdBegun'; readonly record: RecordId }
  /** Done with it, gone or locked: said before the last save of it. */
  | { readonly type: 'holdEnded'; readonly record: RecordId }
  | {
      readonly type: 'chained';
      readonly record: RecordId;
      readonly seq: number;
      readonly opId: OpId;
      readonly hash: Hash;
    }
  /** Time to send, if there is anything or a poll is wanted. */
  | {
      readonly type: 'sendAsked';
      readonly now: number;
      readonly unlocked: boolean;
      readonly poll: boolean;
      /** How much the line carried lately in about ten seconds; 0: not known. */
      readonly lineBytes: number;
      /** A person asked, or the line has just come back: do not wait for the back-off. */
      readonly urgent?: boolean;
    }
  | {
      readonly type: 'answered';
      readonly request: number;
      readonly answer: AnswerFacts;
      readonly now: number;
    }
  /** `jitter` is a random number in [0, 1) from the shell. */
  | {
      readonly type: 'sendFailed';
      readonly request: number;
      readonly fault: NetworkFault;
      readonly now: number;
      readonly jitter: number;
    }
  /** Which sequences custody still needs (dossier not lodged yet): never deleted below. */
  | { readonly type: 'releaseAsked'; readonly keepFrom: number };

export type DeviceEffect =
  | {
      readonly type: 'commit';
      readonly ticket: number;
      readonly durability: 'strict' | 'relaxed';
      readonly expect: Expectation;
      readonly writes: readonly DeviceWrite[];
    }
  | ShowEffect
  /** `serverLost`: the server asks for something that was deleted here because it said that it was backed up. */
  | {
      readonly type: 'warn';
      readonly record?: RecordId;
      readonly fault: StorageFault | 'forked' | 'setAside' | 'serverLost';
    }
  /**
   * What was sealed under `opId` did not include what another tab has put into the slot: lay what was typed over the
   * record as it is on the disk now, seal again, say `sealed` again with `replaces`.
   */
  | { readonly type: 'sealAgain'; readonly record: RecordId; readonly opId: OpId }
  /** Hash prev ‖ seq ‖ opId ‖ cipherHash outside any transaction, then say `chained`. */
  | {
      readonly type: 'chain';
      readonly record: RecordId;
      readonly seq: number;
      readonly prev: Hash;
      readonly opId: OpId;
      readonly cipherHash: Hash;
    }
  | {
      readonly type: 'send';
      readonly request: number;
      readonly from: number;
      readonly prev: Hash;
      readonly items: readonly QueuedMeta[];
      readonly cursor?: { readonly incarnation: string | null; readonly seq: number };
    }
  | { readonly type: 'sendPieces'; readonly missing: AnswerFacts['missing'] }
  /** Ask again at this monotonic instant. */
  | { readonly type: 'wake'; readonly at: number };

export interface DeviceStep {
  readonly state: DeviceState;
  readonly effects: readonly DeviceEffect[];
}
