/** The folder of copies: what they are called, which is the newest, which may go. Opens none of them. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^go-cua-(\d{4}-\d{2}-\d{2})T\d{6}Z\.sqlite$/;
const KEPT_WHOLE_MS = 24 * 3_600_000;
const KEPT_DAYS = 30;

/** `go-cua-2026-11-22T041500Z.sqlite`: sorts by time, in UTC. */
export function backupName(at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `go-cua-${day}T${time.slice(0, 8).replaceAll(':', '')}Z.sqlite`;
}

/** Oldest first. */
export function listBackups(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}

/** Everything of the last 24 hours stays, then the last of each day for 30 days; the newest always stays. */
export function pruneBackups(folder: string, now: number): void {
  const names = listBackups(folder);
  const wholeSince = backupName(now - KEPT_WHOLE_MS);
  const daysSince = backupName(now - KEPT_DAYS * 24 * 3_600_000);
  names.forEach((name, at) => {
    const next = names[at + 1];
    const isLastOfDay = next === undefined || NAME.exec(next)?.[1] !== NAME.exec(name)?.[1];
    const stays = next === undefined || name >= wholeSince || (isLastOfDay && name >= daysSince);
    if (!stays) rmSync(join(folder, name));
  });
}

/** After a power cut, what was renamed must be what was written: file first, folder second. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
