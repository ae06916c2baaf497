/** Puts a copy and its keys back from the words on paper. Checks everything first; until then it touches nothing. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { err, ok, type Result } from '#shared/result';
import { isInsideData, type KeyPlaces, setKeysAside, writeKeys } from '../protection/key-folder.ts';
import { findKeyRing } from '../protection/key-ring.ts';
import { readRecovery, type RecoveryFault, unwrapKeys } from '../protection/recovery.ts';
import { inspectCopy } from '../storage/sqlite/inspect-copy.ts';
import { leaveJournal } from '../storage/sqlite/open-database.ts';
import type { StoredDevice } from '../storage/rows.ts';
import { openSqliteStore } from '../storage/sqlite/open-store.ts';
import { appendAudit } from './audit.ts';
import { flushFile } from './backup-folder.ts';
import { findRevoked } from './decisions.ts';
import { endIncarnation, openIncarnation } from './incarnation.ts';
import { databasePath } from './open-deployment.ts';

export interface RestoreOrder {
  readonly places: KeyPlaces;
  /** The copy, and `recovery.json` that lies beside it. */
  readonly backup: string;
  readonly recovery: string;
  readonly words: readonly string[];
  readonly wordList: readonly string[];
  readonly now: number;
}

export type RestoreFault =
  | RecoveryFault
  | { readonly type: 'keysInsideData' }
  | { readonly type: 'backupMissing'; readonly path: string }
  | { readonly type: 'backupDamaged'; readonly reason: string }
  /** The words open keys, but of another store. */
  | { readonly type: 'keysOfAnotherStore' }
  | { readonly type: 'serverRunning' };

export interface Restored {
  readonly stateHash: string;
  readonly devices: number;
  /** Where what was there before now lies, if anything was. */
  readonly setAside: readonly string[];
  /** Every device as it stands now; `isSure` when what was decided since the copy is known and was decided again. */
  readonly standings: readonly DeviceStanding[];
  readonly isSure: boolean;
}

export type DeviceStanding = Pick<StoredDevice, 'memberName' | 'name' | 'role' | 'standing'>;

export async function restoreBackup(order: RestoreOrder): Promise<Result<Restored, RestoreFault>> {
  const checked = checkOrder(order);
  if (!checked.ok) return checked;
  const { files, recovery, stateHash, devices } = checked.value;
  const { places, now } = order;
  const suffix = `replaced-${new Date(now).toISOString().replaceAll(/[:.]/g, '')}`;
  const setAside = [...setDatabaseAside(places.dataDir, suffix), ...setKeysAside(places.keysDir, suffix)];
  mkdirSync(places.dataDir, { recursive: true, mode: 0o700 });
  writeKeys(places.keysDir, files, recovery);
  const target = databasePath(places.dataDir);
  copyFileSync(order.backup, `${target}.unfinished`);
  flushFile(`${target}.unfinished`);
  renameSync(`${target}.unfinished`, target);
  endIncarnation(places.dataDir);
  const standings = await beginNewLife(order, files);
  const isSure = findRevoked(places.dataDir) !== undefined;
  return ok({ stateHash, devices, setAside, standings, isSure });
}

interface Checked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly recovery: Parameters<typeof writeKeys>[2];
  readonly stateHash: string;
  readonly devices: number;
}

function checkOrder(order: RestoreOrder): Result<Checked, RestoreFault> {
  const { places, backup, words, wordList } = order;
  if (isInsideData(places)) return err({ type: 'keysInsideData' });
  const missing = [backup, order.recovery].find((path) => !existsSync(path));
  if (missing !== undefined) return err({ type: 'backupMissing', path: missing });
  const recovery = readRecovery(readFileSync(order.recovery, 'utf8'));
  if (!recovery.ok) return recovery;
  const files = unwrapKeys(recovery.value, { words, wordList });
  if (!files.ok) return files;
  const keys = findKeyRing(files.value);
  if (!keys) return err({ type: 'damaged' });
  try {
    const { stateHash, heads, keysFingerprint } = inspectCopy(backup);
    if (keysFingerprint !== undefined && keysFingerprint !== keys.fingerprint)
      return err({ type: 'keysOfAnotherStore' });
    const target = databasePath(places.dataDir);
    if (existsSync(target) && !leaveJournal(target)) return err({ type: 'serverRunning' });
    return ok({ files: files.value, recovery: recovery.value, stateHash, devices: heads.length });
  } catch (fault) {
    return err({ type: 'backupDamaged', reason: fault instanceof Error ? fault.message : String(fault) });
  }
}

/** What was there is moved, never overwritten: a restore may have been a mistake. */
function setDatabaseAside(dataDir: string, suffix: string): string[] {
  const target = databasePath(dataDir);
  return ['', '-wal', '-shm'].flatMap((ending) => {
    const path = `${target}${ending}`;
    if (!existsSync(path)) return [];
    renameSync(path, `${target}.${suffix}${ending}`);
    return ending === '' ? [`${target}.${suffix}`] : [];
  });
}

async function beginNewLife(
  { places, backup, now }: RestoreOrder,
  files: Checked['files'],
): Promise<DeviceStanding[]> {
  const keys = findKeyRing(files);
  if (!keys) throw new Error('Keys that were read before cannot be read again.');
  const store = openSqliteStore(databasePath(places.dataDir));
  try {
    await openIncarnation(store, places.dataDir, now);
    const who = { commune: null, member: null, device: null };
    const object = backup.split(/[\\/]/).at(-1) ?? '';
    await appendAudit(
      { store, keys, now: () => now },
      { ...who, action: 'restoreBackup', object, reason: null },
    );
    const communes = await store.listCommunes();
    return (await Promise.all(communes.map(({ n }) => store.listDevices(n)))).flat();
  } finally {
    store.close();
  }
}
