/** What the vault can be asked and what it answers, as seen by the page. Knows bytes, texts and ids; no domain word. */
import type { DeviceId, OpId } from '#shared/ids';
import type { Result } from '#shared/result';

/** Bytes of their own, so that they can be handed over instead of copied. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How a PIN becomes a key. Argon2id (RFC 9106, version 0x13, one lane); PBKDF2-SHA-256 where WebAssembly is refused. */
export type KdfParams =
  | { readonly type: 'argon2id'; readonly memoryKiB: number; readonly passes: number }
  | { readonly type: 'pbkdf2'; readonly iterations: number };

/** Base64url of nonce (12) ‖ ciphertext ‖ tag (16), AES-256-GCM. */
export type Wrapped = string;

/** What is kept of a vault while it is locked: plain JSON, safe to store and to copy, worthless without the PIN. */
export interface VaultWraps {
  readonly format: 1;
  /** 16 random bytes as an id; every ciphertext of this vault is bound to it. */
  readonly vault: string;
  readonly kdf: KdfParams;
  /** Base64url of 16 bytes. */
  readonly salt: string;
  readonly vaultKey: Wrapped;
  readonly readKey: Wrapped;
  readonly writeKey: Wrapped;
  /** Set at approval, by `setCommuneKey`. */
  readonly matchKey: Wrapped | null;
  /** The send key's private half, for a phone that has lost its database; absent in vaults made before there was a second copy. */
  readonly sendKey?: Wrapped;
  readonly publicParts: VaultPublicParts;
}

/** Base64url of 65 raw bytes each (uncompressed P-256 points). */
export interface VaultPublicParts {
  /** ECDSA: verifies what `signRead` signs. */
  readonly readKey: string;
  /** ECDH: what is written while locked is sealed to it. */
  readonly writeKey: string;
  /** ECDSA: the send key's public half. */
  readonly sendKey?: string;
}

export type UnlockFault =
  | { readonly type: 'pinWrong' }
  /** Parameters below the floor (rolled back), no WebAssembly for Argon2id, or a wrong known answer: the PIN was not judged. */
  | { readonly type: 'kdfRefused'; readonly reason: 'outsideBounds' | 'unavailable' | 'selfTestFailed' }
  | { readonly type: 'damaged' };

/** Where a ciphertext belongs: it opens nowhere else. */
export interface RecordPlace {
  /** Any id of 22 characters. */
  readonly record: string;
  /** What sort of thing is kept under this id, e.g. `record`, `summary`: at most 32 characters below 128. */
  readonly kind: string;
}

export interface PlainRecord extends RecordPlace {
  /** Carried inside the ciphertext's authenticated head and handed back when it is opened. */
  readonly revision: number;
  readonly plain: string | Bytes;
}

export interface CipherRecord extends RecordPlace {
  readonly cipher: Uint8Array;
}

/** Written while locked: sealed to the vault's write key. */
export interface LockedEntryCipher {
  /** Any id of 22 characters. */
  readonly entry: string;
  /** 65 bytes. */
  readonly encapsulation: Uint8Array;
  /** nonce (12) ‖ ciphertext ‖ tag (16). */
  readonly sealed: Uint8Array;
}

export interface OpenedText {
  readonly text: string;
  readonly revision: number;
}

export interface OpenedBytes {
  readonly bytes: Bytes;
  readonly revision: number;
}

export interface Damaged {
  readonly type: 'damaged';
}

export interface SaveInput extends RecordPlace {
  readonly device: DeviceId;
  readonly revision: number;
  /** The whole record as JSON, for this phone. */
  readonly plain: string;
  /** One operation as JSON, for the server. */
  readonly operation: string;
}

/** The 65 bytes that a sealed item names; kept until its last item may go. */
export interface Encapsulation {
  /** Local name: 22 characters. */
  readonly id: string;
  readonly bytes: Bytes;
  readonly keyId: number;
}

interface Sealed {
  /** nonce (12) ‖ ciphertext ‖ tag (16). */
  readonly sealed: Bytes;
  /** Base64url of SHA-256 over `sealed`. */
  readonly cipherHash: string;
  readonly encapsulation: Encapsulation;
  /** True for the first item under it. Its bytes come with every item: a transaction that follows a failed one puts them too. */
  readonly isNewEncapsulation: boolean;
  readonly keyId: number;
}

export interface SealedOperation extends Sealed {
  readonly opId: OpId;
  readonly dictVersion: number;
}

/** The record was encrypted, decrypted again and compared before this was answered. */
export interface SavedSealed extends SealedOperation {
  readonly recordCipher: Bytes;
}

export type SealedPiece = Sealed;

export type SealFault =
  /** `setServerKey` has not been called since unlock. */
  | { readonly type: 'noServerKey' }
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number };

/** `checkFailed`: what was encrypted did not decrypt to the same bytes; nothing may be shown as saved. */
export type SaveFault = SealFault | { readonly type: 'checkFailed' };

export interface PieceInput {
  readonly device: DeviceId;
  /** Id of the attachment. */
  readonly attachment: string;
  readonly index: number;
  readonly total: number;
  /** Handed over: the caller's array is empty afterwards. */
  readonly bytes: Bytes;
}

/**
 * What the worker does. Everything but `createVault`, `unlock` and `hash` needs an unlocked vault; without one the
 * promise rejects with `VaultLocked` (`{ type: 'locked' }`), and so does every pending one when it is locked.
 */
export interface VaultOperations {
  /** Makes a vault and leaves it unlocked. About two key derivations long. */
  createVault(input: { readonly pin: string }): Promise<Result<VaultWraps, UnlockFault>>;
  unlock(input: {
    readonly pin: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultPublicParts, UnlockFault>>;
  /** The same vault key under another PIN; the caller stores the answer strictly before it forgets the old one. */
  changePin(input: {
    readonly pin: string;
    readonly newPin: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultWraps, UnlockFault>>;

  /** A pair that can be used and not copied out, to be stored as it is: it works while the vault is locked. */
  openSendKey(input: { readonly wraps: VaultWraps }): Promise<Result<CryptoKeyPair, Damaged>>;

  encryptRecord(input: PlainRecord): Promise<Bytes>;
  encryptRecords(input: readonly PlainRecord[]): Promise<readonly Bytes[]>;
  decryptRecord(input: CipherRecord): Promise<Result<OpenedText, Damaged>>;
  /** Each on its own: one damaged record does not hide the others. */
  decryptRecords(input: readonly CipherRecord[]): Promise<readonly Result<OpenedText, Damaged>[]>;
  decryptBytes(input: CipherRecord): Promise<Result<OpenedBytes, Damaged>>;

  /** What was written while locked; `wraps` hold the private half. Each on its own, as above. */
  openLockedEntries(input: {
    readonly wraps: VaultWraps;
    readonly entries: readonly LockedEntryCipher[];
  }): Promise<readonly Result<OpenedText, Damaged>[]>;

  /** The server's public sealing key: base64url of 65 raw bytes, pinned at enrolment. A new key begins a new encapsulation. */
  setServerKey(input: { readonly keyId: number; readonly key: string }): Promise<Result<void, Damaged>>;
  /** One save in one round trip: the vault's copy, checked, and the sealed operation under a fresh `opId`. */
  saveSealed(input: SaveInput): Promise<Result<SavedSealed, SaveFault>>;
  /** An operation without a record of its own on this phone. */
  sealOperation(input: {
    readonly device: DeviceId;
    readonly operation: string;
  }): Promise<Result<SealedOperation, SealFault>>;
  sealPiece(input: PieceInput): Promise<Result<SealedPiece, SealFault>>;

  /** Base64url of SHA-256. Needs no unlocked vault. */
  hash(input: { readonly bytes: Bytes }): Promise<string>;
  /** Base64url of 32 bytes, as the server hands it out at approval; answers the wraps to store. */
  setCommuneKey(input: {
    readonly key: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultWraps, Damaged>>;
  /** Base64url of HMAC-SHA-256 of the text under the commune key; undefined before there is one. */
  matchKey(input: { readonly text: string }): Promise<string | undefined>;
  /** ECDSA P-256 with SHA-256 under the read key: 64 raw bytes. */
  signRead(input: { readonly bytes: Uint8Array }): Promise<Bytes>;
}

export interface Vault extends VaultOperations {
  /** Ends the worker, and with it every key. Pending and later calls reject with `VaultLocked`. Cannot be undone: make a new one. */
  lock(): void;
}
