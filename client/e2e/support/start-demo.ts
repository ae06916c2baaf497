/** Starts the product as `npm start -- --json` does, in folders of its own, and hands out what its one line says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

interface RoleEntry {
  readonly url: string;
  readonly invitation: string;
}

export interface Demo {
  readonly app: string;
  readonly portal: string;
  readonly roles: Readonly<Record<'volunteer' | 'officer' | 'head', RoleEntry>>;
  /** Holds data, keys and backup, for the search afterwards. */
  readonly folder: string;
  /** Approves a device as a person at the terminal does: by its four words. */
  readonly type: (line: string) => void;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const DAY_MS = 86_400_000;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;
/** As long as most tests take, and less than the patience for their beginning. */
const NEAR_MIDNIGHT_MS = 75_000;

/** An appointment of today that is looked for tomorrow is not there: what would begin just before midnight begins after it. */
async function waitOutMidnight(): Promise<void> {
  const left = DAY_MS - ((Date.now() + VIETNAM_AHEAD_MS) % DAY_MS);
  if (left < NEAR_MIDNIGHT_MS) await sleep(left + 1_000);
}

const root = join(import.meta.dirname, '../../..');

/** `from`: a folder with data and keys of an earlier time, which is copied. */
export async function startDemo(env: Readonly<Record<string, string>> = {}, from?: string): Promise<Demo> {
  await waitOutMidnight();
  const folder = mkdtempSync(join(tmpdir(), 'go-cua-e2e-'));
  if (from !== undefined) copyCommune(from, folder);
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, '.scripts/demo.ts'), '--json'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      PORTAL_PORT: '0',
      DATA_DIR: join(folder, 'data'),
      KEYS_DIR: join(folder, 'keys'),
      BACKUP_DIR: join(folder, 'backup'),
      PORTAL_WINDOW: '1s',
      ...env,
    },
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const line = await readFirstLine(child, () => errors);
  const entry = JSON.parse(line) as Pick<Demo, 'app' | 'portal' | 'roles'>;
  return {
    ...entry,
    folder,
    type: (words) => child.stdin.write(`${words}\n`),
    output: () => errors,
    stop: () => stopChild(child),
  };
}

/** Git keeps no modes, and no server starts with keys that others may read. */
function copyCommune(from: string, folder: string): void {
  cpSync(from, folder, { recursive: true });
  const keys = join(folder, 'keys');
  chmodSync(keys, 0o700);
  for (const name of readdirSync(keys)) chmodSync(join(keys, name), 0o600);
}

function readFirstLine(child: ChildProcess, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The demo has no output to read.');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) =>
      reject(new Error(`The demo ended with ${code} before it was ready:\n${errors()}`)),
    );
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
