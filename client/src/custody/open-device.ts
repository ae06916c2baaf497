/** What an unlocked device offers the screens: the work, the line, signed requests, and what it knows of itself. */
import type * as z from 'zod/mini';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import type { DeviceStanding } from '#shared/contracts/sync';
import { isOfTeam } from '#shared/model/collection';
import { isServerLost } from '#shared/custody/device-disk';
import type { DeviceDisk } from '#shared/custody/device-types';
import type { Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import { deleteKey } from '../storage/keep-keys.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { findProgress, type VaultEntry } from '../storage/vault-registry.ts';
import { VaultLocked, VaultStopped } from '../vault/vault-locked.ts';
import { findClockError } from './commune-time.ts';
import { createWork } from './create-work.ts';
import { createOfficeMemory, type OfficeMemory } from './office-memory.ts';
import { KeptCalendar } from './kept-calendar.ts';
import type { DeviceWork, OpenRecords } from './device-work.ts';
import type { EnrolFault, EnrolInput } from './enrol.ts';
import { LockedEntries } from './locked-entries.ts';
import { offerLockedWriting } from './locked-key.ts';
import { DEFAULT_LEASE_DAYS, isLeaseOver, noteAnswer, noteUnlockDay } from './lease.ts';
import { findMissingPlaces, type MissingPlaces } from './missing-places.ts';
import { encryptProfile, type Profile } from './profile.ts';
import type { SendFault } from './read-refusal.ts';
import { refreshSelf, type SelfKnowledge } from './refresh-self.ts';
import { rejoin } from './rejoin.ts';
import { findKeepFrom, PieceRelease } from './release-ciphertext.ts';
import type { LineState } from './sender.ts';
import { requestBytes, requestJson, type SignedAsk } from './signed-request.ts';
import { type ContactNote, type StoredKeys, writeStoredKeys } from './stored-keys.ts';
import { StorageLight } from './storage-light.ts';
import { ToldLists } from './told-lists.ts';
import type { Work } from './work.ts';

export interface OpenDeviceParts {
  readonly entry: VaultEntry;
  readonly clock: Clock;
  readonly connection: VaultConnection;
  readonly work: DeviceWork;
  readonly records: OpenRecords;
  readonly profile: Profile;
  readonly keys: StoredKeys;
  readonly build: string;
}

export interface DeviceFacts {
  readonly profile: Profile;
  readonly standing: DeviceStanding;
  /** Why nothing of this device can arrive before a person acts; undefined when all is well. */
  readonly trouble: DeviceTrouble | undefined;
  /** Too long without a word from the commune. Worked out only: no screen obeys it yet. */
  readonly isCaptureOnly: boolean;
  readonly line: LineState;
  /** The database was built again from its second copy, and nobody has said yet that they have read so. */
  readonly isRebuilt: boolean;
  /** This phone's sequence ends before what is remembered of it elsewhere; undefined while it does not. */
  readonly missing: MissingPlaces | undefined;
  /** Milliseconds by which this device's clock is ahead of the commune's; 0 while nobody says that it is wrong. */
  readonly clockError: number;
  /** Of the commune's own days and hours; undefined where it has said nothing. */
  readonly calendarVersion: number | undefined;
}

export type DeviceTrouble =
  | 'deviceRevoked'
  /** The commune came back from a backup that is older than this device. */
  | 'deviceUnknown'
  /** The database came back from before what it had given out, as after a power cut. */
  | 'older'
  /** The server knows another history under our name. */
  | 'historyForked'
  /** The server lacks what we let go of, because it had said that it was backed up. */
  | 'serverLost';

function findTrouble(disk: DeviceDisk, line: LineState, isStopped: boolean): DeviceTrouble | undefined {
  if (isStopped) return 'older';
  if (disk.standing === 'revoked') return 'deviceRevoked';
  if (line.refusedAs === 'deviceUnknown') return 'deviceUnknown';
  if (disk.forked) return 'historyForked';
  return isServerLost(disk) ? 'serverLost' : undefined;
}

/** Every unlocking asks; a machine that stays open all day asks again. */
const ASK_SELF_AFTER_MS = 3_600_000;

export class OpenDevice {
  readonly entry: VaultEntry;
  /** The last answers of office screens, under the vault. */
  readonly memory: OfficeMemory;
  /** What was written while the phone was locked, and waits for a person. */
  readonly locked: LockedEntries;
  readonly #parts: OpenDeviceParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #work: Work;
  #facts: DeviceFacts;
  #contact: ContactNote;
  #isRefreshing = false;
  /** Monotonic instant of the last answer about this device itself. */
  #askedSelfAt = -Infinity;
  readonly #calendar: KeptCalendar;
  readonly #toldLists: ToldLists;
  readonly #storage: StorageLight;
  readonly #release: PieceRelease;
  #isRebuilt: boolean;
  #lacksCommuneKey: boolean;

  constructor(parts: OpenDeviceParts) {
    this.entry = parts.entry;
    this.#parts = parts;
    const { connection, records } = parts;
    this.memory = createOfficeMemory({ vault: records.vault, vaultId: parts.entry.vaultId, connection });
    this.#toldLists = new ToldLists(this.memory, () => records.store.tell());
    this.#release = new PieceRelease({ connection, runner: parts.work.runner, store: records.store });
    this.#storage = new StorageLight({
      clock: parts.clock,
      journal: connection.journal,
      makeRoom: () => this.#release.makeRoom(),
    });
    this.#stops.push(() => this.#storage.stop());
    this.#work = createWork({ ...parts, toldLists: this.#toldLists, storage: this.#storage });
    this.locked = new LockedEntries({ vault: records.vault, wraps: parts.keys.wraps, connection });
    this.#calendar = new KeptCalendar(this.memory, () => this.#takeProfile(this.#facts.profile));
    this.#contact = parts.keys.contact;
    this.#isRebuilt = parts.keys.isRebuilt;
    this.#lacksCommuneKey = !parts.keys.wraps?.matchKey;
    this.#facts = this.#gatherFacts(parts.profile);
    const { runner, sender, attachments } = parts.work;
    this.#stops.push(
      runner.listen({ moved: () => this.#noteMove() }),
      sender.subscribe(() => this.#noteLine()),
      attachments.subscribe(() => parts.records.store.tell()),
    );
    this.#noteUnlock();
    this.#offerLockedWriting();
    void this.locked.load();
    void this.#calendar.recall();
    void this.#toldLists.recall();
  }

  /** Called when facts or line change; records have their own subscription in `work.store`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until one of the facts changes. */
  readonly getSnapshot = (): DeviceFacts => this.#facts;

  /** What screens are handed; another object only when the profile has changed. */
  get work(): Work {
    return this.#work;
  }

  sendNow(): Promise<void> {
    return this.#parts.work.sender.sendNow();
  }

  /** A request of the office, signed with the read key and checked against its contract. */
  requestJson<T>(ask: SignedAsk, schema: z.ZodMiniType<T>): Promise<Result<T, SendFault>> {
    return requestJson(this.#parts.work.transport, ask, schema);
  }

  requestBytes(ask: SignedAsk): Promise<Result<Uint8Array, SendFault>> {
    return requestBytes(this.#parts.work.transport, ask);
  }

  /** With a fresh invitation, when the commune came back from a backup that does not know this device. */
  async rejoin(input: Pick<EnrolInput, 'code' | 'deviceName'>): Promise<Result<Profile, EnrolFault>> {
    const { connection, records, build } = this.#parts;
    const parts = {
      device: this.entry.device,
      vault: records.vault,
      connection,
      profile: this.#facts.profile,
    };
    const joined = await rejoin(parts, { ...input, build });
    if (!joined.ok) return joined;
    this.#takeProfile(joined.value);
    void this.sendNow();
    return joined;
  }

  /** What was set here just now is known to this machine before it is told so. */
  keepCalendar(calendar: CommuneCalendar): void {
    this.#calendar.keep(calendar);
  }

  /** Asks again what this device may know beside records. */
  renewSelf(): Promise<void> {
    return this.#refresh();
  }

  /** Seconds that so many bytes will take on this line; undefined while nothing is known of it. */
  findSeconds(bytes: number): number | undefined {
    return this.#parts.work.transport.line.findSeconds(bytes);
  }

  async noteRebuiltRead(): Promise<void> {
    this.#isRebuilt = false;
    this.#tellIfChanged(this.#gatherFacts(this.#facts.profile));
    await this.#parts.connection.run((db) => deleteKey(db, 'isRebuilt'));
  }

  /** Somebody has read how far the commune has the work of phones before this one. */
  async noteFormerRead(): Promise<void> {
    const { former: _, ...profile } = this.#facts.profile;
    this.#takeProfile(profile);
    const { connection, records } = this.#parts;
    const cipher = await encryptProfile(records.vault, this.entry.vaultId, profile);
    await connection.run((db) => writeStoredKeys(db, { profile: cipher }));
  }

  /** Records whose ciphertext did not open: shown as locked, never deleted. */
  countDamaged(): number {
    return this.#parts.records.loader.listDamaged().length;
  }

  /** Ends the worker and with it every key; whatever was to be saved has been saved before. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#parts.records.vault.lock();
  }

  #noteMove(): void {
    const { runner } = this.#parts.work;
    const before = this.#facts.standing;
    this.#tellIfChanged(this.#gatherFacts(this.#facts.profile));
    this.#parts.records.store.tell();
    if (before !== 'approved' && runner.disk.standing === 'approved') void this.#refresh();
  }

  #noteLine(): void {
    const { clock, work, records, connection, keys } = this.#parts;
    const line = work.sender.getSnapshot();
    const answered = line.lastAnswerAt !== this.#facts.line.lastAnswerAt;
    this.#tellIfChanged(this.#gatherFacts(this.#facts.profile));
    if (!answered) return;
    const { runner } = work;
    // The commune's word about places is not about those of a book that came back older.
    if (!keys.isStopped)
      runner.dispatch({ type: 'releaseAsked', keepFrom: findKeepFrom(runner.disk, records.store) });
    void this.#release.releaseOnNews();
    const contact = noteAnswer(this.#contact, clock.wall());
    if (contact !== this.#contact) void connection.run((db) => writeStoredKeys(db, { contact }));
    this.#contact = contact;
    const lacksKey = runner.disk.standing === 'approved' && this.#lacksCommuneKey;
    // Asked behind the first answer, whose nonce it may use, and never without a line.
    const isOld = clock.monotonic() - this.#askedSelfAt > ASK_SELF_AFTER_MS;
    if (isOld || lacksKey) void this.#refresh();
  }

  #noteUnlock(): void {
    const { clock, connection } = this.#parts;
    const day = new Date(clock.wall()).toISOString().slice(0, 10);
    const contact = noteUnlockDay(this.#contact, day);
    if (contact === this.#contact) return;
    this.#contact = contact;
    void connection.run((db) => writeStoredKeys(db, { contact }));
  }

  /** Whoever writes people down may do so on the locked phone, from the next lock on. */
  #offerLockedWriting(): void {
    const { keys, profile, connection } = this.#parts;
    const writeKey = keys.wraps?.publicParts.writeKey;
    if (writeKey === undefined || !isOfTeam(profile.member.role)) return;
    void connection.run((db) => offerLockedWriting(db, writeKey));
  }

  async #refresh(): Promise<void> {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    const told = await this.#askSelf();
    this.#isRefreshing = false;
    if (!told) return;
    this.#askedSelfAt = this.#parts.clock.monotonic();
    if (told.calendar) this.#calendar.keep(told.calendar);
    this.#lacksCommuneKey = !told.hasCommuneKey;
    if (JSON.stringify(told.profile) === JSON.stringify(this.#facts.profile)) return;
    this.#takeProfile(told.profile);
  }

  #takeProfile(profile: Profile): void {
    this.#work = createWork({
      ...this.#parts,
      profile,
      toldLists: this.#toldLists,
      storage: this.#storage,
      calendar: this.#calendar.get(),
    });
    this.#tellIfChanged(this.#gatherFacts(profile));
  }

  /** A vault that is locked meanwhile has no more questions. */
  async #askSelf(): Promise<SelfKnowledge | undefined> {
    const { records, connection, work } = this.#parts;
    const calendarVersion = this.#calendar.get()?.version ?? 0;
    const parts = { vault: records.vault, connection, request: work.transport, calendarVersion };
    try {
      return await refreshSelf(parts, this.#facts.profile);
    } catch (thrown) {
      if (thrown instanceof VaultLocked || thrown instanceof VaultStopped) return undefined;
      throw thrown;
    }
  }

  #gatherFacts(profile: Profile): DeviceFacts {
    const { clock, work } = this.#parts;
    const { disk } = work.runner;
    const line = work.sender.getSnapshot();
    const leaseDays = profile.told?.leaseDays ?? DEFAULT_LEASE_DAYS;
    return {
      profile,
      standing: disk.standing,
      trouble: findTrouble(disk, line, this.#parts.keys.isStopped),
      isCaptureOnly: this.#contact.lastAnswerAt > 0 && isLeaseOver(this.#contact, clock.wall(), leaseDays),
      line,
      isRebuilt: this.#isRebuilt,
      missing: this.#findMissing(line.communeSeq),
      clockError: findClockError(line.communeTime, clock),
      calendarVersion: this.#calendar.get()?.version,
    };
  }

  /** The same object while it says the same. The marker is looked at only where there may be something to say. */
  #findMissing(communeSeq: number | undefined): MissingPlaces | undefined {
    const here = this.#parts.work.runner.disk.head.seq;
    const { isStopped } = this.#parts.keys;
    if (!isStopped && (communeSeq ?? 0) <= here) return undefined;
    const marker = isStopped ? findProgress(this.entry.vaultId) : undefined;
    const missing = findMissingPlaces({ here, communeSeq, marker });
    const before = this.#facts?.missing;
    return JSON.stringify(before) === JSON.stringify(missing) ? before : missing;
  }

  #tellIfChanged(facts: DeviceFacts): void {
    const keys = Object.keys(facts) as (keyof DeviceFacts)[];
    if (keys.every((key) => facts[key] === this.#facts[key])) return;
    this.#facts = facts;
    for (const listener of this.#listeners) listener();
  }
}
