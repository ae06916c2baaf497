/** A browser with its profile on disk that can be killed as a phone kills it: no goodbye, the whole process tree at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../.scripts/ensure-browser.mjs';

export interface Phone {
  readonly page: Page;
  readonly profile: string;
  /** SIGKILL to every process of the browser. */
  readonly kill: () => Promise<void>;
  /** Closes as a person would, so that everything is written. */
  readonly close: () => Promise<void>;
}

export interface PhoneSettings {
  readonly profile: string;
  readonly width?: number;
  readonly height?: number;
  readonly userAgent?: string;
  /** More of the browser's own switches, such as a film instead of a camera. */
  readonly flags?: readonly string[];
  /** Milliseconds between the finger's going down and its going up, and after each act; none unless said. */
  readonly fingerMs?: number;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--lang=vi-VN',
  '--remote-debugging-port=0',
];

export async function startPhone(settings: PhoneSettings): Promise<Phone> {
  const { profile, width = 360, height = 740, flags = [], fingerMs = 0 } = settings;
  mkdirSync(profile, { recursive: true });
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  // After a kill the lock of the dead process would keep the profile shut.
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, lock), { force: true });
  const program = findBrowser();
  if (program === undefined) throw new Error('No browser: run the set-up first.');
  const agent = settings.userAgent ? [`--user-agent=${settings.userAgent}`] : [];
  const size = `--window-size=${width},${height}`;
  const words = [...FLAGS, ...flags, ...agent, size, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(program, words, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
  });
  const ending = watchEnding(child);
  const debugging = `http://127.0.0.1:${await readDebugPort(profile)}`;
  const browser = await chromium.connectOverCDP(debugging, { slowMo: fingerMs });
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error('The browser has no page.');
  await page.setViewportSize({ width, height });
  return {
    page,
    profile,
    kill: () => killTree(child, browser, ending),
    close: () => closeTree(child, browser, ending),
  };
}

interface Ending {
  isWanted: boolean;
}

/** A browser that ends by itself says how, since the test only learns that its page is gone. */
function watchEnding(child: ChildProcess): Ending {
  const ending: Ending = { isWanted: false };
  let lastWords = '';
  child.stderr?.on('data', (part: Buffer) => (lastWords = (lastWords + part.toString()).slice(-2_000)));
  child.once('exit', (code, signal) => {
    if (ending.isWanted) return;
    process.stderr.write(
      `The browser ended by itself, code ${code}, signal ${signal}. Its last words:\n${lastWords}\n`,
    );
  });
  return ending;
}

async function readDebugPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 200; tries++) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await sleep(50);
  }
  throw new Error('The browser did not start within ten seconds.');
}

async function killTree(child: ChildProcess, browser: Browser, ending: Ending): Promise<void> {
  ending.isWanted = true;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
}

async function closeTree(child: ChildProcess, browser: Browser, ending: Ending): Promise<void> {
  ending.isWanted = true;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined);
  await Promise.race([gone, sleep(5_000)]);
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
