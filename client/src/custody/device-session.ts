/**
 * A device from the page's opening to its lock: which vault is here, whether it is open, and the parts that screens use.
 * Knows no screen and keeps no key: closing it leaves nothing readable behind.
 */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
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
  forgetVault,
  listVaults,
  type LostDatabase,
  restoreEntries,
  type VaultEntry,
} from '../storage/vault-registry.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { DeviceSnapshot } from './device-snapshot.ts';
import { type DeviceWork, startWork, type WorkParts } from './device-work.ts';
import { type EnrolFault, type EnrolInput, Enrolment } from './enrol.ts';
import { reopenEnrolment } from './kept-enrolment.ts';
import { OpenDevice } from './open-device.ts';
import type { Profile } from './profile.ts';
import { readStoredKeys, type StoredKeys } from './stored-keys.ts';
import { unlockVault, type UnlockTrouble } from './unlock.ts';

export interface SessionParts {
  readonly clock: Clock;
  readonly build: string;
  /** A fresh vault in a fresh worker, locked. */
  readonly startVault: () => Vault;
  /** Leaves the page for the lock page, so that nothing readable stays in memory. */
  readonly leave: () => void;
}

/** Which vault, if there are several; `isInvited`: the address carries an invitation. */
export interface OpenWish {
  readonly vaultId?: string;
  readonly isInvited?: boolean;
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
  #news: TabChannel<SessionNews> | undefined;
  #enrolment: Enrolment | undefined;

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

  /** A person has read that a database is gone: it is not said again. */
  async forgetLost(vaultId: string): Promise<void> {
    await forgetVault(vaultId);
    this.#lost = this.#lost.filter((one) => one.vaultId !== vaultId);
    if ('lost' in this.#snapshot) this.#say({ ...this.#snapshot, lost: this.#lost });
  }

  /** Makes the keys of a new vault under this PIN; about three derivations long. */
  async beginEnrolment(pin: string): Promise<Result<void, UnlockFault>> {
    const { clock, startVault } = this.#parts;
    const begun = await Enrolment.begin(startVault(), {
      pin,
      notices: this.#createNotices(),
      now: clock.wall(),
    });
    if (!begun.ok) return begun;
    this.#enrolment?.vault.lock();
    this.#enrolment = begun.value;
    return ok(undefined);
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
    const { clock, startVault } = this.#parts;
    const vault = startVault();
    const reopened = await reopenEnrolment(vault, pin, clock.wall());
    if (!reopened.ok) {
      vault.lock();
      const isErased = reopened.error.type === 'erased';
      this.#say({ ...snapshot, isBusy: false, isErased, trouble: reopened.error });
      return reopened;
    }
    const { code, ...begun } = reopened.value;
    this.#enrolment = new Enrolment({ vault, ...begun, notices: this.#createNotices() });
    this.#say({ state: 'noVault', lost: this.#lost, resumed: { code, initials: snapshot.initials } });
    return ok(undefined);
  }

  /** After `beginEnrolment`; may be tried again with another code or on a better line. Leaves the device unlocked. */
  async enrol(
    input: Omit<EnrolInput, 'build'>,
  ): Promise<Result<Profile, EnrolFault | { readonly type: 'notBegun' }>> {
    const enrolment = this.#enrolment;
    if (!enrolment) return err({ type: 'notBegun' });
    const enrolled = await enrolment.submit({ ...input, build: this.#parts.build });
    if (!enrolled.ok) return enrolled;
    const { entry, connection, profile } = enrolled.value;
    this.#enrolment = undefined;
    this.#work?.stop();
    this.#connection?.close();
    this.#connection = connection;
    this.#vaults = [...this.#vaults, entry];
    const keys = await connection.run(readStoredKeys);
    if (!keys.ok || !keys.value) return err({ type: 'storage', fault: keys.ok ? 'evicted' : keys.error });
    const opened = await this.#openUnlocked(entry, enrolment.vault, { profile, keys: keys.value });
    // Asked now, when the browser has seen what the page is for; a refusal changes nothing here.
    void askForPersistence();
    return opened.ok ? ok(profile) : err({ type: 'storage', fault: opened.error });
  }

  async unlock(pin: string): Promise<Result<void, UnlockTrouble>> {
    const snapshot = this.#snapshot;
    const connection = this.#connection;
    if (snapshot.state === 'unfinished' && !snapshot.isBusy) return this.#resume(snapshot, pin);
    if (snapshot.state !== 'locked' || !connection || snapshot.isBusy) return ok(undefined);
    this.#say({ ...snapshot, isBusy: true, trouble: undefined });
    const vault = this.#parts.startVault();
    const unlocked = await unlockVault({ connection, clock: this.#parts.clock, vault }, pin);
    if (!unlocked.ok) {
      vault.lock();
      const isErased = snapshot.isErased || unlocked.error.type === 'erased';
      this.#say({ ...snapshot, isBusy: false, isErased, trouble: unlocked.error });
      return unlocked;
    }
    this.#work?.stop();
    const opened = await this.#openUnlocked(snapshot.entry, vault, unlocked.value);
    if (opened.ok) return opened;
    const trouble = { type: 'storage', fault: opened.error } as const;
    vault.lock();
    this.#say({ ...snapshot, isBusy: false, trouble });
    return err(trouble);
  }

  /**
   * Everything typed is queued first; then the keys, the database and the page go. `unsaved`: the disk refused, so that
   * leaving would lose what is in memory; only a person may decide that (`evenUnsaved`).
   */
  async lock(how: { readonly evenUnsaved?: boolean } = {}): Promise<'locked' | 'unsaved'> {
    const isSaved = await this.flush();
    if (!isSaved && how.evenUnsaved !== true) return 'unsaved';
    // A tab in the background that grew idle must not lock the one that somebody works in.
    if (isPageShown()) this.#news?.tell('lock');
    this.#close();
    this.#parts.leave();
    return 'locked';
  }

  /** Before an update, a print or anything else that may cost the page: true when nothing typed is in memory only. */
  async flush(): Promise<boolean> {
    const flushed = await this.#device?.work.drafts.finishAll();
    return flushed?.ok ?? true;
  }

  #close(): void {
    this.#device?.stop();
    this.#work?.stop();
    this.#connection?.close();
    this.#news?.close();
    this.#device = undefined;
    this.#work = undefined;
    this.#connection = undefined;
  }

  async #openLocked(entry: VaultEntry): Promise<void> {
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
  ): Promise<Result<void, StorageFault>> {
    const connection = this.#connection;
    if (!connection) return err('handleDead');
    const { clock, build } = this.#parts;
    const started = await startWork({ ...this.#describeWork(entry, connection, opened.keys), vault });
    if (!started.ok) return started;
    const { records } = started.value;
    if (!records) throw new Error('An unlocked vault has opened no records.');
    this.#work = started.value;
    this.#device = new OpenDevice({
      entry,
      clock,
      build,
      connection,
      records,
      work: started.value,
      ...opened,
    });
    this.#hearNews(entry);
    this.#say({ state: 'unlocked', device: this.#device, lost: this.#lost });
    return ok(undefined);
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

function countWaiting(disk: DeviceWork['runner']['disk']): number {
  return Object.keys(disk.slots).length + disk.queue.filter((item) => item.seq > disk.acked).length;
}
