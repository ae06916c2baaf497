/**
 * A device from the page's opening to its lock: which vault is here, whether it is open, and the parts that screens use.
 * Knows no screen and keeps no key: closing it leaves nothing readable behind.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { watchPage } from '../platform/page-life.ts';
import { askForPersistence } from '../platform/storage-space.ts';
import { isPractice, KEPT_UNDER } from '../storage/realm.ts';
import { type ConnectionNotices, VaultConnection } from '../storage/vault-connection.ts';
import { forgetVault, noteLastUsed, type VaultEntry } from '../storage/vault-registry.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { DeviceSnapshot, OpenWish } from './device-snapshot.ts';
import type { DeviceWork } from './device-work.ts';
import { EditingTurn } from './editing-turn.ts';
import type { EnrolInput } from './enrol.ts';
import { chooseVault, type ComparedVaults, compareVaults, listPresentVaults } from './find-vaults.ts';
import { countWaiting } from './heartbeat.ts';
import type { JoinFault, JoiningParts } from './joining.ts';
import { Locking } from './locking.ts';
import type { OpenDevice } from './open-device.ts';
import type { Profile } from './profile.ts';
import { type RenewableVault, renewWithPin } from './renewable-vault.ts';
import { SessionJoining } from './session-joining.ts';
import { type LockedWork, startLocked } from './start-locked.ts';
import { readStoredKeys, type StoredKeys } from './stored-keys.ts';
import {
  heedVault,
  type OpenElsewhere,
  unlockVault,
  type UnlockTrouble,
  type VaultSilent,
} from './unlock.ts';

export interface SessionParts extends Omit<JoiningParts, 'createNotices'> {
  /** Leaves the page for the lock page, so that nothing readable stays in memory. */
  readonly leave: () => void;
}

export class DeviceSession {
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  #snapshot: DeviceSnapshot = { state: 'opening' };
  readonly #joining: SessionJoining;
  #compared: ComparedVaults = { lost: [], older: new Set(), erased: new Set() };
  #vaults: readonly VaultEntry[] = [];
  #connection: VaultConnection | undefined;
  #work: DeviceWork | undefined;
  #device: OpenDevice | undefined;
  #vault: RenewableVault | undefined;
  #locking: Locking | undefined;
  readonly #turn: EditingTurn;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#joining = new SessionJoining({
      ...parts,
      createNotices: () => this.#createNotices(),
      say: (snapshot) => this.#say(snapshot),
    });
    this.#turn = new EditingTurn({
      name: KEPT_UNDER,
      clock: parts.clock,
      handOver: () => this.lock(),
      said: () => this.#sayTurn(),
    });
    watchPage({
      shown: () => void this.#turn.look(),
      hidden: () => void this.#device?.work.drafts.finishAll(),
      frozen: () => void this.#device?.work.drafts.flushNow(),
      blurred: () => void this.#device?.work.drafts.flushNow(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): DeviceSnapshot => this.#snapshot;

  /**
   * At the page's start, or to change to another vault: notices what is lost, opens the vault that was used here, and
   * begins to send for it.
   */
  async open(wish: OpenWish = {}): Promise<void> {
    // A PIN that is being judged belongs to the vault that it was typed for.
    if ('isBusy' in this.#snapshot && this.#snapshot.isBusy) return;
    this.#close();
    this.#say({ state: 'opening' });
    this.#compared = await compareVaults();
    const vaults = await listPresentVaults(this.#compared);
    if (!vaults.ok) return this.#say({ state: 'failed', fault: vaults.error });
    this.#vaults = vaults.value;
    const entry = chooseVault(this.#vaults, this.#compared, wish);
    return entry ? this.#openLocked(entry) : this.#joining.ask(this.#compared.lost, this.#vaults.length > 0);
  }

  beginEnrolment(pin: string): Promise<Result<void, UnlockFault | VaultSilent>> {
    return this.#joining.begin(pin);
  }

  /** The person has forgotten that PIN, or wants to join with another code. */
  async dropUnfinished(): Promise<void> {
    if (this.#snapshot.state === 'unfinished') await this.#joining.drop(this.#snapshot);
  }

  /** After `beginEnrolment`, as often as it takes. Leaves the device unlocked. */
  async enrol(input: Omit<EnrolInput, 'build'>): Promise<Result<Profile, JoinFault>> {
    const joined = await this.#joining.submit({ ...input, lost: this.#compared.lost });
    if (!joined.ok) {
      if (joined.error.type === 'vaultStopped') await this.#joining.ask(this.#compared.lost);
      return joined;
    }
    const { entry, connection, profile, vault } = joined.value;
    this.#work?.stop();
    this.#connection?.close();
    this.#connection = connection;
    this.#vaults = [...this.#vaults, entry];
    const keys = await connection.run(readStoredKeys);
    if (!keys.ok || !keys.value) return err({ type: 'storage', fault: keys.ok ? 'evicted' : keys.error });
    const open = { profile, keys: keys.value };
    const opened = await heedVault(() => this.#openUnlocked(entry, vault, open));
    if (!opened.ok) {
      vault.lock();
      await this.#openLocked(entry);
    }
    if (!opened.ok && opened.error.type !== 'elsewhere') return err(opened.error);
    await this.forgetLost();
    // Asked now, when the browser has seen what the page is for; a refusal changes nothing here.
    void askForPersistence();
    return ok(profile);
  }

  /** Somebody has read what is gone: it is said no more. */
  async forgetLost(): Promise<void> {
    for (const { vaultId } of this.#compared.lost) await forgetVault(vaultId);
    this.#compared = { ...this.#compared, lost: [] };
    if (this.#snapshot.state === 'locked') this.#say({ ...this.#snapshot, lost: [] });
  }

  /** The tab that has the book open is asked to save and lock; asked again when it does not answer, it is not waited for. */
  askForTurn(): void {
    this.#turn.ask();
  }

  async unlock(pin: string): Promise<Result<void, UnlockTrouble>> {
    const snapshot = this.#snapshot;
    const connection = this.#connection;
    if (snapshot.state === 'unfinished' && !snapshot.isBusy) return this.#joining.resume(snapshot, pin);
    if (snapshot.state !== 'locked' || !connection || snapshot.isBusy) return ok(undefined);
    this.#say({ ...snapshot, isBusy: true, trouble: undefined });
    const { entry } = snapshot;
    const opened = await heedVault(() => this.#openWithPin(entry, connection, pin));
    if (opened.ok) return opened;
    const isErased = snapshot.isErased || opened.error.type === 'erased';
    this.#say({ ...snapshot, isBusy: false, isErased, trouble: opened.error, turn: this.#turn.state });
    // The locked work was ended for the open one that did not come to be: it goes on sending.
    if (!this.#work) await this.#openLocked(entry);
    return opened;
  }

  /**
   * Everything typed is queued first; then the keys, the database and the page go. `unsaved`: the disk or the vault
   * refused, so that leaving would lose what is in memory; only a person may decide that (`evenUnsaved`). Until then
   * names are hidden, and it tries again by itself.
   */
  async lock(how: { readonly evenUnsaved?: boolean } = {}): Promise<'locked' | 'unsaved'> {
    if (this.#locking) return this.#locking.lock(how);
    this.#leave();
    return 'locked';
  }

  /** In place of a vault that died, or to go on where a lock was refused: a fresh worker, and what is in memory is saved. */
  async restartVault(pin: string): Promise<Result<void, UnlockTrouble>> {
    const [connection, renewable] = [this.#connection, this.#vault];
    if (!connection || !renewable) return ok(undefined);
    const { clock, startVault } = this.#parts;
    const restarted = await renewWithPin(renewable, { connection, clock, startVault }, pin);
    if (!restarted.ok) return restarted;
    this.#locking?.giveUp();
    await this.flush();
    return ok(undefined);
  }

  /** Before an update, a print or anything else that may cost the page: true when nothing typed is in memory only. */
  async flush(): Promise<boolean> {
    try {
      const flushed = await this.#device?.work.drafts.finishAll();
      return flushed?.ok ?? true;
    } catch {
      return false;
    }
  }

  #leave(): void {
    this.#close();
    this.#parts.leave();
  }

  #close(): void {
    this.#locking?.stop();
    this.#device?.stop();
    this.#work?.stop();
    this.#connection?.close();
    this.#turn.giveBack();
    this.#locking = undefined;
    this.#vault = undefined;
    this.#device = undefined;
    this.#work = undefined;
    this.#connection = undefined;
  }

  async #openWithPin(
    entry: VaultEntry,
    connection: VaultConnection,
    pin: string,
  ): Promise<Result<void, UnlockTrouble>> {
    const vault = this.#parts.startVault();
    try {
      const unlocked = await unlockVault({ connection, clock: this.#parts.clock, vault }, pin);
      return unlocked.ok ? await this.#openUnlocked(entry, vault, unlocked.value) : unlocked;
    } finally {
      if (!this.#device) vault.lock();
    }
  }

  async #openLocked(entry: VaultEntry): Promise<void> {
    this.#connection?.close();
    const connection = new VaultConnection(entry.database, this.#createNotices());
    const opened = await connection.open();
    if (!opened.ok) return this.#say({ state: 'failed', fault: opened.error });
    this.#connection = connection;
    const isOlder = this.#compared.older.has(entry.vaultId);
    const started = await startLocked(this.#describeWork(entry, connection), isOlder);
    if (!started.ok) return this.#say({ state: 'failed', fault: started.error });
    this.#work = started.value.work;
    this.#sendForOthers(entry);
    await this.#turn.look();
    this.#sayLocked(entry, started.value);
  }

  #sendForOthers(open: VaultEntry): void {
    if (this.#vaults.length < 2 || isPractice) return;
    const { erased } = this.#compared;
    const shut = this.#vaults.filter((one) => erased.has(one.vaultId) && one.database !== open.database);
    void import('./send-for-others.ts').then(({ sendForOthers }) =>
      sendForOthers({ build: this.#parts.build, open: open.database, shut }),
    );
  }

  #sayLocked(entry: VaultEntry, { keys, work: { runner } }: LockedWork): void {
    const say = (): void => {
      if (this.#snapshot.state === 'unlocked') return;
      const before = this.#snapshot.state === 'locked' ? this.#snapshot : undefined;
      this.#say({
        state: 'locked',
        entry,
        vaults: this.#vaults,
        lost: this.#compared.lost,
        isBusy: before?.isBusy ?? false,
        trouble: before?.trouble,
        isErased: keys.wraps === undefined,
        isRebuilt: keys.isRebuilt,
        turn: this.#turn.state,
        waiting: keys.isStopped ? 0 : countWaiting(runner.disk),
      });
    };
    runner.listen({ moved: say });
    say();
  }

  async #openUnlocked(
    entry: VaultEntry,
    vault: Vault,
    opened: { readonly profile: Profile; readonly keys: StoredKeys },
  ): Promise<Result<void, OpenElsewhere | { readonly type: 'storage'; readonly fault: StorageFault }>> {
    const connection = this.#connection;
    if (!connection) return err({ type: 'storage', fault: 'handleDead' });
    const { startUnlocked } = await import('./start-unlocked.ts');
    if (!(await this.#turn.take())) return err({ type: 'elsewhere' });
    this.#work?.stop();
    this.#work = undefined;
    const started = await startUnlocked({ ...this.#describeWork(entry, connection), ...opened, vault });
    if (!started.ok) {
      this.#turn.giveBack();
      return err({ type: 'storage', fault: started.error });
    }
    const { work, device, vault: renewable } = started.value;
    this.#work = work;
    this.#device = device;
    this.#vault = renewable;
    noteLastUsed(entry.vaultId);
    this.#sayUnlocked(device);
    return ok(undefined);
  }

  #sayUnlocked(device: OpenDevice): void {
    const say = (): void =>
      this.#say({ state: 'unlocked', device, lost: this.#compared.lost, lock: locking.state });
    const locking = new Locking({
      clock: this.#parts.clock,
      flush: () => this.flush(),
      leave: () => this.#leave(),
      said: say,
    });
    this.#locking = locking;
    say();
  }

  #describeWork(entry: VaultEntry, connection: VaultConnection) {
    return { entry, connection, clock: this.#parts.clock, build: this.#parts.build };
  }

  #sayTurn(): void {
    const snapshot = this.#snapshot;
    if (snapshot.state === 'locked') this.#say({ ...snapshot, turn: this.#turn.state });
  }

  #createNotices(): ConnectionNotices {
    return {
      flushBeforeClosing: async () => void (await this.flush()),
      closedByNewerVersion: () => {
        this.#close();
        this.#say({ state: 'superseded' });
      },
    };
  }

  #say(snapshot: DeviceSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
