/** Which vaults live on this device, and a marker of each outside IndexedDB, so that a lost database is noticed and said. */
import { Dexie, type Table } from 'dexie';
import type { StorageFault } from '#shared/custody/device-types';
import type { DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { registryVersions } from './migrations/versions.ts';
import { nameStorageFault } from './storage-fault.ts';

export interface VaultEntry {
  readonly vaultId: string;
  /** Random name of the vault's database. */
  readonly database: string;
  readonly device: DeviceId;
  /** Chosen by the person for a shared phone's lock screen; nothing else about them is in clear. */
  readonly initials: string;
}

/** `lastSeq`: the last sequence that this device is known to have given out. */
export interface LostDatabase {
  readonly vaultId: string;
  readonly device: DeviceId;
  readonly lastSeq: number;
}

interface Marker extends VaultEntry {
  readonly lastSeq: number;
}

const REGISTRY = 'go-cua';
const MARKER_PREFIX = 'go-cua.vault.';

class RegistryDatabase extends Dexie {
  declare readonly vaults: Table<VaultEntry, string>;

  constructor() {
    super(REGISTRY, { chromeTransactionDurability: 'strict' });
    for (const { version, stores } of registryVersions) this.version(version).stores(stores);
  }
}

/** The entry is written before the marker: a marker without an entry always means a loss. */
export async function registerVault(entry: VaultEntry): Promise<Result<void, StorageFault>> {
  const stored = await withRegistry((registry) => registry.vaults.put(entry));
  if (!stored.ok) return stored;
  writeMarker({ ...entry, lastSeq: 0 });
  return ok(undefined);
}

export async function listVaults(): Promise<Result<readonly VaultEntry[], StorageFault>> {
  return withRegistry((registry) => registry.vaults.toArray());
}

/** After a person has read that the database is gone, or when a vault is taken off this device. */
export async function forgetVault(vaultId: string): Promise<Result<void, StorageFault>> {
  const deleted = await withRegistry((registry) => registry.vaults.delete(vaultId));
  if (deleted.ok) localStorage.removeItem(MARKER_PREFIX + vaultId);
  return deleted;
}

/** Noted at queueing, never lowered; the storage of an old tab must not undo a newer note. */
export function noteLastSeq(entry: VaultEntry, lastSeq: number): void {
  const before = findMarker(entry.vaultId)?.lastSeq ?? -1;
  if (lastSeq > before) writeMarker({ ...entry, lastSeq });
}

/**
 * Vaults that were here and whose database is gone or empty. `readHeadSeq` answers the head that a vault's own database
 * holds, undefined when there is none; a head behind the marker is a database that came back older than it was.
 */
export async function detectLostDatabases(
  readHeadSeq: (entry: VaultEntry) => Promise<number | undefined>,
): Promise<readonly LostDatabase[]> {
  const lost: LostDatabase[] = [];
  for (const { lastSeq, ...entry } of listMarkers()) {
    const found = await readHeadSeq(entry);
    if (found === undefined || found < lastSeq)
      lost.push({ vaultId: entry.vaultId, device: entry.device, lastSeq });
  }
  return lost;
}

/** Entries that only the markers remember: a registry that was lost alone is written again. */
export async function restoreEntries(lost: readonly LostDatabase[]): Promise<void> {
  const gone = new Set(lost.map(({ vaultId }) => vaultId));
  for (const { lastSeq: _lastSeq, ...entry } of listMarkers()) {
    if (gone.has(entry.vaultId)) continue;
    await withRegistry(async (registry) => {
      if (!(await registry.vaults.get(entry.vaultId))) await registry.vaults.put(entry);
    });
  }
}

async function withRegistry<T>(
  work: (registry: RegistryDatabase) => Promise<T>,
): Promise<Result<T, StorageFault>> {
  const registry = new RegistryDatabase();
  try {
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
}
