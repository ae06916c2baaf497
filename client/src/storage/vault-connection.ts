/** Keeps one database open through dead handles and updates in other tabs. Decides nothing about what is written. */
import { Dexie } from 'dexie';
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { DISK_HEAD, VaultDatabase } from './database.ts';
import { foldLog, foldLogAgain } from './fold-log.ts';
import { findJournalFiles } from './journal/journal-files.ts';
import { Journal } from './journal/journal.ts';
import { readJournal } from './journal/read-journal.ts';
import { refuseNewer } from './migrations/refuse-newer.ts';
import { vaultVersions } from './migrations/versions.ts';
import { EvictedError, nameStorageFault } from './storage-fault.ts';

/** A handle that dies again and again is a sick disk: after this many the fault is shown instead of retried. */
const MAX_REOPENINGS = 3;
const OPEN_PATIENCE_MS = 15_000;

export interface ConnectionNotices {
  /** Another tab brings a newer database: save what is typed, then resolve; the handle closes after it. */
  readonly flushBeforeClosing: () => Promise<void>;
  readonly closedByNewerVersion: () => void;
}

export class VaultConnection {
  readonly name: string;
  readonly #notices: ConnectionNotices;
  #db: VaultDatabase | undefined;
  #opening: Promise<VaultDatabase> | undefined;
  #reopenings = 0;
  #ended = false;

  /** Undefined where the database is the only copy. */
  readonly journal: Journal | undefined;

  constructor(name: string, notices: ConnectionNotices) {
    this.name = name;
    this.#notices = notices;
    const files = findJournalFiles();
    this.journal = files && new Journal(name, files);
  }

  /** Opens an existing vault; `evicted` when the browser has nothing, or an empty database, under its name. */
  async open(): Promise<Result<void, StorageFault>> {
    return this.#attempt(async () => {
      await this.#getDatabase();
    });
  }

  /** The only way in which a database comes to be: with its first rows, in `fill`'s own transaction. */
  async create(fill: (db: VaultDatabase) => Promise<void>): Promise<Result<void, StorageFault>> {
    return this.#attempt(async () => {
      const db = this.#db ?? (await this.#openDatabase(true));
      await fill(db);
    });
  }

  /**
   * Runs work on the open database, on a fresh handle when the old one died (at most three in a row). `work` may run
   * again after a fault, so that each of its transactions must be safe to repeat.
   */
  async run<T>(work: (db: VaultDatabase) => Promise<T>): Promise<Result<T, StorageFault>> {
    for (;;) {
      const outcome = await this.#attempt(async () => work(await this.#getDatabase()));
      if (outcome.ok) this.#reopenings = 0;
      // What failed may have left half an entry behind.
      else foldLogAgain();
      const dead = !outcome.ok && outcome.error === 'handleDead';
      if (!dead || this.#ended || this.#reopenings >= MAX_REOPENINGS) return outcome;
      this.#reopenings += 1;
      this.#drop();
    }
  }

  /** After something was erased for good: it is to lie in no older part of the second copy either. */
  async renewSecondCopy(): Promise<void> {
    const { journal } = this;
    if (journal) await this.run((db) => journal.inTurn(() => journal.mend(db)));
  }

  close(): void {
    this.#ended = true;
    this.#drop();
  }

  #drop(): void {
    this.#db?.close({ disableAutoOpen: true });
    this.#db = undefined;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<Result<T, StorageFault>> {
    try {
      return ok(await work());
    } catch (thrown) {
      return err(nameStorageFault(thrown));
    }
  }

  async #getDatabase(): Promise<VaultDatabase> {
    if (this.#ended) throw new Dexie.DatabaseClosedError('This vault was locked.');
    if (this.#db) return this.#db;
    this.#opening ??= this.#openDatabase(false).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #openDatabase(isNew: boolean): Promise<VaultDatabase> {
    // A store that is too full to be folded can still be read; its writing waits until it can.
    await foldLog().catch(() => undefined);
    if (!isNew && !(await Dexie.exists(this.name)) && !(await this.#hasSecondCopy()))
      throw new EvictedError('No database of this name.');
    const db = new VaultDatabase(this.name);
    db.journal = this.journal;
    db.on('versionchange', () => {
      void this.#yieldToNewerVersion(db);
      // Dexie would close at once, with the last words unsaved.
      return false;
    });
    db.on('close', () => {
      if (this.#db === db) this.#db = undefined;
      // The browser closes a handle by itself when a write has failed in the middle.
      foldLogAgain();
    });
    await openWithin(db, OPEN_PATIENCE_MS);
    refuseNewer(db, vaultVersions);
    // Chromium may open an empty database after a power cut, without any exception.
    if (!isNew && !(await this.#settle(db))) {
      db.close();
      throw new EvictedError('The database is empty.');
    }
    this.#db = db;
    return db;
  }

  /** False when there is nothing in it and nothing to build it from. */
  async #settle(db: VaultDatabase): Promise<boolean> {
    const { journal } = this;
    if (!journal) return (await db.meta.get(DISK_HEAD)) !== undefined;
    return journal.inTurn(async () => {
      const hasHead = (await db.meta.get(DISK_HEAD)) !== undefined;
      if (hasHead && (await journal.saysTheSame(db))) return true;
      // Of no use to a phone whose two copies agree, so that the start screen does not carry it.
      const { rebuildDatabase, settleJournal } = await import('./journal/rebuild-database.ts');
      if (!hasHead) return rebuildDatabase(journal, db);
      await settleJournal(journal, db);
      return true;
    });
  }

  async #hasSecondCopy(): Promise<boolean> {
    const { journal } = this;
    return journal !== undefined && (await readJournal(journal.files, this.name)) !== undefined;
  }

  async #yieldToNewerVersion(db: VaultDatabase): Promise<void> {
    try {
      await this.#notices.flushBeforeClosing();
    } finally {
      this.#ended = true;
      db.close({ disableAutoOpen: true });
      this.#notices.closedByNewerVersion();
    }
  }
}

/** An upgrade that another tab blocks would hang for ever: it ends as `openFailed`, with words for the person. */
async function openWithin(db: VaultDatabase, patienceMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Dexie.OpenFailedError('Opening took too long.')), patienceMs);
  });
  try {
    await Promise.race([db.open(), patience]);
  } catch (thrown) {
    // Let through later, it would hold back every newer version, and nobody would know of it.
    db.close({ disableAutoOpen: true });
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}
