/**
 * The shell around the device core: keeps its state, runs its effects in order, one commit at a time. Knows the database
 * and the other tabs, but neither keys nor what a record says.
 */
import { loadDeviceState, stepDevice } from '#shared/custody/device';
import { isHeld, isUnconfirmed } from '#shared/custody/device-hold';
import type {
  DeviceDisk,
  DeviceEffect,
  DeviceEvent,
  DeviceState,
  SlotMeta,
  StorageFault,
} from '#shared/custody/device-types';
import type { OpId, RecordId } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import type { TabChannel } from '../platform/tab-channel.ts';
import { commitWrites, type StagedChanges, type StagedSave } from '../storage/commit-writes.ts';
import { readDeviceDisk } from '../storage/device-disk.ts';
import type { PulledRow, ReceiptRow } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { hashLink } from './chain-hash.ts';

type EffectOf<T extends DeviceEffect['type']> = Extract<DeviceEffect, { type: T }>;

/** What another tab of the same vault is told after a commit. */
export interface TabNews {
  readonly type: 'committed';
  readonly records: readonly RecordId[];
  readonly pulled: boolean;
}

export interface RunnerParts {
  readonly connection: VaultConnection;
  readonly channel: TabChannel<TabNews>;
  /** Runs a send and reports back by `dispatch`. */
  readonly send: (effect: EffectOf<'send'>) => void;
  readonly sendPieces: (effect: EffectOf<'sendPieces'>) => void;
  readonly wake: (at: number) => void;
}

export interface RunnerListener {
  readonly saved?: (record: RecordId, opId: OpId) => void;
  readonly sealAgain?: (record: RecordId, opId: OpId) => void;
  readonly warned?: (warning: EffectOf<'warn'>) => void;
  /** The disk is another one than before: custody, standing or cursor may have moved. */
  readonly moved?: () => void;
  /** Another tab committed these records, or pulled some. */
  readonly newsFromTab?: (news: TabNews) => void;
  /** This tab's pulled rows are on the disk. */
  readonly pulled?: (rows: readonly PulledRow[]) => void;
  /** The server was restored: all that it had said is gone from the disk and comes again. */
  readonly serverBaseDropped?: () => void;
  readonly queued?: (seq: number) => void;
}

export class DeviceRunner {
  readonly #parts: RunnerParts;
  readonly #listeners = new Set<RunnerListener>();
  readonly #saves = new Map<OpId, StagedSave>();
  readonly #changes = new Map<number, StagedChanges>();
  #receipt: ReceiptRow | undefined;
  #state: DeviceState;
  #commits: Promise<void> = Promise.resolve();
  readonly #awaitingQuiet: (() => void)[] = [];
  readonly #stopHearing: () => void;

  private constructor(parts: RunnerParts, disk: DeviceDisk) {
    this.#parts = parts;
    this.#state = loadDeviceState(disk);
    this.#stopHearing = parts.channel.hear((news) => {
      this.reload();
      for (const listener of this.#listeners) listener.newsFromTab?.(news);
    });
  }

  static async start(parts: RunnerParts): Promise<Result<DeviceRunner, StorageFault>> {
    const disk = await parts.connection.run(readDeviceDisk);
    return disk.ok ? ok(new DeviceRunner(parts, disk.value)) : disk;
  }

  get disk(): DeviceDisk {
    return this.#state.disk;
  }

  get isSending(): boolean {
    return this.#state.memory.inFlight !== null;
  }

  /** Its person may still refuse, and nobody here has said that they are done with it. */
  isUnconfirmed(record: RecordId): boolean {
    return isUnconfirmed(this.#state, record);
  }

  /** Also before its first save. */
  isHeld(record: RecordId): boolean {
    return isHeld(this.#state, record);
  }

  listen(listener: RunnerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `replaces`: the operation in the record's slot whose content this save includes; null: there was none. */
  save(staged: StagedSave, slot: SlotMeta, replaces: OpId | null): void {
    this.#saves.set(staged.opId, staged);
    this.dispatch({ type: 'sealed', slot, replaces });
  }

  /** To be called before `answered` is dispatched for the same request. */
  stageAnswer(request: number, rows: readonly PulledRow[], receipt: ReceiptRow): void {
    this.#changes.set(request, { rows });
    this.#receipt = receipt;
  }

  dispatch(event: DeviceEvent): void {
    const before = this.#state.disk;
    const { state, effects } = stepDevice(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    if (state.disk !== before) for (const listener of this.#listeners) listener.moved?.();
    if (this.#isQuiet()) for (const resolve of this.#awaitingQuiet.splice(0)) resolve();
  }

  /** Reads the disk again, behind the commits that are under way. */
  reload(): void {
    this.#enqueue(async () => {
      const disk = await this.#parts.connection.run(readDeviceDisk);
      if (disk.ok) this.dispatch({ type: 'reloaded', disk: disk.value });
    });
  }

  /** Resolves when every save and every place asked for is through, or has been given up with a warning. */
  whenQuiet(): Promise<void> {
    if (this.#isQuiet()) return Promise.resolve();
    return new Promise((resolve) => this.#awaitingQuiet.push(resolve));
  }

  stop(): void {
    this.#stopHearing();
    this.#listeners.clear();
  }

  #isQuiet(): boolean {
    const { pending, asked, chaining } = this.#state.memory;
    return Object.keys(pending).length === 0 && asked.length === 0 && chaining === null;
  }

  #run(effect: DeviceEffect): void {
    switch (effect.type) {
      case 'commit':
        return this.#enqueue(() => this.#commit(effect));
      case 'chain':
        void this.#chain(effect);
        return;
      case 'send':
        return this.#parts.send(effect);
      case 'sendPieces':
        return this.#parts.sendPieces(effect);
      case 'wake':
        return this.#parts.wake(effect.at);
      case 'show':
        if (effect.custody === 'onDevice') {
          for (const listener of this.#listeners) listener.saved?.(effect.record, effect.opId);
        }
        return;
      case 'sealAgain':
        for (const listener of this.#listeners) listener.sealAgain?.(effect.record, effect.opId);
        return;
      case 'warn':
        for (const listener of this.#listeners) listener.warned?.(effect);
    }
  }

  #enqueue(work: () => Promise<void>): void {
    // A broken invariant is told to the page's own alarm; it must not stop the commits that follow.
    this.#commits = this.#commits.then(work).catch((broken: unknown) => {
      queueMicrotask(() => {
        throw broken;
      });
    });
  }

  async #commit({ ticket, expect, writes }: EffectOf<'commit'>): Promise<void> {
    const order = { expect, writes, saves: this.#saves, changes: this.#changes, receipt: this.#receipt };
    const outcome = await this.#parts.connection.run((db) => commitWrites(db, order));
    if (!outcome.ok) return this.dispatch({ type: 'commitFailed', ticket, fault: outcome.error });
    if (outcome.value.type === 'refused') {
      return this.dispatch({ type: 'commitRefused', ticket, disk: outcome.value.disk });
    }
    this.dispatch({ type: 'committed', ticket });
    this.#tell(writes);
  }

  #tell(writes: EffectOf<'commit'>['writes']): void {
    const records: RecordId[] = [];
    let pulled = false;
    for (const write of writes) {
      if (write.type === 'putRecord') {
        records.push(write.record);
        this.#saves.delete(write.opId);
      }
      if (write.type === 'putHead') for (const listener of this.#listeners) listener.queued?.(write.seq);
      if (write.type === 'dropServerBase') {
        pulled = true;
        for (const listener of this.#listeners) listener.serverBaseDropped?.();
      }
      if (write.type !== 'putPulled') continue;
      pulled = true;
      const rows = this.#changes.get(write.answer)?.rows ?? [];
      this.#changes.delete(write.answer);
      for (const listener of this.#listeners) listener.pulled?.(rows);
    }
    this.#parts.channel.tell({ type: 'committed', records, pulled });
  }

  async #chain({ record, seq, prev, opId, cipherHash }: EffectOf<'chain'>): Promise<void> {
    const hash = await hashLink({ prev, seq, opId, cipherHash });
    this.dispatch({ type: 'chained', record, seq, opId, hash });
  }
}
