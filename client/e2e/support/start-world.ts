/** What most days begin with: a commune, the line to it that can be cut, and phones, all put away together at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import { addressOf } from './join.ts';
import { type Phone, type PhoneSettings, startPhone } from './phone.ts';
import { type Demo, startDemo } from './start-demo.ts';

interface WorldPhoneSettings extends Partial<PhoneSettings> {
  /** Milliseconds that an act on its page may take. */
  readonly patience?: number;
}

export interface World {
  readonly demo: Demo;
  readonly line: CutProxy;
  /** Where a volunteer finds the commune, by the line. */
  readonly address: string;
  /** Empty; removed at the end. For a profile that outlives its browser, for one. */
  readonly makeFolder: () => string;
  /** Without a profile it is a new phone. */
  readonly takePhone: (settings?: WorldPhoneSettings) => Promise<Phone>;
  readonly close: () => Promise<void>;
}

export const LAPTOP = { width: 1366, height: 768 } as const;
const PATIENCE = 15_000;

/** `env` goes to the commune's server; `from` is a commune of an earlier time, which is copied. */
export async function startWorld(env: Readonly<Record<string, string>> = {}, from?: string): Promise<World> {
  const demo = await startDemo(env, from);
  const line = await startCutProxy(Number(new URL(demo.app).port));
  const folders: string[] = [];
  const makeFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'go-cua-phone-'));
    folders.push(folder);
    return folder;
  };
  const { takePhone, closePhones } = createShelf(makeFolder);
  return {
    ...{ demo, line, makeFolder, takePhone },
    address: addressOf('volunteer', line.port),
    async close() {
      await closePhones();
      await line.close();
      await demo.stop();
      for (const folder of folders)
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

function createShelf(makeFolder: () => string) {
  const open = new Set<Phone>();
  const takePhone = async ({ patience = PATIENCE, ...settings }: WorldPhoneSettings = {}): Promise<Phone> => {
    const started = await startPhone({ ...settings, profile: settings.profile ?? makeFolder() });
    started.page.setDefaultTimeout(patience);
    const leave = (end: () => Promise<void>) => (): Promise<void> => {
      open.delete(phone);
      return end();
    };
    const phone: Phone = { ...started, kill: leave(started.kill), close: leave(started.close) };
    open.add(phone);
    return phone;
  };
  const closePhones = async (): Promise<void> => {
    await Promise.all([...open].map((phone) => phone.close()));
  };
  return { takePhone, closePhones };
}
