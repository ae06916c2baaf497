/**
 * The second copy of one vault: what each transaction wrote, flushed into a file beside the database before anything is shown as
 * kept. One writer at a time over all tabs. Of two files the one is good while the other is begun anew.
 */
import {
  advancePlace,
  isOutgrown,
  type JournalPlace,
  NOWHERE,
  planRenewal,
} from '#shared/custody/second-copy';
import type { Transaction } from 'dexie';
import { JOURNAL_PLACE, runTransaction, type TableName, type VaultDatabase } from '../database.ts';
import { findJournalFiles, type JournalFiles } from './journal-files.ts';
import { type Frame, measureFrame, sealFrame, WHOLE_MARK } from './journal-frames.ts';
import { endsWithPlace, nameJournalFile, readJournal } from './read-journal.ts';
import { readSnapshot } from './journal-snapshot.ts';
import { encodeWrites, listWrites } from './journal-writes.ts';

/** `behind`: the last writing was refused, and what is saved now lies in the database only. */
export type JournalState = 'whole' | 'behind';

/** After a refusal: a full disk is not written full again with every save. */
const TRY_AGAIN_AFTER_MS = 10_000;

export class Journal {
  readonly database: string;
  readonly files: JournalFiles;
  readonly #listeners = new Set<() => void>();
  #state: JournalState = 'whole';
  /** Behind, or ahead of a transaction that was refused: nothing may be written behind that, it could pass for what is missing. */
  #mustBegin = false;
  #isRenewing = false;
  /** Of the page's own clock. */
  #notBefore = 0;

  constructor(database: string, files: JournalFiles) {
    this.database = database;
    this.files = files;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): JournalState => this.#state;

  /** Nothing else of this vault is written meanwhile, in no tab. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    return this.files.inTurn(this.database, act);
  }

  /**
   * Resolves when the transaction is complete and what it wrote is flushed into the second copy; both are written at the same
   * time. A second copy that is refused costs no save: it is `behind` from then on, which is shown, and a later writing begins it
   * anew. One that is ahead, since its transaction was refused, is taken for what a page that died has left behind.
   */
  async keep<T>(db: VaultDatabase, tables: readonly TableName[], body: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      if (this.#mustBegin) await this.mend(db);
      const noted: { append?: Promise<boolean>; before?: JournalPlace } = {};
      const write = async (transaction: Transaction): Promise<T> => {
        const [value, place] = await Promise.all([body(), db.places.get(JOURNAL_PLACE)]);
        const writes = listWrites(transaction.idbtrans);
        if (writes.length === 0) return value;
        const payload = encodeWrites(writes);
        const before = place ?? NOWHERE;
        const next = advancePlace(before, measureFrame(payload));
        noted.before = before;
        noted.append = this.#append({ generation: next.generation, commit: next.commit, payload }, before);
        await db.places.put(next, JOURNAL_PLACE);
        return value;
      };
      const answer = await runTransaction(db, [...tables, 'places'], write).catch((thrown: unknown) => {
        this.#mustBegin ||= noted.append !== undefined;
        throw thrown;
      });
      if (noted.before) await this.#follow(db, noted.before, (await noted.append) === true);
      return answer;
    });
  }

  /** Begins the other file with all that lies in the database, then empties this one. */
  async #beginAnew(db: VaultDatabase): Promise<void> {
    const best = await readJournal(this.files, this.database);
    const mark = planRenewal(best, (await db.places.get(JOURNAL_PLACE)) ?? NOWHERE);
    const written = await this.#writeSnapshot(db, mark);
    await runTransaction(db, ['places'], async () => {
      await db.places.put({ ...mark, ...written, begun: written.end }, JOURNAL_PLACE);
    });
    // Also so that a wrap which was erased lies in neither.
    await this.files.clear(nameJournalFile(this.database, mark.file === 0 ? 1 : 0));
    this.#mustBegin = false;
    this.#say('whole');
  }

  /**
   * In its turn: whether the file ends with the transaction that the database has last, and the other one is empty. Where a page died
   * between beginning that one and emptying this one, it may be further than both. A file that cannot be read says nothing.
   */
  async saysTheSame(db: VaultDatabase): Promise<boolean> {
    const place = await db.places.get(JOURNAL_PLACE);
    if (!place) return false;
    try {
      const other = await this.files.read(nameJournalFile(db.name, place.file === 0 ? 1 : 0));
      return !other?.length && (await endsWithPlace(this.files, db.name, place));
    } catch {
      return false;
    }
  }

  /** Begins it anew, in its turn only. A refusal is said, not thrown, and for some seconds nothing is tried. */
  async mend(db: VaultDatabase): Promise<void> {
    if (performance.now() < this.#notBefore) return;
    try {
      await this.#beginAnew(db);
    } catch {
      this.#notBefore = performance.now() + TRY_AGAIN_AFTER_MS;
      this.#say('behind');
    }
  }

  async #follow(db: VaultDatabase, before: JournalPlace, isAppended: boolean): Promise<void> {
    if (!isAppended) {
      this.#mustBegin = true;
      return this.mend(db);
    }
    this.#say('whole');
    if (isOutgrown(before)) this.#renewSoon(db);
  }

  /** Nobody waits for it but the next save. */
  #renewSoon(db: VaultDatabase): void {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    void this.inTurn(() => this.mend(db)).finally(() => (this.#isRenewing = false));
  }

  /** False when the file is not where the database has it: a page died between the two. */
  async #append(frame: Frame, { file, end }: JournalPlace): Promise<boolean> {
    if (frame.generation === 0 || this.#mustBegin) return false;
    const bytes = await sealFrame(frame);
    try {
      return (await this.files.append(nameJournalFile(this.database, file), end, bytes)) === 'written';
    } catch {
      return false;
    }
  }

  async #writeSnapshot(
    db: VaultDatabase,
    mark: Pick<JournalPlace, 'file' | 'generation' | 'commit'>,
  ): Promise<Pick<JournalPlace, 'tail' | 'end'>> {
    const name = nameJournalFile(this.database, mark.file);
    await this.files.clear(name);
    let [tail, end] = [0, 0];
    const add = async (payload: Uint8Array): Promise<void> => {
      const bytes = await sealFrame({ ...mark, payload });
      if ((await this.files.append(name, end, bytes)) === 'behind')
        throw new Error('Two write one second copy.');
      [tail, end] = [end, end + bytes.length];
    };
    for await (const writes of readSnapshot(db)) await add(encodeWrites(writes));
    await add(WHOLE_MARK);
    return { tail, end };
  }

  #say(state: JournalState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** For a vault that is about to be made. A browser that refuses is heard when something is to be written. */
export async function makeJournalFiles(database: string): Promise<void> {
  const files = findJournalFiles();
  for (const file of [0, 1] as const)
    await files?.clear(nameJournalFile(database, file)).catch(() => undefined);
}
