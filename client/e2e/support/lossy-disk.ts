/** A disk that loses at a cut what was never flushed: an image file, mounted; what only the memory held is not in its copy. */
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LossyDisk {
  /** Where a folder on it is found. */
  readonly folder: string;
  /** As if the power went: whoever had files on it must be dead by now. The disk is there again afterwards, as it was left. */
  readonly cut: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const MEGABYTE = 1024 * 1024;

/** Needs the right to mount, which a container seldom has. */
export async function makeLossyDisk(megabytes: number): Promise<LossyDisk> {
  const home = mkdtempSync(join(tmpdir(), 'go-cua-disk-'));
  const folder = join(home, 'mounted');
  mkdirSync(folder);
  let image = join(home, '0.img');
  let cuts = 0;
  const file = openSync(image, 'w');
  ftruncateSync(file, megabytes * MEGABYTE);
  closeSync(file);
  execFileSync('mkfs.ext4', ['-q', image]);
  mount(image, folder);
  return {
    folder,
    async cut() {
      const copy = join(home, `${++cuts}.img`);
      execFileSync('cp', ['--sparse=always', image, copy]);
      await unmount(folder);
      rmSync(image);
      image = copy;
      mount(image, folder);
    },
    async remove() {
      await unmount(folder);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function mount(image: string, folder: string): void {
  execFileSync('mount', ['-o', 'loop', image, folder]);
}

/** A process that was just killed may hold it for a moment. */
async function unmount(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    try {
      execFileSync('umount', [folder], { stdio: 'ignore' });
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('The disk is still in use.');
}
