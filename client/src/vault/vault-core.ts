/** The vault's memory while it is unlocked, and every operation on it. Runs in the worker and in tests; knows no window and no domain word. */
import { bytesToBase64Url, findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { decryptRecord, encryptRecord } from './encrypt-record.ts';
import { openLockedEntries } from './open-locked-entries.ts';
import { digestBytes, isSameBytes, ownBytes, textToBytes } from './own-bytes.ts';
import { findSealer, sealOperation, sealPiece, type OperationToSeal, type Sealer } from './seal-item.ts';
import { signBytes } from './send-key.ts';
import {
  createVaultKeys,
  importMatchKey,
  openSendKey,
  openVaultKeys,
  rewrapVaultKey,
  wrapMatchKey,
} from './vault-keys.ts';
import type { VaultKeys } from './vault-keys.ts';
import { VaultLocked } from './vault-locked.ts';
import type {
  Bytes,
  CipherRecord,
  Damaged,
  LockedEntryCipher,
  OpenedBytes,
  OpenedText,
  PieceInput,
  PlainRecord,
  SavedSealed,
  SaveFault,
  SaveInput,
  SealedOperation,
  SealedPiece,
  SealFault,
  UnlockFault,
  VaultOperations,
  VaultPublicParts,
  VaultWraps,
} from './vault-types.ts';

interface ServerKey {
  readonly keyId: number;
  readonly raw: Uint8Array;
}

export class VaultCore implements VaultOperations {
  readonly #now: () => number;
  #keys: VaultKeys | undefined;
  #serverKey: ServerKey | undefined;
  #sealer: Sealer | undefined;
  readonly #usedSealers = new WeakSet<Sealer>();

  /** `now` in milliseconds, only to measure how fast this phone is. */
  constructor(now: () => number) {
    this.#now = now;
  }

  async createVault({ pin }: { readonly pin: string }): Promise<Result<VaultWraps, UnlockFault>> {
    const created = await createVaultKeys(pin, this.#now);
    if (!created.ok) return created;
    this.#keys = created.value.keys;
    return ok(created.value.wraps);
  }

  async unlock(input: {
    readonly pin: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultPublicParts, UnlockFault>> {
    const opened = await openVaultKeys(input.pin, input.wraps);
    if (!opened.ok) return opened;
    this.#keys = opened.value;
    return ok(input.wraps.publicParts);
  }

  changePin(input: {
    readonly pin: string;
    readonly newPin: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultWraps, UnlockFault>> {
    return rewrapVaultKey(input, input.wraps, this.#now);
  }

  async openSendKey({ wraps }: { readonly wraps: VaultWraps }): Promise<Result<CryptoKeyPair, Damaged>> {
    return openSendKey(this.#unlocked(), wraps);
  }

  async encryptRecord(input: PlainRecord): Promise<Bytes> {
    return encryptRecord(this.#unlocked(), input);
  }

  async encryptRecords(input: readonly PlainRecord[]): Promise<readonly Bytes[]> {
    const keys = this.#unlocked();
    return Promise.all(input.map((record) => encryptRecord(keys, record)));
  }

  async decryptRecord(input: CipherRecord): Promise<Result<OpenedText, Damaged>> {
    const opened = await decryptRecord(this.#unlocked(), input);
    return opened.ok ? decodeText(opened.value) : opened;
  }

  async decryptRecords(input: readonly CipherRecord[]): Promise<readonly Result<OpenedText, Damaged>[]> {
    return Promise.all(input.map((record) => this.decryptRecord(record)));
  }

  async decryptBytes(input: CipherRecord): Promise<Result<OpenedBytes, Damaged>> {
    return decryptRecord(this.#unlocked(), input);
  }

  async openLockedEntries(input: {
    readonly wraps: VaultWraps;
    readonly entries: readonly LockedEntryCipher[];
  }): Promise<readonly Result<OpenedText, Damaged>[]> {
    const opened = await openLockedEntries(this.#unlocked(), input.wraps, input.entries);
    return opened.map((one) => (one.ok ? decodeText({ bytes: one.value, revision: 0 }) : one));
  }

  async setServerKey(input: {
    readonly keyId: number;
    readonly key: string;
  }): Promise<Result<void, Damaged>> {
    this.#unlocked();
    const raw = findBase64UrlBytes(input.key);
    const known = this.#serverKey;
    if (raw && known?.keyId === input.keyId && isSameBytes(known.raw, raw)) return ok(undefined);
    const sealer = raw && (await findSealer(input.keyId, raw));
    if (!sealer) return err({ type: 'damaged' });
    this.#serverKey = { keyId: input.keyId, raw };
    this.#sealer = sealer;
    return ok(undefined);
  }

  async saveSealed(input: SaveInput): Promise<Result<SavedSealed, SaveFault>> {
    const keys = this.#unlocked();
    const recordCipher = await encryptRecord(keys, input);
    const opened = await decryptRecord(keys, { ...input, cipher: recordCipher });
    const isSame = opened.ok && isSameBytes(opened.value.bytes, textToBytes(input.plain));
    if (!isSame) return err({ type: 'checkFailed' });
    const sealed = await this.sealOperation(input);
    return sealed.ok ? ok({ ...sealed.value, recordCipher }) : sealed;
  }

  async sealOperation(input: OperationToSeal): Promise<Result<SealedOperation, SealFault>> {
    return this.#seal((sealer) => sealOperation(sealer, input));
  }

  async sealPiece(input: PieceInput): Promise<Result<SealedPiece, SealFault>> {
    return this.#seal((sealer) => sealPiece(sealer, input));
  }

  async hash({ bytes }: { readonly bytes: Bytes }): Promise<string> {
    return bytesToBase64Url(await digestBytes(bytes));
  }

  async setCommuneKey(input: {
    readonly key: string;
    readonly wraps: VaultWraps;
  }): Promise<Result<VaultWraps, Damaged>> {
    const keys = this.#unlocked();
    const raw = findBase64UrlBytes(input.key);
    if (raw?.length !== 32 || input.wraps.vault !== keys.vault) return err({ type: 'damaged' });
    const wraps = await wrapMatchKey(keys, ownBytes(raw), input.wraps);
    this.#keys = { ...keys, matching: await importMatchKey(ownBytes(raw)) };
    return ok(wraps);
  }

  async matchKey({ text }: { readonly text: string }): Promise<string | undefined> {
    const { matching } = this.#unlocked();
    if (!matching) return undefined;
    return bytesToBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', matching, textToBytes(text))));
  }

  async signRead({ bytes }: { readonly bytes: Uint8Array }): Promise<Bytes> {
    return signBytes(this.#unlocked().signing, bytes);
  }

  #unlocked(): VaultKeys {
    if (!this.#keys) throw new VaultLocked();
    return this.#keys;
  }

  /** The first item that succeeds under an encapsulation says so. */
  async #seal<T>(
    seal: (sealer: Sealer) => Promise<Result<T, SealFault>>,
  ): Promise<Result<T & { readonly isNewEncapsulation: boolean }, SealFault>> {
    this.#unlocked();
    const sealer = this.#sealer;
    if (!sealer) return err({ type: 'noServerKey' });
    const sealed = await seal(sealer);
    if (!sealed.ok) return sealed;
    const isNewEncapsulation = !this.#usedSealers.has(sealer);
    this.#usedSealers.add(sealer);
    return ok({ ...sealed.value, isNewEncapsulation });
  }
}

function decodeText({ bytes, revision }: OpenedBytes): Result<OpenedText, Damaged> {
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), revision });
  } catch {
    return err({ type: 'damaged' });
  }
}
