/** Which vaults are on this phone, which of them are gone or came back older, and the one to open first. Opens none. */
import type { StorageFault } from '#shared/custody/device-types';
import { ok, type Result } from '#shared/result';
import { findJournalFiles } from '../storage/journal/journal-files.ts';
import { listJournals } from '../storage/journal/read-journal.ts';
import { readEntry, readHead } from '../storage/read-head.ts';
import {
  compareWithMarkers,
  findLastUsed,
  listVaults,
  type LostDatabase,
  registerVault,
  restoreEntries,
  type VaultEntry,
} from '../storage/vault-registry.ts';
import type { OpenWish } from './device-snapshot.ts';

/** To be said and heeded whatever becomes of the rest. */
export interface ComparedVaults {
  readonly lost: readonly LostDatabase[];
  /** Names of vaults whose database came back older: nothing is sent from them any more. */
  readonly older: ReadonlySet<string>;
  /** Names of vaults that ten wrong PINs have shut. */
  readonly erased: ReadonlySet<string>;
}

export async function compareVaults(): Promise<ComparedVaults> {
  await findByJournal();
  const { gone, older, erased } = await compareWithMarkers(readHead);
  await restoreEntries(gone);
  return { lost: gone, older, erased };
}

/** A power cut may take the registry and the markers too: what a second copy names is put back into both. */
async function findByJournal(): Promise<void> {
  const files = findJournalFiles();
  const known = await listVaults();
  if (!files || !known.ok) return;
  const databases = new Set(known.value.map(({ database }) => database));
  const names = await listJournals(files).catch(() => []);
  for (const name of names.filter((one) => !databases.has(one))) {
    const entry = await readEntry(name);
    if (entry) await registerVault(entry);
  }
}

export async function listPresentVaults({
  lost,
}: ComparedVaults): Promise<Result<readonly VaultEntry[], StorageFault>> {
  const vaults = await listVaults();
  if (!vaults.ok) return vaults;
  const isGone = new Set(lost.map((one) => one.vaultId));
  return ok(vaults.value.filter((one) => !isGone.has(one.vaultId)));
}

/**
 * The one that was asked for, else of those that are as they were the one that was open last. One that came back older, or that no PIN opens, is opened when there
 * is no other; an invitation then makes a vault beside it.
 */
export function chooseVault(
  vaults: readonly VaultEntry[],
  { older, erased }: ComparedVaults,
  { vaultId, isInvited, isNew }: OpenWish,
): VaultEntry | undefined {
  if (isNew) return undefined;
  const asked = vaults.find((one) => one.vaultId === vaultId);
  const sound = vaults.filter((one) => !older.has(one.vaultId) && !erased.has(one.vaultId));
  const lastUsed = findLastUsed();
  const asItWas = sound.find((one) => one.vaultId === lastUsed) ?? sound[0];
  return asked ?? asItWas ?? (isInvited ? undefined : vaults[0]);
}
