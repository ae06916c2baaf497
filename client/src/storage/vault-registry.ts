/** Which vaults live or begin on this device, and a marker of each outside IndexedDB, so that a lost one is noticed and said. */
import { Dexie, type Table } from 'dexie';
import type { StorageFault } from '#shared/custody/device-types';
import { countUnsent, isOlderThanNoted, noteOver, type Progress } from '#shared/custody/progress-marker';
import type { DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { foldLog } from './fold-log.ts';
import { type CookieMarker, noteMarkerSoon, readMarkerCookie, writeMarkerCookie } from './marker-cookie.ts';
import { KEPT_UNDER } from './realm.ts';
import { refuseNewer } from './migrations/refuse-newer.ts';
import { registryVersions } from './migrations/versions.ts';
import { nameStorageFault, openNamed } from './storage-fault.ts';

export interface VaultEntry {
  readonly vaultId: string;
  /** Random name of the vault's database. */
  readonly database: string;
  readonly device: DeviceId;
  /** Chosen by the person for a shared phone's lock screen; nothing else about them is in clear. */
  readonly initials: string;
}

/** `lastSeq`: the last sequence that this device is known to have given out; `unsent`: how many saves had not reached the commune. */
export interface LostDatabase {
  readonly vaultId: string;
  readonly device: DeviceId;
  readonly lastSeq: number;
  readonly unsent: number;
}

/** A vault whose commune has been asked for its name and has not answered: the same keys must be offered again. */
export interface UnfinishedEnrolment extends Omit<VaultEntry, 'device'> {
  /** Wall clock of the first asking, milliseconds. */
  readonly startedAt: number;
  /** Keys and code as custody hands them over. */
  readonly kept: unknown;
}

/** What a vault's own database says of its sequence. */
export interface FoundHead {
  readonly seq: number;
  /** Noticed before as one that came back older. */
  readonly isStopped: boolean;
  /** Ten wrong PINs: it sends, and opens no more. */
  readonly isErased: boolean;
}

export interface ComparedMarkers {
  readonly gone: readonly LostDatabase[];
  /** Ids of vaults that are here, whole in themselves, and must not send: they came back from before what they gave out. */
  readonly older: ReadonlySet<string>;
  /** Ids of vaults that no PIN opens any more. */
  readonly erased: ReadonlySet<string>;
}

/** Markers of before there was an `acked`, or `slots`, have none. */
interface Marker extends VaultEntry {
  readonly lastSeq: number;
  readonly acked?: number;
  readonly slots?: number;
}

/** Far longer than a code is good for. A clock that jumps costs a new invitation, no work. */
const UNFINISHED_FOR_MS = 7 * 24 * 60 * 60_000;

const REGISTRY = KEPT_UNDER;
const LAST_USED = `${KEPT_UNDER}.lastUsed`;
const MARKER_PREFIX = `${KEPT_UNDER}.vault.`;

class RegistryDatabase extends Dexie {
  declare readonly vaults: Table<VaultEntry, string>;
  declare readonly unfinished: Table<UnfinishedEnrolment, string>;

  constructor() {
    super(REGISTRY, { chromeTransactionDurability: 'strict' });
    for (const { version, stores } of registryVersions) this.version(version).stores(stores);
  }
}

/**
 * The entry is written before the marker: a marker without an entry always means a loss. What was unfinished ends in the
 * same transaction, so that no attempt can make two vaults.
 */
export async function registerVault(entry: VaultEntry): Promise<Result<void, StorageFault>> {
  const stored = await withRegistry((registry) =>
    registry.transaction('rw', [registry.vaults, registry.unfinished], async () => {
      await registry.vaults.put(entry);
      await registry.unfinished.clear();
    }),
  );
  if (stored.ok && !findMarker(entry.vaultId)) noteProgress(entry, { lastSeq: 0, acked: 0, slots: 0 });
  return stored;
}

/** Strictly, before the commune is asked. */
export async function keepUnfinished(enrolment: UnfinishedEnrolment): Promise<Result<void, StorageFault>> {
  return withRegistry(async (registry) => void (await registry.unfinished.put(enrolment)));
}

/** The newest one; any that is too old is dropped. */
export async function findUnfinished(
  now: number,
): Promise<Result<UnfinishedEnrolment | undefined, StorageFault>> {
  const oldest = now - UNFINISHED_FOR_MS;
  const listOld = ({ unfinished }: RegistryDatabase) => unfinished.where('startedAt').below(oldest);
  const found = await readRegistry(async (registry) => ({
    hasOld: (await listOld(registry).count()) > 0,
    last: await registry.unfinished.where('startedAt').aboveOrEqual(oldest).last(),
  }));
  if (!found.ok) return found;
  // Where the disk refuses it, it is no less over.
  if (found.value.hasOld) await withRegistry((registry) => listOld(registry).delete());
  return ok(found.value.last);
}

export async function dropUnfinished(vaultId: string): Promise<Result<void, StorageFault>> {
  return withRegistry((registry) => registry.unfinished.delete(vaultId));
}

export async function listVaults(): Promise<Result<readonly VaultEntry[], StorageFault>> {
  return readRegistry((registry) => registry.vaults.toArray());
}

/** After a person has read that the database is gone, or when a vault is taken off this device. */
export async function forgetVault(vaultId: string): Promise<Result<void, StorageFault>> {
  const deleted = await withRegistry((registry) => registry.vaults.delete(vaultId));
  if (deleted.ok) {
    localStorage.removeItem(MARKER_PREFIX + vaultId);
    writeMarkerCookie(readMarkerCookie().filter((one) => one.vaultId !== vaultId));
  }
  return deleted;
}

/** Noted whenever a device's disk has moved. */
export function noteProgress(entry: VaultEntry, told: Progress): void {
  const marker = findMarker(entry.vaultId);
  const noted = noteOver(marker && { slots: 0, acked: -1, ...marker }, told);
  if (noted) writeMarker({ ...entry, ...noted });
}

/** As far as the marker remembers; undefined where there is none. */
export function findProgress(vaultId: string): Progress | undefined {
  const marker = findMarker(vaultId);
  return marker && { slots: 0, acked: marker.lastSeq, ...marker };
}

/** The book that was open last is the one that is asked for first. A browser that refuses to note it asks for any. */
export function noteLastUsed(vaultId: string): void {
  try {
    localStorage.setItem(LAST_USED, vaultId);
  } catch {
    return;
  }
}

export function findLastUsed(): string | undefined {
  return localStorage.getItem(LAST_USED) ?? undefined;
}

/**
 * Holds every vault's own database against its marker. `readHead` answers undefined when there is none or an empty one:
 * that one is gone. A head behind the marker is a database that came back older than it was, with its keys and its work.
 */
export async function compareWithMarkers(
  readHead: (entry: VaultEntry) => Promise<FoundHead | undefined>,
): Promise<ComparedMarkers> {
  const gone: LostDatabase[] = [];
  const [older, erased] = [new Set<string>(), new Set<string>()];
  for (const { lastSeq, acked = lastSeq, slots = 0, ...entry } of listMarkers()) {
    const found = await readHead(entry);
    if (!found) gone.push(describeLost({ ...entry, lastSeq, acked, slots }));
    else if (isOlderThanNoted({ lastSeq }, found)) older.add(entry.vaultId);
    if (found?.isErased) erased.add(entry.vaultId);
  }
  gone.push(...(await listLostByCookie()));
  return { gone, older, erased };
}

function describeLost({ vaultId, device, ...progress }: CookieMarker): LostDatabase {
  const { lastSeq } = progress;
  return { vaultId, device: device as DeviceId, lastSeq, unsent: countUnsent(progress) };
}

/** All else that this browser kept of them is gone, markers and registry too. */
async function listLostByCookie(): Promise<LostDatabase[]> {
  const marked = new Set(listMarkers().map(({ vaultId }) => vaultId));
  const left = readMarkerCookie().filter(({ vaultId }) => !marked.has(vaultId));
  if (left.length === 0) return [];
  const vaults = await listVaults();
  const here = new Set(vaults.ok ? vaults.value.map(({ vaultId }) => vaultId) : undefined);
  return vaults.ok ? left.filter(({ vaultId }) => !here.has(vaultId)).map(describeLost) : [];
}

/** Entries that only the markers remember: a registry that was lost alone is written again. */
export async function restoreEntries(lost: readonly LostDatabase[]): Promise<void> {
  const gone = new Set(lost.map(({ vaultId }) => vaultId));
  for (const { lastSeq: _lastSeq, acked: _acked, slots: _slots, ...entry } of listMarkers()) {
    if (gone.has(entry.vaultId)) continue;
    await withRegistry(async (registry) => {
      if (!(await registry.vaults.get(entry.vaultId))) await registry.vaults.put(entry);
    });
  }
}

/** A store that is too full to be folded can still be read. */
async function readRegistry<T>(work: (registry: RegistryDatabase) => Promise<T>) {
  return withRegistry(work, () => foldLog().catch(() => undefined));
}

/** Nothing is written behind a log that could not be folded. */
async function withRegistry<T>(
  work: (registry: RegistryDatabase) => Promise<T>,
  prepare = foldLog,
): Promise<Result<T, StorageFault>> {
  const registry = new RegistryDatabase();
  try {
    await prepare();
    await openNamed(registry);
    refuseNewer(registry, registryVersions);
    return ok(await work(registry));
  } catch (thrown) {
    return err(nameStorageFault(thrown));
  } finally {
    registry.close();
  }
}

function listMarkers(): Marker[] {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  const ours = keys.filter((key) => key.startsWith(MARKER_PREFIX));
  return ours
    .map((key) => findMarker(key.slice(MARKER_PREFIX.length)))
    .filter((marker) => marker !== undefined);
}

function findMarker(vaultId: string): Marker | undefined {
  const text = localStorage.getItem(MARKER_PREFIX + vaultId);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Marker;
  } catch {
    return undefined;
  }
}

/** A refused marker (private mode, full) costs the warning, not the work. */
function writeMarker(marker: Marker): void {
  try {
    localStorage.setItem(MARKER_PREFIX + marker.vaultId, JSON.stringify(marker));
  } catch {
    // Nothing to do: the server's own count of this device's saves still names a loss.
  }
  const { vaultId, device, lastSeq, acked = 0, slots = 0 } = marker;
  noteMarkerSoon({ vaultId, device, lastSeq, acked, slots });
}
