import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { buildTestPage, type ServedPage, servePage } from './support/serve-test-page.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types app-sw',
].join('; ');

let folder: string;
let served: ServedPage;

/** A worker that waits to be told, as ours does. */
function writeWorker(version: number): void {
  const heed = `self.addEventListener('message', (e) => { if (e.data?.type === 'SKIP_WAITING') self.skipWaiting(); });`;
  writeFileSync(join(folder, 'sw.js'), `// ${version}\n${heed}`);
}

test.beforeAll(async () => {
  folder = await buildTestPage('update');
  served = await servePage(folder, POLICY);
});
test.afterAll(() => served.stop());

const waitForState = (page: Page, state: string): Promise<unknown> =>
  page.waitForFunction((wanted) => window.updatePage.update.getSnapshot() === wanted, state);

/** Visits with the first version under control, then puts the second one on the server. */
async function offerUpdate(page: Page): Promise<void> {
  writeWorker(1);
  await page.goto(served.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  writeWorker(2);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await waitForState(page, 'updateReady');
}

test('a new version waits until a person says so, and takes over with one reload once all is saved', async ({
  page,
}) => {
  await offerUpdate(page);
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.waitForTimeout(500);
  expect(loads).toBe(0);
  const reloaded = page.waitForEvent('load');
  expect(await page.evaluate(() => window.updatePage.update.applyUpdate())).toBe('applying');
  await reloaded;
  await waitForState(page, 'current');
  await page.waitForTimeout(500);
  expect(loads).toBe(1);
});

test('no update and no reload while something typed cannot be saved', async ({ page }) => {
  await offerUpdate(page);
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.evaluate(() => (window.updatePage.canSave = false));
  expect(await page.evaluate(() => window.updatePage.update.applyUpdate())).toBe('unsaved');
  await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
  await waitForState(page, 'partMissing');
  await page.waitForTimeout(500);
  expect(loads).toBe(0);
});

test('a version that another tab put in does not reload this one', async ({ context }) => {
  const [page, other] = [await context.newPage(), await context.newPage()];
  await offerUpdate(page);
  await other.goto(served.address);
  let loads = 0;
  other.on('load', () => (loads += 1));
  await waitForState(other, 'updateReady');
  await page.evaluate(() => void window.updatePage.update.applyUpdate());
  await waitForState(other, 'updatedElsewhere');
  await other.waitForTimeout(500);
  expect(loads).toBe(0);
});
