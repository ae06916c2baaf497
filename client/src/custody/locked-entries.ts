/**
 * What was written while the phone was locked, opened: each entry waits until a person has decided, and what was decided is
 * on the disk before any of it is done, so that a kill in the middle is gone on from. Knows no field by name.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { dropLockedEntry, putLockedReview, readLockedEntries } from '../storage/keep-locked-entries.ts';
import type { LockedEntryRow } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { Vault, VaultWraps } from '../vault/vault-types.ts';
import { nameThrown, type SaveTrouble } from './save-trouble.ts';

export interface LockedEntry {
  readonly entry: string;
  /** JSON, as it was written, or as a person has mended it since. */
  readonly content: string;
  /** A person has said yes to it: it only has to be carried out. */
  readonly isDecided: boolean;
}

export interface LockedSnapshot {
  readonly entries: readonly LockedEntry[];
  /** Entries that did not open: said, and kept. */
  readonly damaged: number;
}

/** Another tab has carried it out or dropped it meanwhile. */
export interface EntryGone {
  readonly type: 'gone';
}

export interface LockedEntriesParts {
  readonly vault: Vault;
  readonly wraps: VaultWraps | undefined;
  readonly connection: VaultConnection;
}

const KIND = 'lockedReview';

type Reviewed = Omit<LockedEntry, 'entry'>;

const NONE: LockedSnapshot = { entries: [], damaged: 0 };

export class LockedEntries {
  readonly #parts: LockedEntriesParts;
  readonly #listeners = new Set<() => void>();
  #snapshot = NONE;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: LockedEntriesParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until an entry comes or goes. */
  readonly getSnapshot = (): LockedSnapshot => this.#snapshot;

  /** Reads all of them anew; where the disk or the vault refuses, what was known stays. */
  async load(): Promise<void> {
    const rows = await this.#parts.connection.run(readLockedEntries);
    if (!rows.ok || (rows.value.length === 0 && this.#snapshot === NONE)) return;
    const opened = await this.#openRows(rows.value).catch(() => undefined);
    if (opened) this.#say(opened);
  }

  /** What a person has mended of it stays, over a lock or a kill. */
  amend(entry: string, content: string): Promise<Result<void, SaveTrouble>> {
    return this.#inTurn(() => this.#review(entry, { content, isDecided: false }));
  }

  /** Strictly. From here on it is carried out whatever happens. */
  async decide(entry: string, content: string): Promise<Result<void, SaveTrouble | EntryGone>> {
    const decided = await this.#inTurn(() => this.#review(entry, { content, isDecided: true }));
    const isThere = this.#snapshot.entries.some((one) => one.entry === entry && one.isDecided);
    return decided.ok && !isThere ? err({ type: 'gone' }) : decided;
  }

  /** Carried out, or taken back by a person. */
  drop(entry: string): Promise<Result<void, SaveTrouble>> {
    return this.#inTurn(() => this.#drop(entry));
  }

  /** One at a time: an older word never lies over a newer one. */
  #inTurn(act: () => Promise<Result<void, SaveTrouble>>): Promise<Result<void, SaveTrouble>> {
    const turn = this.#last.then(act);
    this.#last = turn;
    return turn;
  }

  async #drop(entry: string): Promise<Result<void, SaveTrouble>> {
    const dropped = await this.#parts.connection.run((db) => dropLockedEntry(db, entry));
    if (!dropped.ok) return err(nameFault(dropped.error));
    this.#replace(entry, []);
    return ok(undefined);
  }

  async #review(entry: string, reviewed: Reviewed): Promise<Result<void, SaveTrouble>> {
    // What was decided or dropped is not mended any more: a late word of the screen must not bring it back.
    if (this.#isOver(entry)) return ok(undefined);
    const { vault, connection } = this.#parts;
    try {
      const plain = JSON.stringify(reviewed);
      const cipher = await vault.encryptRecord({ record: entry, kind: KIND, revision: 0, plain });
      const put = await connection.run((db) => putLockedReview(db, entry, cipher));
      if (!put.ok) return err(nameFault(put.error));
      if (!put.value) await this.load();
      else this.#replace(entry, [{ entry, ...reviewed }]);
      return ok(undefined);
    } catch (thrown) {
      return err(nameThrown(thrown));
    }
  }

  #isOver(entry: string): boolean {
    return this.#snapshot.entries.find((one) => one.entry === entry)?.isDecided !== false;
  }

  async #openRows(rows: readonly LockedEntryRow[]): Promise<LockedSnapshot> {
    const opened = [
      ...(await this.#openReviewed(rows.filter(({ reviewed }) => reviewed))),
      ...(await this.#openWritten(rows.filter(({ reviewed }) => !reviewed))),
    ];
    const entries = opened.filter((one) => one !== undefined);
    return { entries, damaged: opened.length - entries.length };
  }

  async #openReviewed(rows: readonly LockedEntryRow[]): Promise<(LockedEntry | undefined)[]> {
    const ciphers = rows.flatMap(({ entry, reviewed }) =>
      reviewed ? [{ record: entry, kind: KIND, cipher: reviewed }] : [],
    );
    const texts = await this.#parts.vault.decryptRecords(ciphers);
    return rows.map(({ entry }, at) => {
      const text = texts[at];
      return text?.ok ? { entry, ...(JSON.parse(text.value.text) as Reviewed) } : undefined;
    });
  }

  async #openWritten(rows: readonly LockedEntryRow[]): Promise<(LockedEntry | undefined)[]> {
    const { vault, wraps } = this.#parts;
    if (!wraps || rows.length === 0) return rows.map(() => undefined);
    const entries = rows.map(({ entry, encapsulationBytes, sealed }) => ({
      entry,
      encapsulation: encapsulationBytes,
      sealed,
    }));
    const texts = await vault.openLockedEntries({ wraps, entries });
    return rows.map(({ entry }, at) => {
      const text = texts[at];
      return text?.ok ? { entry, content: text.value.text, isDecided: false } : undefined;
    });
  }

  #replace(entry: string, by: readonly LockedEntry[]): void {
    const { entries, damaged } = this.#snapshot;
    this.#say({ entries: entries.flatMap((one) => (one.entry === entry ? by : [one])), damaged });
  }

  #say(snapshot: LockedSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}

function nameFault(fault: StorageFault): SaveTrouble {
  return { type: 'storage', fault };
}
