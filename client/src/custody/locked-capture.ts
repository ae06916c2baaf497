/**
 * Writes people down on a locked phone: sealed to the vault's own write key and to the commune, on the disk in one strict
 * transaction, and unreadable from then on. Holds no key that opens, and knows no field by name.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { bytesToBase64Url, findBase64UrlBytes, type RecordId } from '#shared/ids';
import type { Operation, Patch } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { getDiskHead } from '../storage/device-disk.ts';
import { dropLockedEntry, findLockedEntry, putLockedEntry } from '../storage/keep-locked-entries.ts';
import type { LockedEntryRow, UnplacedOperation } from '../storage/stored-rows.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { digestBytes, isSameBytes, textToBytes } from '../vault/own-bytes.ts';
import { findSealer, type Sealer, sealOperation } from '../vault/seal-item.ts';
import { sealLockedEntry } from '../vault/seal-locked-entry.ts';
import { findLockedWriteKey } from './locked-key.ts';
import { readStoredKeys } from './stored-keys.ts';

/** One person as they are now; the next writing of the same entry takes its place. */
export interface LockedWriting {
  /** 22 characters, drawn at random. */
  readonly entry: string;
  /** What is read back after unlocking, as JSON. */
  readonly content: string;
  /** The same as the records that it would become. */
  readonly patches: readonly {
    readonly record: RecordId;
    readonly collection: string;
    readonly patch: Patch;
  }[];
  /** Device wall clock, milliseconds. */
  readonly at: number;
}

/** `checkFailed`: what was sealed or stored is not what was written. */
export type LockedFault = StorageFault | 'checkFailed';

interface CaptureKeys {
  readonly writeKey: Uint8Array;
  /** Undefined when the pinned key is none: the vault's own copy is still kept. */
  readonly sealer: Sealer | undefined;
}

export class LockedCapture {
  readonly #vault: VaultEntry;
  readonly #connection: VaultConnection;
  #keys: Promise<Result<CaptureKeys, LockedFault>> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `flush`: another tab brings a newer database; what is typed goes onto the disk first. */
  constructor(vault: VaultEntry, flush: () => Promise<void>) {
    this.#vault = vault;
    this.#connection = new VaultConnection(vault.database, {
      flushBeforeClosing: flush,
      closedByNewerVersion: () => undefined,
    });
  }

  /** Resolves when it is on the disk and was read back as it was sealed; never rejects. One at a time, in order. */
  keep(writing: LockedWriting): Promise<Result<void, LockedFault>> {
    return this.#inTurn(() => this.#keepOne(writing));
  }

  /** The person has changed their mind before anything was said to be written. */
  drop(entry: string): Promise<Result<void, LockedFault>> {
    return this.#inTurn(() => this.#connection.run((db) => dropLockedEntry(db, entry)));
  }

  /** Base64url SHA-256 of a text. */
  readonly hashText = async (text: string): Promise<string> =>
    bytesToBase64Url(await digestBytes(textToBytes(text)));

  close(): void {
    this.#connection.close();
  }

  #inTurn(act: () => Promise<Result<void, LockedFault>>): Promise<Result<void, LockedFault>> {
    const turn = this.#last.then(act).catch((): Result<void, LockedFault> => err('aborted'));
    this.#last = turn;
    return turn;
  }

  async #keepOne(writing: LockedWriting): Promise<Result<void, LockedFault>> {
    const keys = await this.#getKeys();
    if (!keys.ok) return keys;
    const row = await this.#seal(writing, keys.value);
    if (!row) return err('checkFailed');
    const put = await this.#connection.run((db) => putLockedEntry(db, row));
    if (!put.ok) return put;
    const found = await this.#connection.run((db) => findLockedEntry(db, row.entry));
    if (!found.ok) return found;
    return found.value && isSameBytes(found.value.sealed, row.sealed) ? ok(undefined) : err('checkFailed');
  }

  #getKeys(): Promise<Result<CaptureKeys, LockedFault>> {
    return (this.#keys ??= this.#readKeys().then((read) => {
      // A fault of the moment must not outlive it.
      if (!read.ok) this.#keys = undefined;
      return read;
    }));
  }

  async #readKeys(): Promise<Result<CaptureKeys, LockedFault>> {
    const read = await this.#connection.run(async (db) => ({
      text: await findLockedWriteKey(db),
      stored: await readStoredKeys(db),
    }));
    if (!read.ok) return read;
    const { text, stored } = read.value;
    const writeKey = findBase64UrlBytes(text ?? '');
    if (text === undefined || !writeKey || !stored) return err('checkFailed');
    const { keyId, key } = stored.pinned.sealing;
    const raw = findBase64UrlBytes(key);
    return ok({ writeKey, sealer: raw && (await findSealer(keyId, raw)) });
  }

  async #seal(writing: LockedWriting, keys: CaptureKeys): Promise<LockedEntryRow | undefined> {
    const { entry, content: text } = writing;
    const { vaultId: vault } = this.#vault;
    const sealed = await sealLockedEntry({ vault, entry, writeKey: keys.writeKey, text });
    if (!sealed) return undefined;
    return {
      entry,
      encapsulationBytes: sealed.encapsulation,
      sealed: sealed.sealed,
      forCommune: keys.sealer ? await this.#sealForCommune(keys.sealer, writing) : [],
    };
  }

  async #sealForCommune(
    sealer: Sealer,
    { patches, at }: LockedWriting,
  ): Promise<readonly UnplacedOperation[]> {
    const head = await this.#connection.run(getDiskHead);
    const base = head.ok ? head.value.cursor : 0;
    const { device } = this.#vault;
    const sealed = patches.map(async ({ record, collection, patch }): Promise<UnplacedOperation[]> => {
      const operation: Operation = { collection, record, base, patch, at };
      const item = await sealOperation(sealer, { device, operation: JSON.stringify(operation) });
      if (!item.ok) return [];
      const { opId, keyId, dictVersion, cipherHash, sealed: bytes, encapsulation } = item.value;
      const encapsulationBytes = encapsulation.bytes;
      return [{ record, opId, keyId, dictVersion, cipherHash, sealed: bytes, encapsulationBytes }];
    });
    return (await Promise.all(sealed)).flat();
  }
}
