/**
 * Writes people down on a locked phone: sealed to the vault's own write key and to the commune, on the disk in one strict
 * transaction, and unreadable from then on. Holds no key that opens, and knows no field by name.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { bytesToBase64Url, findBase64UrlBytes, type RecordId } from '#shared/ids';
import type { Operation, Patch } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { getDiskHead } from '../storage/device-disk.ts';
import { dropUndecided, findLockedEntry, putLockedEntry } from '../storage/keep-locked-entries.ts';
import type { LockedEntryRow, UnplacedOperation } from '../storage/stored-rows.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { digestBytes, isSameBytes, textToBytes } from '../vault/own-bytes.ts';
import { findSealer, type Sealer, sealOperation } from '../vault/seal-item.ts';
import { sealLockedEntry } from '../vault/seal-locked-entry.ts';
import { drawId } from './draw-id.ts';
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

/** `checkFailed`: what was sealed or stored is not what was written. `takenOver`: another tab has confirmed or dropped it. */
export type LockedFault = StorageFault | 'checkFailed' | 'takenOver';

interface Kept {
  /** Under which it may lie on the disk; the last one is gone on with, the others were taken over by another tab. */
  readonly names: readonly [string, ...string[]];
  /** What is surely on the disk under the last name. */
  readonly content: string | undefined;
}

interface CaptureKeys {
  readonly writeKey: Uint8Array;
  /** Undefined when the pinned key is none: the vault's own copy is still kept. */
  readonly sealer: Sealer | undefined;
}

export class LockedCapture {
  readonly #vault: VaultEntry;
  readonly #connection: VaultConnection;
  readonly #kept = new Map<string, Kept>();
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

  /**
   * Resolves when it is on the disk and was read back as it was sealed; never rejects. One at a time, in order. What is
   * written on after another tab has taken the entry over becomes one of its own, of the same person: no word is lost, and
   * whoever confirms it goes on in the same record.
   */
  keep(writing: LockedWriting): Promise<Result<void, LockedFault>> {
    return this.#inTurn(() => this.#keepOne(writing));
  }

  /** The person has changed their mind before anything was said to be written. */
  drop(entry: string): Promise<Result<void, LockedFault>> {
    return this.#inTurn(() => this.#dropOne(entry));
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
    const { entry, content } = writing;
    const before = this.#kept.get(entry) ?? { names: [entry] as const, content: undefined };
    this.#kept.set(entry, before);
    const name = before.names.at(-1) ?? entry;
    const kept = await this.#keepAs(name, writing, before.content === undefined);
    if (!kept.ok) return kept;
    if (kept.value) this.#kept.set(entry, { ...before, content });
    if (kept.value || before.content === content) return ok(undefined);
    this.#kept.set(entry, { names: [...before.names, drawId()], content: undefined });
    return this.#keepOne(writing);
  }

  /** False where it was taken over. */
  async #keepAs(
    entry: string,
    writing: LockedWriting,
    isNew: boolean,
  ): Promise<Result<boolean, LockedFault>> {
    const keys = await this.#getKeys();
    if (!keys.ok) return keys;
    const row = await this.#seal({ ...writing, entry }, keys.value);
    if (!row) return err('checkFailed');
    const put = await this.#connection.run((db) => putLockedEntry(db, row, isNew));
    if (!put.ok || !put.value) return put;
    const found = await this.#connection.run((db) => findLockedEntry(db, entry));
    if (!found.ok) return found;
    return found.value && isSameBytes(found.value.sealed, row.sealed) ? ok(true) : err('checkFailed');
  }

  async #dropOne(entry: string): Promise<Result<void, LockedFault>> {
    const { names, content } = this.#kept.get(entry) ?? { names: [entry], content: undefined };
    const dropped = await this.#connection.run((db) => dropUndecided(db, names));
    if (!dropped.ok) return dropped;
    // All but the last were on the disk for sure.
    const sure = content === undefined ? names.slice(0, -1) : names;
    if (!sure.every((name) => dropped.value.includes(name))) return err('takenOver');
    this.#kept.delete(entry);
    return ok(undefined);
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
