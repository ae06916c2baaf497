/**
 * `npm run chaos:power -- [--cuts N] [--arm second-copy|unfolded|database|bucket|relaxed] [--json]`: the power goes again and again while a page
 * saves as the app saves, and everything that was shown as saved is looked for afterwards. Needs the right to mount a disk.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { bytesToId, type RecordId } from '#shared/ids';
import { makeLossyDisk } from '../support/lossy-disk.ts';
import { startPhone } from '../support/phone.ts';
import { buildTestPage, servePage } from '../support/serve-test-page.ts';

/** `unfolded` empties the database at every second cut or so: what the second copy is for. */
const ARMS = {
  'second-copy': '',
  unfolded: '#unfolded',
  database: '#database',
  bucket: '#bucket',
  relaxed: '#relaxed',
} as const;
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
const SCAN_BYTES = 300 * 1024;
const RECORDS = [1, 2, 3].map((n) => bytesToId<RecordId>(new Uint8Array(16).fill(n)));
/** How long the names of new files take to reach the disk by themselves (docs/decisions/0007), with room to spare. */
const FIRST_LIFE_MS = 45_000;

interface Outcome {
  cuts: number;
  /** Cuts before which something was shown as saved. */
  shown: number;
  /** Cuts after which the database was empty: what a page without a second copy loses. */
  emptied: number;
  /** Cuts after which something that was shown as saved was not there. */
  lost: number;
  /** Values shown as saved that were gone. */
  valuesLost: number;
}

const { values: options } = parseArgs({
  options: {
    cuts: { type: 'string', default: '60' },
    arm: { type: 'string', default: 'second-copy' },
    json: { type: 'boolean', default: false },
  },
});

async function openPage(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.waitForFunction(() => 'custodyPage' in window);
  return page.evaluate(() => window.custodyPage.open());
}

/** Until the power goes. `shown` holds what the page has said is saved, by record. */
async function saveOn(page: Page, shown: Map<RecordId, number>, from: number): Promise<void> {
  for (let n = from; ; n++) {
    const record = RECORDS[n % RECORDS.length] as RecordId;
    const said = await page.evaluate(
      ([id, value]) => window.custodyPage.save(id, { fullName: `Lò Thị ${value}`, phone: '0912345678' }),
      [record, n] as const,
    );
    if (said === 'onDevice') shown.set(record, n);
    if (n % 4 === 3) await page.evaluate((id) => window.custodyPage.finish(id), record);
    // Large writes are what a cut tears. No record names this scan: the next start lets go of it.
    if (n % 2 === 1) await page.evaluate((size) => window.custodyPage.keep(size), SCAN_BYTES);
  }
}

async function readSaved(page: Page): Promise<Map<RecordId, number>> {
  const saved = new Map<RecordId, number>();
  for (const record of RECORDS) {
    const values = await page.evaluate((id) => window.custodyPage.read(id), record);
    const name = values?.['fullName'];
    if (typeof name === 'string') saved.set(record, Number(name.replace('Lò Thị ', '')));
  }
  return saved;
}

async function createDevice(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => 'custodyPage' in window);
  await page.evaluate(() => window.custodyPage.createDevice());
}

async function runCuts(arm: keyof typeof ARMS, cuts: number): Promise<Outcome> {
  const served = await servePage(await buildTestPage('custody'), POLICY);
  const address = served.address + ARMS[arm];
  const disk = await makeLossyDisk(400);
  const outcome: Outcome = { cuts: 0, shown: 0, emptied: 0, lost: 0, valuesLost: 0 };
  const shown = new Map<RecordId, number>();
  let next = 1;
  let isNew = true;
  try {
    while (outcome.cuts < cuts) {
      const phone = await startPhone({ profile: disk.folder });
      const { page } = phone;
      if (isNew) {
        await createDevice(page, address);
        await sleep(FIRST_LIFE_MS);
      }
      const state = await openPage(page, address);
      if (!isNew) countLosses(outcome, shown, state === 'unlocked' ? await look(page) : 'gone');
      isNew = state !== 'unlocked';
      if (isNew) {
        // All of it is gone: a new device begins on the same disk.
        shown.clear();
        await createDevice(page, address);
        await openPage(page, address);
        isNew = false;
      }
      const saving = saveOn(page, shown, next).catch(() => undefined);
      await sleep(250 + Math.random() * 1_600);
      await phone.kill();
      await saving;
      await disk.cut();
      outcome.cuts += 1;
      if (shown.size > 0) outcome.shown += 1;
      next = Math.max(next, ...shown.values()) + 1;
      if (!options.json)
        process.stdout.write(`\r${outcome.cuts} cuts, ${outcome.emptied} emptied, ${outcome.lost} lost `);
    }
  } finally {
    served.stop();
    await disk.remove();
  }
  return outcome;
}

interface Seen {
  readonly saved: ReadonlyMap<RecordId, number>;
  readonly isRebuilt: boolean;
}

async function look(page: Page): Promise<Seen> {
  const isRebuilt = await page.evaluate(() => window.custodyPage.isRebuilt());
  await page.evaluate(() => window.custodyPage.noteRebuiltRead());
  return { saved: await readSaved(page), isRebuilt };
}

/** The second word of a save may come back newer than what was shown, never older. */
function countLosses(outcome: Outcome, shown: Map<RecordId, number>, seen: Seen | 'gone'): void {
  const gone = [...shown].filter(([record, n]) => seen === 'gone' || (seen.saved.get(record) ?? 0) < n);
  if (seen === 'gone' || seen.isRebuilt) outcome.emptied += 1;
  if (gone.length > 0) outcome.lost += 1;
  outcome.valuesLost += gone.length;
  for (const [record] of gone) shown.delete(record);
}

const { arm, cuts } = options;
if (!(arm in ARMS)) throw new Error(`No arm is called ${arm}: ${Object.keys(ARMS).join(', ')}.`);
const outcome = await runCuts(arm as keyof typeof ARMS, Number(cuts));
process.stdout.write(
  options.json
    ? `${JSON.stringify({ arm, ...outcome })}\n`
    : `\nOf ${outcome.cuts} cuts (${arm}) ${outcome.emptied} emptied the database; after ${outcome.lost} something was gone that had been shown as saved.\n`,
);
// The control must lose, or the rig is broken.
process.exitCode = (arm === 'relaxed') === outcome.lost > 0 || arm === 'database' ? 0 : 1;
