/**
 * `npm run chaos:device -- [--long] [--kills N] [--seed S] [--json]`: the app in a real browser with its profile on disk, killed again
 * and again in the middle of something. What it had shown as saved must be there at the next start, and in the end at the commune,
 * once. The short run kills each fault once; the long one 300 times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { type AnsweringWire, startAnsweringWire } from '../support/answering-wire.ts';
import { type CutProxy, startCutProxy } from '../support/cut-proxy.ts';
import { sendAll } from '../support/follow-up.ts';
import { addressOf, join, unlock, waitUntilOfflineReady } from '../support/join.ts';
import { type Phone, startPhone } from '../support/phone.ts';
import { readReceived } from '../support/received-work.ts';
import { type Demo, startDemo } from '../support/start-demo.ts';
import { answerForm, beginDossier, goInApp, openSession, writePerson } from '../support/volunteer.ts';
import { FAULTS, type Fault } from './faults.ts';
import { type Seen, type Shown, watchShown } from './watch-shown.ts';

const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
const LONG_KILLS = 300;
/** Typing takes a while, and a fault that never comes to pass must not hold up the others. */
const PATIENCE = 25_000;

const { values: options } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const kills = Number(options.kills ?? (options.long ? LONG_KILLS : FAULTS.length));

interface Outcome {
  readonly kills: number;
  /** How often each fault was under way when the phone died. */
  readonly fired: Record<string, number>;
  /** Values that were shown as saved and looked for after a kill. */
  looked: number;
  readonly lost: string[];
}

function createDraw(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

class Rig {
  readonly shown: Shown = { answer: 0, heads: 0, papers: 0 };
  readonly #demo: Demo;
  readonly #wire: AnsweringWire;
  readonly #line: CutProxy;
  readonly #profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-phone-'));
  readonly #address: string;
  #phone: Phone | undefined;
  #isRefused = false;
  #session = '';
  #dossier = '';
  #number = 10;

  private constructor(demo: Demo, wire: AnsweringWire, line: CutProxy) {
    this.#demo = demo;
    this.#wire = wire;
    this.#line = line;
    this.#address = addressOf('volunteer', line.port);
  }

  static async start(): Promise<Rig> {
    const demo = await startDemo();
    const wire = await startAnsweringWire(Number(new URL(demo.app).port));
    const rig = new Rig(demo, wire, await startCutProxy(wire.port));
    await rig.#begin();
    return rig;
  }

  /** One fault, one kill; answers whether it was under way by then. */
  async killDuring({ begin, within }: Fault, draw: () => number): Promise<boolean> {
    const page = this.#getPage();
    this.#isRefused = false;
    this.#number += 2;
    let fire = (): void => undefined;
    let hasFired = false;
    const fired = new Promise<void>((resolve) => (fire = resolve)).then(() => void (hasFired = true));
    const begun = begin({
      ...{ page, address: this.#address, session: this.#session, dossier: this.#dossier },
      ...{ line: this.#line, wire: this.#wire, number: this.#number, fire },
      wasRefused: () => this.#isRefused,
    }).catch(() => undefined);
    await Promise.race([fired, begun.then(() => sleep(50)), sleep(PATIENCE)]);
    await sleep(draw() * within);
    await this.#phone?.kill();
    this.#line.cut();
    await begun;
    return hasFired;
  }

  /** Opens the phone again and looks for all that it had shown; answers what is not there. */
  async reopen(): Promise<string[]> {
    const before = { ...this.shown };
    const page = await this.#takePhone();
    await page.goto(`${this.#address}/hom-nay`);
    await unlock(page);
    const found = await this.#read(page);
    const keys = Object.keys(before) as (keyof Shown)[];
    return keys
      .filter((key) => found[key] < before[key])
      .map((key) => `${key}: ${before[key]} → ${found[key]}`);
  }

  /** With signal, everything reaches the commune, each thing once; answers what is not so. */
  async finish(): Promise<string[]> {
    this.#line.mend();
    await sendAll(this.#getPage(), this.#address);
    const { seqs, distinctOps, setAside, held, attachments, wholeAttachments } = readReceived(
      this.#demo.folder,
      'volunteer',
    );
    const isDense = seqs.every((seq, at) => seq === at + 1);
    return [
      ...(isDense ? [] : ['the sequence has a gap']),
      ...(distinctOps === seqs.length ? [] : ['an operation twice']),
      ...(setAside + held === 0 ? [] : [`${setAside} set aside, ${held} held`]),
      ...(attachments === wholeAttachments ? [] : [`${attachments - wholeAttachments} scans not whole`]),
    ];
  }

  async stop(): Promise<void> {
    await this.#phone?.close();
    await this.#line.close();
    await this.#wire.close();
    await this.#demo.stop();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  #getPage(): Page {
    if (!this.#phone) throw new Error('There is no phone.');
    return this.#phone.page;
  }

  async #takePhone(): Promise<Page> {
    this.#phone = await startPhone({ profile: this.#profile });
    const { page } = this.#phone;
    page.setDefaultTimeout(20_000);
    await watchShown(page, (seen) => this.#note(seen));
    return page;
  }

  #note({ isSaved, isRefused, ...seen }: Seen): void {
    if (isRefused) this.#isRefused = true;
    if (!isSaved) return;
    for (const [key, value] of Object.entries(seen) as [keyof Shown, number][])
      this.shown[key] = Math.max(this.shown[key], value);
  }

  async #begin(): Promise<void> {
    const { roles } = this.#demo;
    const head = await startPhone({ profile: mkdtempSync(joinPath(tmpdir(), 'go-cua-head-')), width: 1366 });
    this.#demo.type(
      (await join(head.page, { address: roles.head.url, invitation: roles.head.invitation })).join(' '),
    );
    const page = await this.#takePhone();
    await join(page, { address: this.#address, invitation: roles.volunteer.invitation });
    await waitUntilOfflineReady(page);
    await head.page.getByRole('link', { name: 'Đội & máy' }).first().click();
    await head.page.getByTestId('approve-device').first().click({ timeout: 20_000 });
    await expect(head.page.getByTestId('approve-device')).toHaveCount(0);
    await head.close();
    this.#line.cut();
    await goInApp(page, this.#address, '/hom-nay');
    await openSession(page);
    this.#session = new URL(page.url()).pathname;
    await writePerson(page, DU);
    this.#dossier = await beginDossier(page, this.#address, 'Nguyễn Văn Dụ');
    await answerForm(page, { registeredAt: 'UBND xã 10', copies: '2' });
  }

  async #read(page: Page): Promise<Shown> {
    await expect(page.getByRole('heading', { name: /^Chào/ })).toBeVisible({ timeout: 20_000 });
    await goInApp(page, this.#address, this.#session);
    const heads = page.locator('dl > div', { hasText: 'người đến' }).first().locator('dd');
    const counted = Number(await heads.innerText());
    await goInApp(page, this.#address, this.#dossier);
    const papers = await page.getByText(/Đã khóa kín/).count();
    await page.getByTestId('dossier-info').click();
    const answer = await page.getByTestId('answer-registeredAt').inputValue();
    return { answer: Number(/(\d+)$/.exec(answer)?.[1] ?? 0), heads: counted, papers };
  }
}

async function run(): Promise<Outcome> {
  const draw = createDraw(Number(options.seed));
  const outcome: Outcome = {
    kills,
    fired: Object.fromEntries(FAULTS.map(({ name }) => [name, 0])),
    looked: 0,
    lost: [],
  };
  const rig = await Rig.start();
  try {
    for (let kill = 0; kill < kills; kill++) {
      const fault = FAULTS[kill % FAULTS.length] as Fault;
      const hasFired = await rig.killDuring(fault, draw);
      if (hasFired) outcome.fired[fault.name] = (outcome.fired[fault.name] ?? 0) + 1;
      outcome.looked += Object.values(rig.shown).filter((value) => value > 0).length;
      const gone = await rig.reopen();
      outcome.lost.push(...gone.map((what) => `kill ${kill + 1}, ${fault.name}: ${what}`));
      if (!options.json)
        process.stdout.write(
          `${kill + 1} of ${kills}: ${fault.name}${hasFired ? '' : ' (not under way)'}${gone.length > 0 ? ` LOST ${gone.join(', ')}` : ''}\n`,
        );
    }
    outcome.lost.push(...(await rig.finish()));
  } finally {
    await rig.stop();
  }
  return outcome;
}

process.env['TZ'] = 'Asia/Ho_Chi_Minh';
const outcome = await run();
const silent = Object.entries(outcome.fired).filter(([, times]) => times === 0 && kills >= FAULTS.length);
process.stdout.write(
  options.json
    ? `${JSON.stringify(outcome)}\n`
    : `${outcome.kills} kills, ${outcome.looked} values looked for, ${outcome.lost.length} lost; fired: ${JSON.stringify(outcome.fired)}\n`,
);
for (const [name] of silent) process.stderr.write(`The fault "${name}" never came to pass.\n`);
process.exitCode = outcome.lost.length > 0 || silent.length > 0 ? 1 : 0;
