/** Reads rows of the database, opens them in the vault and lays them into memory. One damaged record hides no other. */
import type { RecordId } from '#shared/ids';
import type { StorageFault } from '#shared/custody/device-types';
import { ok, type Result } from '#shared/result';
import { readRecords } from '../storage/read-rows.ts';
import type { PulledRow, RecordRow } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { Vault } from '../vault/vault-types.ts';
import type { LocalContent, PulledContent } from './record-content.ts';
import type { RecordStore } from './record-store.ts';

/** Where a ciphertext belongs: the two rows of one record cannot take each other's place. */
export const RECORD_KIND = 'record';
export const PULLED_KIND = 'pulled';

export class RecordLoader {
  readonly #store: RecordStore;
  readonly #vault: Vault;
  readonly #connection: VaultConnection;
  readonly #damaged = new Set<RecordId>();
  #loading: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    readonly store: RecordStore;
    readonly vault: Vault;
    readonly connection: VaultConnection;
  }) {
    this.#store = parts.store;
    this.#vault = parts.vault;
    this.#connection = parts.connection;
  }

  /** Records whose ciphertext did not open: shown as locked, sent untouched, never deleted. */
  listDamaged(): readonly RecordId[] {
    return [...this.#damaged];
  }

  /**
   * All records, or those named; what memory holds of a row that has not moved is kept. One load at a time: an older
   * reading must not be laid over a newer one.
   */
  async loadRecords(only?: readonly RecordId[]): Promise<Result<void, StorageFault>> {
    const before = this.#loading;
    const loading = before.catch(() => undefined).then(() => this.#loadSettled(only));
    this.#loading = loading;
    return loading;
  }

  /** What this tab itself saved or pulled while it was read is read again: the reading may be older than the memory. */
  async #loadSettled(only: readonly RecordId[] | undefined): Promise<Result<void, StorageFault>> {
    let asked = only;
    for (;;) {
      const loaded = await this.#loadOnce(asked);
      if (!loaded.ok) return loaded;
      if (loaded.value.length === 0) return ok(undefined);
      asked = loaded.value;
    }
  }

  /** Answers the records that moved meanwhile, of which nothing was changed. */
  async #loadOnce(only: readonly RecordId[] | undefined): Promise<Result<readonly RecordId[], StorageFault>> {
    const known = new Map(this.#store.listEntries());
    const stored = await this.#connection.run((db) => readRecords(db, only));
    if (!stored.ok) return stored;
    const { records, pulled } = stored.value;
    const changed = records.filter((row) => this.#store.findEntry(row.record)?.row?.opId !== row.opId);
    const opened = [...(await this.#openRows(changed)), ...(await this.#openPulled(pulled))];
    const hasMoved = (record: RecordId): boolean => {
      const [one, other] = [known.get(record), this.#store.findEntry(record)];
      return one?.row !== other?.row || one?.pulled !== other?.pulled;
    };
    const named = only ?? [...known.keys()];
    const moved = [...new Set([...opened.map(({ record }) => record), ...named])].filter(hasMoved);
    this.#store.changeAll(opened.filter(({ record }) => !moved.includes(record)));
    this.#store.drop(this.#listGone(named, stored.value).filter((record) => !moved.includes(record)));
    return ok(moved);
  }

  async #openRows(rows: readonly RecordRow[]) {
    const opened = await this.#vault.decryptRecords(
      rows.map(({ record, cipher }) => ({ record, kind: RECORD_KIND, cipher })),
    );
    return rows.flatMap(({ record, opId }, at) => {
      const content = this.#read<LocalContent>(record, opened[at]);
      return content ? [{ record, collection: content.collection, fields: { row: { content, opId } } }] : [];
    });
  }

  async #openPulled(rows: readonly PulledRow[]) {
    const opened = await this.#vault.decryptRecords(
      rows.map(({ record, cipher }) => ({ record, kind: PULLED_KIND, cipher })),
    );
    return rows.flatMap(({ record, withdrawn }, at) => {
      const pulled = this.#read<PulledContent>(record, opened[at]);
      if (!pulled) return [];
      return [{ record, collection: pulled.collection, fields: { pulled, withdrawn: withdrawn === 1 } }];
    });
  }

  #read<T>(record: RecordId, opened: Result<{ readonly text: string }, unknown> | undefined): T | undefined {
    if (opened?.ok) return JSON.parse(opened.value.text) as T;
    this.#damaged.add(record);
    return undefined;
  }

  /** Rows that another tab dropped; what is only typed so far has none yet. */
  #listGone(
    asked: readonly RecordId[],
    stored: { readonly records: readonly RecordRow[]; readonly pulled: readonly PulledRow[] },
  ): RecordId[] {
    const here = new Set([...stored.records, ...stored.pulled].map((row) => row.record));
    return asked.filter((record) => {
      const entry = this.#store.findEntry(record);
      return entry !== undefined && !here.has(record) && entry.unsaved.size === 0;
    });
  }
}
