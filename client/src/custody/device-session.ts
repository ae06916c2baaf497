/**
 * A device from the page's opening to its lock: which vault is here, whether it is open, and the parts that screens use.
 * Knows no screen and keeps no key: closing it leaves nothing readable behind.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { isPageShown, watchPage } from '../platform/page-life.ts';
import { askForPersistence } from '../platform/storage-space.ts';
import { openTabChannel, type TabChannel } from '../platform/tab-channel.ts';
import { readHead } from '../storage/read-head.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import { stopSending } from '../storage/stop-sending.ts';
import {
  compareWithMarkers,
  dropUnfinished,
  findUnfinished,
  listVaults,
  type LostDatabase,
  restoreEntries,
  type VaultEntry,
} from '../storage/vault-registry.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { DeviceSnapshot, OpenWish } from './device-snapshot.ts';
import { type DeviceWork, startWork, type WorkParts } from './device-work.ts';
import type { EnrolInput } from './enrol.ts';
import type { JoinFault, Joining, JoiningParts } from './joining.ts';
import type { OpenDevice } from './open-device.ts';
import { countWaiting } from './heartbeat.ts';
import { Locking } from './locking.ts';
import type { Profile } from './profile.ts';
import { createRenewableVault, type RenewableVault, renewWithPin } from './renewable-vault.ts';
import { readStoredKeys, type StoredKeys } from './stored-keys.ts';
import { heedVault, unlockVault, type UnlockTrouble, type VaultSilent } from './unlock.ts';

export interface SessionParts extends Omit<JoiningParts, 'createNotices'> {
  /** Leaves the page for the lock page, so that nothing readable stays in memory. */
  readonly leave: () => void;
}

type SessionNews = 'lock';

export class DeviceSession {
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  #snapshot: DeviceSnapshot = { state: 'opening' };
  #lost: readonly LostDatabase[] = [];
  #older: ReadonlySet<string> = new Set();
  #vaults: readonly VaultEntry[] = [];
  #connection: VaultConnection | undefined;
  #work: DeviceWork | undefined;
  #device: OpenDevice | undefined;
  #vault: RenewableVault | undefined;
  #locking: Locking | undefined;
  #news: TabChannel<SessionNews> | undefined;
  #joining: Joining | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    watchPage({
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
   * begins to send for it. One that came back older is opened when there is no other, or a person asks for it; an
   * invitation then makes a vault beside it.
   */
  async open({ vaultId, isInvited }: OpenWish = {}): Promise<void> {
    // A PIN that is being judged belongs to the vault that it was typed for.
    if ('isBusy' in this.#snapshot && this.#snapshot.isBusy) return;
    this.#close();
    this.#say({ state: 'opening' });
    const { gone, older } = await compareWithMarkers(readHead);
    await restoreEntries(gone);
    this.#lost = gone;
    this.#older = older;
    const vaults = await listVaults();
    if (!vaults.ok) return this.#say({ state: 'failed', fault: vaults.error });
    const isGone = new Set(gone.map((one) => one.vaultId));
    this.#vaults = vaults.value.filter((one) => !isGone.has(one.vaultId));
    const entry =
      this.#vaults.find((one) => one.vaultId === vaultId) ??
      this.#vaults.find((one) => !older.has(one.vaultId)) ??
      (isInvited ? undefined : this.#vaults[0]);
    return entry ? this.#openLocked(entry) : this.#askToJoin();
  }

  async #askToJoin(): Promise<void> {
    const found = await findUnfinished(this.#parts.clock.wall());
    if (!found.ok) return this.#say({ state: 'failed', fault: found.error });
    const lost = this.#lost;
    if (!found.value) return this.#say({ state: 'noVault', lost });
    const { vaultId, initials } = found.value;
    const prompt = { isBusy: false, trouble: undefined, isErased: false };
    this.#say({ state: 'unfinished', vaultId, initials, lost, ...prompt });
  }

  async beginEnrolment(pin: string): Promise<Result<void, UnlockFault | VaultSilent>> {
    return (await this.#startJoining()).begin(pin);
  }

  /** Fetched when somebody joins: a phone that is only unlocked does without. */
  async #startJoining(): Promise<Joining> {
    const { Joining: Attempt } = await import('./joining.ts');
    return (this.#joining ??= new Attempt({ ...this.#parts, createNotices: () => this.#createNotices() }));
  }

  /** The person has forgotten that PIN, or wants to join with another code. */
  async dropUnfinished(): Promise<void> {
    if (this.#snapshot.state !== 'unfinished') return;
    await dropUnfinished(this.#snapshot.vaultId);
    this.#say({ state: 'noVault', lost: this.#lost });
  }

  async #resume(
    snapshot: Extract<DeviceSnapshot, { state: 'unfinished' }>,
    pin: string,
  ): Promise<Result<void, UnlockTrouble>> {
    this.#say({ ...snapshot, isBusy: true, trouble: undefined });
    const resumed = await (await this.#startJoining()).resume(pin);
    if (!resumed.ok) {
      const isErased = resumed.error.type === 'erased';
      this.#say({ ...snapshot, isBusy: false, isErased, trouble: resumed.error });
      return resumed;
    }
    const { initials } = snapshot;
    this.#say({ state: 'noVault', lost: this.#lost, resumed: { code: resumed.value, initials } });
    return ok(undefined);
  }

  /** After `beginEnrolment`, as often as it takes. Leaves the device unlocked. */
  async enrol(input: Omit<EnrolInput, 'build'>): Promise<Result<Profile, JoinFault>> {
    const joined = await (await this.#startJoining()).submit(input);
    if (!joined.ok) {
      if (joined.error.type === 'vaultStopped') await this.#askToJoin();
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
    if (!opened.ok) await this.#openLocked(entry);
    // Asked now, when the browser has seen what the page is for; a refusal changes nothing here.
    void askForPersistence();
    return opened.ok ? ok(profile) : opened;
  }

  async unlock(pin: string): Promise<Result<void, UnlockTrouble>> {
    const snapshot = this.#snapshot;
    const connection = this.#connection;
    if (snapshot.state === 'unfinished' && !snapshot.isBusy) return this.#resume(snapshot, pin);
    if (snapshot.state !== 'locked' || !connection || snapshot.isBusy) return ok(undefined);
    this.#say({ ...snapshot, isBusy: true, trouble: undefined });
    const { entry } = snapshot;
    const opened = await heedVault(() => this.#openWithPin(entry, connection, pin));
    if (opened.ok) return opened;
    const isErased = snapshot.isErased || opened.error.type === 'erased';
    this.#say({ ...snapshot, isBusy: false, isErased, trouble: opened.error });
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
    // A tab in the background that grew idle must not lock the one that somebody works in.
    if (isPageShown()) this.#news?.tell('lock');
    this.#close();
    this.#parts.leave();
  }

  #close(): void {
    this.#locking?.stop();
    this.#device?.stop();
    this.#work?.stop();
    this.#connection?.close();
    this.#news?.close();
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
    this.#hearNews(entry);
    const stopped = this.#older.has(entry.vaultId) ? await connection.run(stopSending) : ok(undefined);
    if (!stopped.ok) return this.#say({ state: 'failed', fault: stopped.error });
    const keys = await connection.run(readStoredKeys);
    if (!keys.ok) return this.#say({ state: 'failed', fault: keys.error });
    if (!keys.value) return this.#say({ state: 'failed', fault: 'evicted' });
    const work = await startWork(this.#describeWork(entry, connection, keys.value));
    if (!work.ok) return this.#say({ state: 'failed', fault: work.error });
    this.#work = work.value;
    const { runner } = work.value;
    const say = (trouble?: UnlockTrouble): void => {
      if (this.#snapshot.state === 'unlocked') return;
      this.#say({
        state: 'locked',
        entry,
        vaults: this.#vaults,
        lost: this.#lost,
        isBusy: this.#snapshot.state === 'locked' && this.#snapshot.isBusy,
        trouble: trouble ?? (this.#snapshot.state === 'locked' ? this.#snapshot.trouble : undefined),
        isErased: keys.value?.wraps === undefined,
        waiting: keys.value?.isStopped ? 0 : countWaiting(runner.disk),
      });
    };
    runner.listen({ moved: () => say() });
    say();
  }

  async #openUnlocked(
    entry: VaultEntry,
    vault: Vault,
    opened: { readonly profile: Profile; readonly keys: StoredKeys },
  ): Promise<Result<void, { readonly type: 'storage'; readonly fault: StorageFault }>> {
    const connection = this.#connection;
    if (!connection) return err({ type: 'storage', fault: 'handleDead' });
    const { clock, build } = this.#parts;
    const { OpenDevice: Opened } = await import('./open-device.ts');
    this.#work?.stop();
    this.#work = undefined;
    const renewable = createRenewableVault(vault);
    const parts = this.#describeWork(entry, connection, opened.keys);
    const started = await startWork({ ...parts, vault: renewable.vault });
    if (!started.ok) return err({ type: 'storage', fault: started.error });
    const { records } = started.value;
    if (!records) throw new Error('An unlocked vault has opened no records.');
    this.#work = started.value;
    this.#device = new Opened({
      entry,
      clock,
      build,
      connection,
      records,
      work: started.value,
      ...opened,
    });
    this.#vault = renewable;
    this.#hearNews(entry);
    this.#sayUnlocked(this.#device);
    return ok(undefined);
  }

  #sayUnlocked(device: OpenDevice): void {
    const say = (): void => this.#say({ state: 'unlocked', device, lost: this.#lost, lock: locking.state });
    const locking = new Locking({
      clock: this.#parts.clock,
      flush: () => this.flush(),
      leave: () => this.#leave(),
      said: say,
    });
    this.#locking = locking;
    say();
  }

  #describeWork(entry: VaultEntry, connection: VaultConnection, keys: StoredKeys): WorkParts {
    return { entry, connection, keys, clock: this.#parts.clock, build: this.#parts.build };
  }

  /** Locked in one tab is locked in all. */
  #hearNews(entry: VaultEntry): void {
    this.#news?.close();
    this.#news = openTabChannel<SessionNews>(`${entry.database}.session`);
    this.#news.hear(() => {
      if (this.#snapshot.state === 'unlocked') void this.lock();
    });
  }

  #createNotices(): { flushBeforeClosing: () => Promise<void>; closedByNewerVersion: () => void } {
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
