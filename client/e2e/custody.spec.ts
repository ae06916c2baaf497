import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bytesToId, type RecordId } from '#shared/ids';
import { startPhone } from './support/phone.ts';
import { buildTestPage, type ServedPage, servePage } from './support/serve-test-page.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types app-sw',
].join('; ');

const recordOf = (n: number): RecordId => bytesToId<RecordId>(new Uint8Array(16).fill(n));
let served: ServedPage;

test.beforeAll(async () => {
  served = await servePage(await buildTestPage('custody'), POLICY);
});
test.afterAll(() => served.stop());

async function openDevice(page: Page): Promise<void> {
  await page.goto(served.address);
  await page.waitForFunction(() => 'custodyPage' in window);
  expect(await page.evaluate(() => window.custodyPage.open())).toBe('unlocked');
}

async function createDevice(page: Page): Promise<void> {
  await page.goto(served.address);
  await page.waitForFunction(() => 'custodyPage' in window);
  await page.evaluate(() => window.custodyPage.createDevice());
  await openDevice(page);
}

test('what was shown as saved is there after the browser was killed in the middle of typing', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'go-cua-phone-'));
  let phone = await startPhone({ profile });
  await createDevice(phone.page);
  const shown: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const record = recordOf(round);
    const fields = { fullName: `Lò Thị ${round}` };
    const transport = await phone.page.evaluate(([id, values]) => window.custodyPage.save(id, values), [
      record,
      fields,
    ] as const);
    expect(transport).toBe('onDevice');
    shown.push(fields.fullName);
    await phone.page.evaluate((id) => window.custodyPage.type(id, { phone: '0912345678' }), record);
    await phone.kill();
    phone = await startPhone({ profile });
    await openDevice(phone.page);
    for (const [at, name] of shown.entries()) {
      const values = await phone.page.evaluate((id) => window.custodyPage.read(id), recordOf(at + 1));
      expect(values?.['fullName']).toBe(name);
    }
  }
  await phone.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test('should two tabs ever write at once, they show each other what they save, and lose nothing of one record', async ({
  context,
}) => {
  // As a tab that slept and does not know yet that it has lost its turn.
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const [one, other] = [await context.newPage(), await context.newPage()];
  await createDevice(one);
  await openDevice(other);
  const record = recordOf(20);
  await one.evaluate((id) => window.custodyPage.save(id, { fullName: 'Lò' }), record);
  await other.waitForFunction((id) => window.custodyPage.read(id)?.['fullName'] === 'Lò', record);
  await Promise.all([
    one.evaluate((id) => window.custodyPage.save(id, { phone: '0912345678' }), record),
    other.evaluate((id) => window.custodyPage.save(id, { hamlet: 'Nà Lay' }), record),
  ]);
  const whole = { fullName: 'Lò', phone: '0912345678', hamlet: 'Nà Lay' };
  await one.waitForFunction((id) => window.custodyPage.read(id)?.['hamlet'] === 'Nà Lay', record);
  expect(await one.evaluate((id) => window.custodyPage.read(id), record)).toEqual(whole);
  await one.reload();
  await openDevice(one);
  expect(await one.evaluate((id) => window.custodyPage.read(id), record)).toEqual(whole);
});

test('a full disk is named, what was typed stays, and it is saved once there is room', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(served.address);
  // Before the first write: the browser remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await createDevice(page);
  let outcome = 'onDevice';
  let last = 30;
  while (outcome === 'onDevice' && last < 60) {
    last += 1;
    outcome = await page.evaluate((id) => window.custodyPage.saveNoise(id, 40_000), recordOf(last));
  }
  expect(outcome).toBe('{"type":"storage","fault":"quota"}');
  const record = recordOf(last);
  expect(await page.evaluate((id) => window.custodyPage.readCustody(id).transport, record)).toBe('typing');
  expect(await page.evaluate((id) => window.custodyPage.read(id)?.['fullName'], record)).toBe('Lò');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.waitForFunction((id) => window.custodyPage.readCustody(id).transport === 'onDevice', record, {
    timeout: 40_000,
  });
});

test('a scan is kept in sealed pieces of at most 256 KiB before anything says so', async ({ page }) => {
  await createDevice(page);
  expect(await page.evaluate(() => window.custodyPage.keep(600 * 1024))).toEqual({ pieces: 3, here: 3 });
});

test('a save costs little more than the two bare strict writes that it cannot do without', async ({
  page,
}) => {
  await createDevice(page);
  await page.evaluate(() => window.custodyPage.measure(10));
  const costs = await page.evaluate(() => window.custodyPage.measure(120));
  test.info().annotations.push({ type: 'save-cost', description: JSON.stringify(costs) });
  console.log(`one save, in bare strict writes: ${(costs.save / costs.bare).toFixed(1)}`);
  expect(costs.save / (costs.bare + costs.append)).toBeLessThan(3);
});
