/**
 * Dexie opens a database of a newer version as it lies. This program knows nothing of what came with that version, and would
 * write past it, past the second copy for one: such a database is left alone until the newer program is back.
 */
import type { Dexie } from 'dexie';
import { NewerDatabaseError } from '../storage-fault.ts';
import type { SchemaVersion } from './versions.ts';

/** Of a browser's version numbers, for one of Dexie's. `verno` says what was asked for, not what is here. */
const BROWSERS_COUNT = 10;

/** Closes the open database and throws when it is newer than the last of `versions`. */
export function refuseNewer(db: Dexie, versions: readonly SchemaVersion[]): void {
  const known = versions.at(-1)?.version ?? 0;
  const here = db.backendDB().version / BROWSERS_COUNT;
  if (here <= known) return;
  db.close({ disableAutoOpen: true });
  throw new NewerDatabaseError(`Version ${here} is here, ${known} is the last one known.`);
}
