/** A copy of the store that was opened and checked before anybody relies on it; only then may devices let go of theirs. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recoveryPath } from '../protection/key-folder.ts';
import type { BackupStore, MetaStore } from '../storage/store.ts';
import { backupName, flushFile, pruneBackups } from './backup-folder.ts';
import { advanceEra } from './incarnation.ts';

export interface BackupDeps {
  readonly store: BackupStore & MetaStore;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly backupDir: string;
  readonly now: () => number;
}

export interface MadeBackup {
  readonly path: string;
  readonly stateHash: string;
}

const LAST_BACKUP = 'lastBackupAt';
const RECOVERY_COPY = 'recovery.json';

/** Throws when the copy cannot be made, is damaged or differs from the store: the watermark then stays where it was. */
export async function makeBackup(deps: BackupDeps): Promise<MadeBackup> {
  const { store, backupDir, now } = deps;
  mkdirSync(backupDir, { recursive: true, mode: 0o700 });
  const path = join(backupDir, backupName(now()));
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  await store.copyTo(unfinished);
  const { stateHash, progress } = await store.inspectCopy(unfinished);
  chmodSync(unfinished, 0o600);
  flushFile(unfinished);
  copyFileSync(recoveryPath(deps.keysDir), join(backupDir, RECOVERY_COPY));
  renameSync(unfinished, path);
  flushFile(dirname(path));
  // Before anybody lets go of anything: from here on, this copy put back is told from the store going on.
  await advanceEra(store, deps.dataDir);
  await store.setBackedUp(progress);
  await store.setMeta(LAST_BACKUP, String(now()));
  pruneBackups(backupDir, now());
  return { path, stateHash };
}

export interface BackupStanding {
  readonly lastAt: number | null;
  /** A disk that fails takes both: shown amber. */
  readonly sameDisk: boolean;
  /** What was due has not been made for a while, or is not made any more: shown amber. */
  readonly isLate: boolean;
}

export interface BackupPlan {
  readonly dataDir: string;
  readonly backupDir: string | null;
  readonly backupIntervalMs: number;
}

/** One round may fail, and one may last long. */
const ROUNDS_MISSED = 4;

export async function describeBackup(
  store: MetaStore,
  plan: BackupPlan,
  now: number,
): Promise<BackupStanding> {
  const last = await store.findMeta(LAST_BACKUP);
  const { dataDir, backupDir, backupIntervalMs } = plan;
  const sameDisk =
    backupDir !== null && existsSync(backupDir) && statSync(backupDir).dev === statSync(dataDir).dev;
  const lastAt = last === undefined ? null : Number(last);
  const isOld = lastAt !== null && now - lastAt > ROUNDS_MISSED * backupIntervalMs;
  return { lastAt, sameDisk, isLate: isOld || (lastAt !== null && backupDir === null) };
}

export interface BackupRounds {
  readonly everyMs: number;
  readonly log: (line: string) => void;
}

/** The first copy soon after start, then one every interval, never two at once. Returns how to stop, which waits for one under way. */
export function startBackups(deps: BackupDeps, { everyMs, log }: BackupRounds): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const run = (): void => {
    underWay ??= makeBackup(deps)
      .then(() => undefined)
      .catch((fault: unknown) =>
        log(`backup failed: ${fault instanceof Error ? fault.message : String(fault)}`),
      )
      .finally(() => (underWay = undefined));
  };
  const soon = setTimeout(run, Math.min(5_000, everyMs));
  const rounds = setInterval(run, everyMs);
  return async () => {
    clearTimeout(soon);
    clearInterval(rounds);
    await underWay;
  };
}
