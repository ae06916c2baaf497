/**
 * What features write through: typed at once in memory, saved by itself, queued when a person is done with a record.
 * Knows when, not how; and no field by name.
 */
import type { Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import { getRetryDelay, getSaveDelay, QUEUE_AFTER_MS } from './autosave-timing.ts';
import type { RecordStore } from './record-store.ts';
import type { DeviceRunner } from './run-device.ts';
import type { RecordSaver } from './save-record.ts';
import type { SaveTrouble } from './save-trouble.ts';

export interface DraftParts {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly saver: RecordSaver;
  readonly clock: Clock;
}

/** What happens to one record between its first key and its place in the queue. */
interface Typing {
  firstKey: number;
  failures: number;
  cancelSave: () => void;
  cancelQueue: () => void;
}

const nothing = (): void => undefined;

export class Drafts {
  readonly #parts: DraftParts;
  readonly #typing = new Map<RecordId, Typing>();
  #ended = false;

  constructor(parts: DraftParts) {
    this.#parts = parts;
  }

  /** Shown at once; on the device within three seconds. A null value takes its path away. */
  editRecord(edit: { readonly collection: string; readonly record: RecordId; readonly patch: Patch }): void {
    const { store, runner, clock } = this.#parts;
    const { collection, record, patch } = edit;
    const entry = store.findEntry(record);
    const before = entry?.unsaved ?? new Map();
    const unsaved = new Map([...before, ...Object.entries(patch)]);
    const typedAtBase = before.size > 0 ? entry?.typedAtBase : runner.disk.cursor;
    store.change(record, collection, { unsaved, ...(typedAtBase !== undefined && { typedAtBase }) });
    const typing = this.#getTyping(record);
    if (before.size === 0) typing.firstKey = clock.monotonic();
    this.#saveIn(record, getSaveDelay({ ...typing, lastKey: clock.monotonic(), now: clock.monotonic() }));
  }

  /**
   * Saved as ever, but no send and no minute gives it a place in the sequence before somebody here is done with it, leaves
   * or locks: until then its person may still refuse, and nothing of them has left. The disk says so with every save: no
   * other tab gives it one either, nor this one after a kill, before the record is held again by whoever goes on with it.
   */
  hold(record: RecordId): void {
    this.#parts.runner.dispatch({ type: 'holdBegun', record });
  }

  /** Everything typed onto the device, now: before the camera opens, on blur, on freeze. Answers the first trouble. */
  async flushNow(): Promise<Result<void, SaveTrouble>> {
    const records = this.#listUnsaved();
    const outcomes = await Promise.all(records.map((record) => this.#save(record)));
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  }

  /** The person is done with this record for now: saved, then given its place in the queue. */
  async finishEditing(record: RecordId): Promise<Result<void, SaveTrouble>> {
    this.#parts.runner.dispatch({ type: 'holdEnded', record });
    const saved = await this.#save(record);
    this.#typing.get(record)?.cancelQueue();
    this.#parts.runner.dispatch({ type: 'queueAsked', record });
    return saved;
  }

  /** Leaving, hiding or locking. Resolves when all that could be queued is queued; what another tab holds could not. */
  async finishAll(): Promise<Result<void, SaveTrouble>> {
    const slots = Object.keys(this.#parts.runner.disk.slots) as RecordId[];
    const records = new Set([...this.#listUnsaved(), ...slots]);
    const outcomes = await Promise.all([...records].map((record) => this.finishEditing(record)));
    await this.#parts.runner.whenQuiet();
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  }

  /** True while something typed is in memory only and may still be saved: after a lock there is nothing to wait for. */
  hasUnsaved(): boolean {
    return !this.#ended && this.#listUnsaved().length > 0;
  }

  stop(): void {
    this.#ended = true;
    for (const { cancelSave, cancelQueue } of this.#typing.values()) {
      cancelSave();
      cancelQueue();
    }
  }

  #listUnsaved(): RecordId[] {
    const unsaved: RecordId[] = [];
    for (const [record, entry] of this.#parts.store.listEntries()) {
      if (entry.unsaved.size > 0) unsaved.push(record);
    }
    return unsaved;
  }

  #getTyping(record: RecordId): Typing {
    const known = this.#typing.get(record);
    if (known) return known;
    const typing: Typing = { firstKey: 0, failures: 0, cancelSave: nothing, cancelQueue: nothing };
    this.#typing.set(record, typing);
    return typing;
  }

  #saveIn(record: RecordId, milliseconds: number): void {
    const typing = this.#getTyping(record);
    typing.cancelSave();
    if (this.#ended) return;
    typing.cancelSave = this.#parts.clock.after(milliseconds, () => void this.#save(record));
  }

  async #save(record: RecordId): Promise<Result<void, SaveTrouble>> {
    const typing = this.#getTyping(record);
    typing.cancelSave();
    const outcome = await this.#parts.saver.saveRecord(record);
    typing.failures = outcome.ok ? 0 : typing.failures + 1;
    const left = this.#parts.store.findEntry(record)?.unsaved.size ?? 0;
    if (!outcome.ok) this.#saveIn(record, getRetryDelay(typing.failures));
    else if (left > 0) {
      typing.firstKey = this.#parts.clock.monotonic();
      this.#saveIn(
        record,
        getSaveDelay({ firstKey: typing.firstKey, lastKey: typing.firstKey, now: typing.firstKey }),
      );
    }
    if (outcome.ok) this.#queueLater(record, typing);
    return outcome;
  }

  /** A minute after the first save since the last queueing, whatever is typed meanwhile. */
  #queueLater(record: RecordId, typing: Typing): void {
    const slot = this.#parts.runner.disk.slots[record];
    typing.cancelQueue();
    if (!slot || this.#ended || slot.unconfirmed) return;
    // A slot from before a restart may bear a time of another clock.
    const due = slot.since + QUEUE_AFTER_MS - this.#parts.clock.monotonic();
    const wait = Math.min(Math.max(0, due), QUEUE_AFTER_MS);
    typing.cancelQueue = this.#parts.clock.after(wait, () => void this.finishEditing(record));
  }
}
