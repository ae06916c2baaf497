/**
 * What was written while the phone was locked, opened: each entry waits until a person has decided, and what was decided is
 * on the disk before any of it is done, so that a kill in the middle is gone on from. Knows no field by name.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { inTurnOfTabs } from '../platform/tab-queue.ts';
import {
  dropLockedEntry,
  dropUndecided,
  findLockedEntry,
  putLockedReview,
  readLockedEntries,
} from '../storage/keep-locked-entries.ts';
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

/** Another tab has decided it, carried it out or dropped it meanwhile. */
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
  async amend(entry: string, content: string): Promise<Result<void, SaveTrouble>> {
    const amended = await this.#inTurn(() => this.#review(entry, { content, isDecided: false }));
    return amended.ok ? ok(undefined) : amended;
  }

  /** Strictly, and once in all tabs. From here on it is carried out whatever happens. */
  async decide(entry: string, content: string): Promise<Result<void, SaveTrouble | EntryGone>> {
    return orGone(await this.#inTurn(() => this.#review(entry, { content, isDecided: true })));
  }

  /** A person does not want it kept. What somebody has said yes to stays. */
  async drop(entry: string): Promise<Result<void, SaveTrouble | EntryGone>> {
    return orGone(await this.#inTurn(() => this.#drop(entry)));
  }

  /**
   * One tab at a time, and none where another was through before: then the entry is gone. `act` answers whether all of it is
   * on the disk; the entry goes behind it. Answers whether it is done.
   */
  carryOut(entry: string, act: () => Promise<boolean>): Promise<boolean> {
    const { connection } = this.#parts;
    return inTurnOfTabs(`${connection.name}.${entry}`, async () => {
      const row = await connection.run((db) => findLockedEntry(db, entry));
      if (!row.ok) return false;
      if (row.value && !(await act())) return false;
      const dropped = await connection.run((db) => dropLockedEntry(db, entry));
      if (dropped.ok) this.#replace(entry, []);
      return dropped.ok;
    });
  }

  /** One at a time: an older word never lies over a newer one. */
  #inTurn(act: () => Promise<Result<boolean, SaveTrouble>>): Promise<Result<boolean, SaveTrouble>> {
    const turn = this.#last.then(act);
    this.#last = turn;
    return turn;
  }

  async #drop(entry: string): Promise<Result<boolean, SaveTrouble>> {
    const dropped = await this.#parts.connection.run((db) => dropUndecided(db, [entry]));
    if (!dropped.ok) return err(nameFault(dropped.error));
    const isDropped = dropped.value.length > 0;
    if (isDropped) this.#replace(entry, []);
    else await this.load();
    return ok(isDropped);
  }

  /** False, with what the disk says in its place, where another tab was before. */
  async #review(entry: string, reviewed: Reviewed): Promise<Result<boolean, SaveTrouble>> {
    // What was decided or dropped is not mended any more: a late word of the screen must not bring it back.
    if (this.#isOver(entry)) return ok(false);
    const { vault, connection } = this.#parts;
    try {
      const plain = JSON.stringify(reviewed);
      const cipher = await vault.encryptRecord({ record: entry, kind: KIND, revision: 0, plain });
      const { isDecided } = reviewed;
      const put = await connection.run((db) => putLockedReview(db, entry, { reviewed: cipher, isDecided }));
      if (!put.ok) return err(nameFault(put.error));
      if (put.value) this.#replace(entry, [{ entry, ...reviewed }]);
      else await this.load();
      return put;
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

function orGone(done: Result<boolean, SaveTrouble>): Result<void, SaveTrouble | EntryGone> {
  if (!done.ok) return done;
  return done.value ? ok(undefined) : err({ type: 'gone' });
}
