/** Opens a server's data and its keys together and refuses a pair that does not belong together. Listens nowhere. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '#data/words';
import { err, ok, type Result } from '#shared/result';
import { createKeys, type KeyFault, openKeys } from '../protection/key-folder.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import { openSqliteStore } from '../storage/sqlite/open-store.ts';
import type { Store } from '../storage/store.ts';
import { type Incarnation, openIncarnation } from './incarnation.ts';

export interface DeploymentPlaces {
  readonly dataDir: string;
  readonly keysDir: string;
}

export type DeploymentFault =
  | KeyFault
  | { readonly type: 'folderUnwritable'; readonly folder: string }
  | { readonly type: 'databaseRefused'; readonly reason: string }
  /** These keys opened another database, or this database was opened with other keys. */
  | { readonly type: 'keysOfAnotherStore' };

export interface Deployment {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly incarnation: Incarnation;
}

export interface NewDeployment extends Deployment {
  /** Present once: when the keys were made just now. */
  readonly recoveryWords?: readonly string[];
}

const FINGERPRINT = 'keysFingerprint';

export function databasePath(dataDir: string): string {
  return join(dataDir, 'go-cua.sqlite');
}

export async function openDeployment(places: DeploymentPlaces): Promise<Result<Deployment, DeploymentFault>> {
  const folder = findUnwritable([places.dataDir]);
  if (folder !== undefined) return err({ type: 'folderUnwritable', folder });
  const keys = openKeys(places);
  return keys.ok ? openWith(places, keys.value) : keys;
}

/** As `openDeployment`, but begins one where neither keys nor a database are yet. */
export async function foundDeployment(
  places: DeploymentPlaces,
): Promise<Result<NewDeployment, DeploymentFault>> {
  const folder = findUnwritable([places.dataDir, places.keysDir]);
  if (folder !== undefined) return err({ type: 'folderUnwritable', folder });
  const known = openKeys(places);
  // A database without its keys is a loss to be told of, never an empty place to begin in.
  const isNew = !known.ok && known.error.type === 'keysMissing' && !existsSync(databasePath(places.dataDir));
  if (!isNew) return openDeployment(places);
  const created = createKeys(places, words);
  if (!created.ok) return created;
  const opened = await openWith(places, created.value.keys);
  if (!opened.ok) return opened;
  return ok({ ...opened.value, recoveryWords: created.value.recoveryWords });
}

async function openWith(
  places: DeploymentPlaces,
  keys: KeyRing,
): Promise<Result<Deployment, DeploymentFault>> {
  let store: Store;
  try {
    store = openSqliteStore(databasePath(places.dataDir));
  } catch (fault) {
    return err({ type: 'databaseRefused', reason: fault instanceof Error ? fault.message : String(fault) });
  }
  const fingerprint = await store.findMeta(FINGERPRINT);
  if (fingerprint !== undefined && fingerprint !== keys.fingerprint) {
    store.close();
    return err({ type: 'keysOfAnotherStore' });
  }
  if (fingerprint === undefined) await store.setMeta(FINGERPRINT, keys.fingerprint);
  const incarnation = await openIncarnation(store, places.dataDir, Date.now());
  return ok({ store, keys, incarnation });
}

/** The first folder that cannot be made or written to. */
function findUnwritable(folders: readonly string[]): string | undefined {
  return folders.find((folder) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK | constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
}
