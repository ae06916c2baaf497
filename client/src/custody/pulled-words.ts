/** Brings the server's changes into the vault: folded over what is known, encrypted, and into memory once they are on the disk. */
import type { Change } from '#shared/contracts/sync';
import type { DeviceDisk } from '#shared/custody/device-types';
import type { OpId, RecordId } from '#shared/ids';
import type { PulledRow } from '../storage/stored-rows.ts';
import type { Vault } from '../vault/vault-types.ts';
import { PULLED_KIND, type RecordLoader } from './load-records.ts';
import { applyChange, type PulledContent } from './record-content.ts';
import type { RecordStore } from './record-store.ts';
import type { DeviceRunner } from './run-device.ts';

export interface PulledParts {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly loader: RecordLoader;
  readonly vault: Vault;
}

export class PulledWords {
  readonly #parts: PulledParts;
  readonly #contents = new WeakMap<PulledRow, PulledContent>();

  constructor(parts: PulledParts) {
    this.#parts = parts;
    parts.runner.listen({
      pulled: (rows) => this.#show(rows),
      serverBaseDropped: () => this.#forgetAll(),
      moved: () => this.#dropWithdrawn(),
      newsFromTab: ({ records, pulled }) => void parts.loader.loadRecords(pulled ? undefined : records),
    });
  }

  /** The rows of one answer; `upTo`: which of our operations the server knew when it spoke. */
  async encryptChanges(changes: readonly Change[], upTo: number): Promise<readonly PulledRow[]> {
    const { store, runner, vault } = this.#parts;
    const isFolded = createFoldCheck(runner.disk, upTo);
    const words = new Map<RecordId, { content: PulledContent; withdrawn: boolean }>();
    for (const change of changes) {
      const entry = store.findEntry(change.record);
      const known = words.get(change.record)?.content ?? entry?.pulled;
      const content = applyChange(known, change, { row: entry?.row, isFolded });
      words.set(change.record, { content, withdrawn: change.kind === 'withdrawn' });
    }
    const ciphers = await vault.encryptRecords(
      [...words].map(([record, { content }]) => ({
        ...{ record, kind: PULLED_KIND, revision: content.seq },
        plain: JSON.stringify(content),
      })),
    );
    return [...words].map(([record, { content, withdrawn }], at) => {
      const cipher = ciphers[at];
      if (!cipher) throw new Error('The vault gave back fewer records than it was given.');
      const row: PulledRow = { record, cipher, ...(withdrawn && { withdrawn: 1 as const }) };
      this.#contents.set(row, content);
      return row;
    });
  }

  #show(rows: readonly PulledRow[]): void {
    const shown = rows.flatMap((row) => {
      const pulled = this.#contents.get(row);
      if (!pulled) return [];
      const fields = { pulled, withdrawn: row.withdrawn === 1 };
      return [{ record: row.record, collection: pulled.collection, fields }];
    });
    const { store, runner } = this.#parts;
    store.changeAll(shown);
    // What is written from here on has seen these words: it must not share an operation with what had not.
    for (const { record } of rows) {
      if (runner.disk.slots[record]) runner.dispatch({ type: 'queueAsked', record });
    }
    this.#dropWithdrawn();
  }

  #forgetAll(): void {
    const { store } = this.#parts;
    const known = [...store.listEntries()].filter(([, entry]) => entry.pulled !== undefined);
    const kept = known.filter(([, entry]) => entry.row !== undefined || entry.unsaved.size > 0);
    store.changeAll(
      kept.map(([record, { collection }]) => ({
        record,
        collection,
        fields: { pulled: undefined, withdrawn: false },
      })),
    );
    const isKept = new Set(kept.map(([record]) => record));
    store.drop(known.map(([record]) => record).filter((record) => !isKept.has(record)));
  }

  /** As the commit does it on the disk: only once nothing of the record waits here. */
  #dropWithdrawn(): void {
    const { store, runner } = this.#parts;
    const { slots, queue, acked } = runner.disk;
    const gone: RecordId[] = [];
    for (const [record, entry] of store.listEntries()) {
      if (!entry.withdrawn || entry.unsaved.size > 0 || slots[record]) continue;
      if (!queue.some((item) => item.seq > acked && item.record === record)) gone.push(record);
    }
    if (gone.length > 0) store.drop(gone);
  }
}

/** What is neither in a slot nor in the queue any more was acknowledged and released. */
function createFoldCheck(disk: DeviceDisk, upTo: number): (opId: OpId) => boolean {
  const unsent = new Set<OpId>(Object.values(disk.slots).map((slot) => slot.opId));
  for (const { seq, opId } of disk.queue) if (seq > upTo) unsent.add(opId);
  return (opId) => !unsent.has(opId);
}
