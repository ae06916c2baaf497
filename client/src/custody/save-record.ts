/** Brings what was typed in one record onto the disk: seal, one strict commit, at times a read-back. Knows no timer. */
import { listMends, listUnmended } from '#shared/custody/device-disk';
import type { DeviceDisk } from '#shared/custody/device-types';
import type { Json, Operation } from '#shared/model/operation';
import type { OpId, RecordId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { SavedSealed, Vault } from '../vault/vault-types.ts';
import { READ_BACK_EVERY } from './autosave-timing.ts';
import { continueContent, type LocalContent } from './record-content.ts';
import type { RecordLoader } from './load-records.ts';
import { RECORD_KIND } from './load-records.ts';
import type { RecordEntry, RecordStore } from './record-store.ts';
import type { DeviceRunner } from './run-device.ts';
import { nameThrown, type SaveTrouble } from './save-trouble.ts';

export interface SaverParts {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly loader: RecordLoader;
  readonly vault: Vault;
  readonly connection: VaultConnection;
  readonly clock: Clock;
}

type CommitEnd =
  | { readonly type: 'saved' }
  | { readonly type: 'again' }
  | { readonly type: 'failed'; readonly trouble: SaveTrouble };

/** Tabs that overtake each other more often than this are not people typing. */
const MAX_OVERTAKINGS = 8;

export class RecordSaver {
  readonly #parts: SaverParts;
  readonly #waiting = new Map<OpId, { record: RecordId; end: (how: CommitEnd) => void }>();
  readonly #running = new Map<RecordId, Promise<Result<void, SaveTrouble>>>();
  #savesSinceReadBack = READ_BACK_EVERY;

  constructor(parts: SaverParts) {
    this.#parts = parts;
    parts.runner.listen({
      saved: (_, opId) => this.#waiting.get(opId)?.end({ type: 'saved' }),
      sealAgain: (_, opId) => this.#waiting.get(opId)?.end({ type: 'again' }),
      warned: ({ record, fault }) => {
        if (fault === 'forked' || fault === 'setAside' || fault === 'serverLost') return;
        this.#savesSinceReadBack = READ_BACK_EVERY;
        for (const one of this.#waiting.values()) {
          if (one.record === record) one.end({ type: 'failed', trouble: { type: 'storage', fault } });
        }
      },
    });
  }

  /** Resolves when everything typed before the call is on the disk, or names why it is not; never rejects. */
  async saveRecord(record: RecordId): Promise<Result<void, SaveTrouble>> {
    const before = this.#running.get(record);
    if (before) await before;
    const running = this.#running.get(record) ?? this.#saveUntilThrough(record);
    this.#running.set(record, running);
    try {
      return await running;
    } finally {
      if (this.#running.get(record) === running) this.#running.delete(record);
    }
  }

  async #saveUntilThrough(record: RecordId): Promise<Result<void, SaveTrouble>> {
    const { store } = this.#parts;
    let outcome: Result<void, SaveTrouble> = ok(undefined);
    try {
      for (let overtaken = 0; overtaken <= MAX_OVERTAKINGS; overtaken += 1) {
        const entry = store.findEntry(record);
        if (!entry || entry.unsaved.size === 0) return ok(undefined);
        const end = await this.#saveOnce(record, entry);
        if (end.type === 'saved') return ok(undefined);
        if (end.type === 'failed') {
          outcome = err(end.trouble);
          break;
        }
        await this.#parts.loader.loadRecords([record]);
        outcome = err({ type: 'storage', fault: 'aborted' });
      }
    } catch (thrown) {
      // Whatever it was, the person must hear of it, and the next try may go through: nothing here may end saving.
      outcome = err(nameThrown(thrown));
    }
    const entry = store.findEntry(record);
    if (!outcome.ok && entry) store.change(record, entry.collection, { trouble: outcome.error });
    return outcome;
  }

  async #saveOnce(record: RecordId, entry: RecordEntry): Promise<CommitEnd> {
    const { runner, vault, clock } = this.#parts;
    const { disk } = runner;
    const slot = disk.slots[record];
    const isPending = slot !== undefined && slot.opId === entry.row?.opId;
    const mends = listMends(disk, record);
    const content = continueEntry(disk, record, entry);
    const plain = JSON.stringify(content);
    const saved = await vault.saveSealed({
      record,
      kind: RECORD_KIND,
      device: disk.device,
      revision: disk.head.seq,
      plain,
      operation: writeOperation(record, content, { at: clock.wall(), knows: entry.handedIn?.ops }),
    });
    if (!saved.ok) return { type: 'failed', trouble: nameSaveFault(saved.error) };
    const since = isPending ? slot.since : clock.monotonic();
    const end = await this.#commit({
      record,
      entry,
      sealed: saved.value,
      since,
      mends,
      replaces: slot?.opId ?? null,
    });
    if (end.type !== 'saved') return end;
    const { opId } = saved.value;
    if (!(await this.#readsBack(record, opId, plain)))
      return { type: 'failed', trouble: { type: 'checkFailed' } };
    this.#settle(record, { content, opId, typed: entry.unsaved });
    return end;
  }

  async #commit(save: {
    readonly record: RecordId;
    readonly entry: RecordEntry;
    readonly sealed: SavedSealed;
    readonly since: number;
    readonly mends: readonly number[];
    readonly replaces: OpId | null;
  }): Promise<CommitEnd> {
    const { record, sealed, since, mends, replaces } = save;
    const { opId, keyId, dictVersion, cipherHash } = sealed;
    const encapsulation = { id: sealed.encapsulation.id, bytes: sealed.encapsulation.bytes };
    const ended = new Promise<CommitEnd>((end) => this.#waiting.set(opId, { record, end }));
    try {
      this.#parts.runner.save(
        {
          record,
          opId,
          basedOn: save.entry.row?.opId,
          cipher: sealed.recordCipher,
          sealed: sealed.sealed,
          encapsulation,
        },
        {
          ...{ record, opId, keyId, dictVersion, cipherHash, since },
          encapsulation: encapsulation.id,
          length: sealed.sealed.length,
          ...(mends.length > 0 && { mends }),
        },
        replaces,
      );
      return await ended;
    } finally {
      this.#waiting.delete(opId);
    }
  }

  /** True when nothing was due to be read, or when what was read is what was written. */
  async #readsBack(record: RecordId, opId: OpId, plain: string): Promise<boolean> {
    this.#savesSinceReadBack += 1;
    if (this.#savesSinceReadBack < READ_BACK_EVERY) return true;
    const { connection, vault } = this.#parts;
    const row = await connection.run((db) => db.records.get(record));
    if (!row.ok || !row.value) return false;
    // Another tab has saved since: its own check is its own.
    if (row.value.opId !== opId) return true;
    const opened = await vault.decryptRecord({ record, kind: RECORD_KIND, cipher: row.value.cipher });
    const isSame = opened.ok && opened.value.text === plain;
    if (isSame) this.#savesSinceReadBack = 0;
    return isSame;
  }

  /** Keys that were pressed during the save stay unsaved. */
  #settle(
    record: RecordId,
    saved: { readonly content: LocalContent; readonly opId: OpId; readonly typed: ReadonlyMap<string, Json> },
  ): void {
    const { store } = this.#parts;
    const now = store.findEntry(record)?.unsaved ?? saved.typed;
    const left = new Map([...now].filter(([path, value]) => saved.typed.get(path) !== value));
    store.change(record, saved.content.collection, {
      row: { content: saved.content, opId: saved.opId },
      unsaved: left,
      trouble: undefined,
    });
  }
}

/** What the next save of a record would hold. */
export function continueEntry(disk: DeviceDisk, record: RecordId, entry: RecordEntry): LocalContent {
  const slot = disk.slots[record];
  return continueContent(entry.row, {
    collection: entry.collection,
    patch: Object.fromEntries(entry.unsaved),
    base: entry.typedAtBase ?? disk.cursor,
    isPending: slot !== undefined && slot.opId === entry.row?.opId,
    setAside: new Set(listUnmended(disk, record).flatMap(({ opId }) => opId ?? [])),
  });
}

/** `at`: device wall clock, milliseconds. */
export function writeOperation(
  record: RecordId,
  { collection, base, dirty }: LocalContent,
  { at, knows }: Pick<Operation, 'at' | 'knows'>,
): string {
  return JSON.stringify({ collection, record, base, patch: dirty, at, knows } satisfies Operation);
}

function nameSaveFault(
  fault:
    { type: 'noServerKey' } | { type: 'checkFailed' } | { type: 'tooLarge'; bytes: number; limit: number },
): SaveTrouble {
  if (fault.type === 'noServerKey')
    throw new Error('A vault was unlocked without the key that everything is sealed to.');
  return fault;
}
