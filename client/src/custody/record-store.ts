/** The decrypted records of an unlocked vault, in memory only, with subscriptions. Saves nothing and knows no field by name. */
import type { Json, Patch } from '#shared/model/operation';
import type { OpId, RecordId } from '#shared/ids';
import { type LocalRow, type PulledContent, showContent } from './record-content.ts';
import type { SaveTrouble } from './save-trouble.ts';

export interface RecordView {
  readonly record: RecordId;
  readonly collection: string;
  /** Path → value; what was taken away is absent. */
  readonly values: Patch;
  /** Paths that two people answered differently: the other values, for a person to choose from. */
  readonly conflicts: Readonly<Record<string, readonly Json[]>>;
}

/** What of a record went to the commune straight from memory, since the disk refused it. */
export interface HandedIn {
  /** Every operation that was sent so, whether or not an answer came: what is sealed after it says that it knows of them. */
  readonly ops: readonly OpId[];
  /** What the commune has said that it has: the very `unsaved` that was sent. Undefined before such an answer. */
  readonly received: ReadonlyMap<string, Json> | undefined;
}

/** What memory holds of one record. `unsaved` and what belongs to saving it is replaced, never changed in place. */
export interface RecordEntry {
  readonly collection: string;
  readonly row?: LocalRow | undefined;
  readonly pulled?: PulledContent | undefined;
  /** Sight of it was lost: it goes when nothing of it waits here. */
  readonly withdrawn?: boolean;
  readonly unsaved: ReadonlyMap<string, Json>;
  /** Change sequence that was read when the first of `unsaved` was typed. */
  readonly typedAtBase?: number;
  readonly trouble?: SaveTrouble | undefined;
  readonly handedIn?: HandedIn;
}

/** Nothing has been typed since the commune received all of it. */
export function isReceived({ unsaved, handedIn }: RecordEntry): boolean {
  return unsaved.size > 0 && handedIn?.received === unsaved;
}

const NOTHING: ReadonlyMap<string, Json> = new Map();

export class RecordStore {
  readonly #entries = new Map<RecordId, RecordEntry>();
  readonly #views = new Map<RecordId, RecordView>();
  readonly #lists = new Map<string, readonly RecordView[]>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Counts every change, of a record or of where it is: what a screen over many records compares. */
  get version(): number {
    return this.#version;
  }

  /** Called after every change; suits `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same array until a record of this collection changes. In no particular order. */
  readonly listRecords = (collection: string): readonly RecordView[] => {
    const known = this.#lists.get(collection);
    if (known) return known;
    const views: RecordView[] = [];
    for (const [record, entry] of this.#entries) {
      const view = entry.collection === collection ? this.findRecord(record) : undefined;
      if (view) views.push(view);
    }
    this.#lists.set(collection, views);
    return views;
  };

  /** The same object until the record changes; undefined for one that is not here. */
  readonly findRecord = (record: RecordId): RecordView | undefined => {
    const known = this.#views.get(record);
    if (known) return known;
    const entry = this.#entries.get(record);
    if (!entry) return undefined;
    const view: RecordView = {
      record,
      collection: entry.collection,
      ...showContent(entry.row, entry.pulled, entry.unsaved),
    };
    this.#views.set(record, view);
    return view;
  };

  findEntry(record: RecordId): RecordEntry | undefined {
    return this.#entries.get(record);
  }

  listEntries(): IterableIterator<[RecordId, RecordEntry]> {
    return this.#entries.entries();
  }

  /** Lays fields over an entry, beginning one if there was none. */
  change(record: RecordId, collection: string, fields: Partial<Omit<RecordEntry, 'collection'>>): void {
    this.changeAll([{ record, collection, fields }]);
  }

  /** Many at once, told once. */
  changeAll(
    changes: Iterable<{
      readonly record: RecordId;
      readonly collection: string;
      readonly fields: Partial<Omit<RecordEntry, 'collection'>>;
    }>,
  ): void {
    for (const { record, collection, fields } of changes) {
      const entry = this.#entries.get(record) ?? { collection, unsaved: NOTHING };
      this.#entries.set(record, { ...entry, ...fields });
      this.#views.delete(record);
      this.#lists.delete(entry.collection);
    }
    this.tell();
  }

  drop(records: Iterable<RecordId>): void {
    for (const record of records) {
      const entry = this.#entries.get(record);
      if (entry) this.#lists.delete(entry.collection);
      this.#entries.delete(record);
      this.#views.delete(record);
    }
    this.tell();
  }

  /** Custody moved though no record did. */
  tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
