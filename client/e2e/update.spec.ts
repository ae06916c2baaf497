import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { buildTestPage, type ServedPage, servePage } from './support/serve-test-page.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types app-sw";
const root = join(import.meta.dirname, '../..');

let folder: string;
let served: ServedPage;
let version = 0;

test.beforeAll(async () => {
  folder = await buildTestPage('update');
  // What the page asks before it believes that there is a line.
  mkdirSync(join(folder, 'api'));
  writeFileSync(join(folder, 'api/health'), 'ok');
});
test.beforeEach(async () => {
  await publish();
  // An origin of its own for each test: no worker of the one before.
  served = await servePage(folder, POLICY);
});
test.afterEach(() => served.stop());

/** The product's own worker, in a new version. */
async function publish(): Promise<void> {
  version += 1;
  await build({
    configFile: false,
    logLevel: 'error',
    define: {
      'self.__WB_MANIFEST': JSON.stringify([{ url: '/index.html', revision: String(version) }]),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(root, 'client/src/pwa/service-worker.ts'),
        formats: ['es'],
        fileName: () => 'sw.js',
      },
    },
  });
}

/** A page under the worker, and how often it has been loaded since. */
async function openPage(page: Page): Promise<() => number> {
  await page.goto(served.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

const readState = (page: Page) => page.evaluate(() => window.updatePage.update.getSnapshot());
const apply = (page: Page) => page.evaluate(() => window.updatePage.update.applyUpdate());

async function findUpdate(page: Page): Promise<void> {
  await publish();
  await page.evaluate(() => window.updatePage.look());
  await expect.poll(() => readState(page)).toBe('updateReady');
}

test('a new version waits until a person says so, then loads the page once', async ({ page }) => {
  const countLoads = await openPage(page);
  await findUpdate(page);
  await page.waitForTimeout(500);
  expect([countLoads(), await page.evaluate(() => window.updatePage.hasWaiting())]).toEqual([0, true]);
  expect(await apply(page)).toBe('applying');
  await expect.poll(countLoads).toBe(1);
  await expect.poll(() => readState(page)).toBe('current');
  expect(await page.evaluate(() => window.updatePage.hasWaiting())).toBe(false);
  await page.waitForTimeout(500);
  expect(countLoads()).toBe(1);
});

test('while something is unsaved the new version is not put in', async ({ page }) => {
  const countLoads = await openPage(page);
  await findUpdate(page);
  await page.evaluate(() => window.updatePage.expectSavings(false));
  expect(await apply(page)).toBe('unsaved');
  await page.waitForTimeout(500);
  expect([countLoads(), await page.evaluate(() => window.updatePage.hasWaiting())]).toEqual([0, true]);
});

test('what is typed while the new version starts is not lost to the reload', async ({ page }) => {
  const countLoads = await openPage(page);
  await findUpdate(page);
  await page.evaluate(() => window.updatePage.expectSavings(true, false));
  await apply(page);
  await expect.poll(() => readState(page)).toBe('updatedElsewhere');
  expect(countLoads()).toBe(0);
  await apply(page);
  await expect.poll(countLoads).toBe(1);
});

test('another tab keeps its page when this one takes the new version', async ({ page, context }) => {
  const countLoads = await openPage(page);
  const other = await context.newPage();
  const countOther = await openPage(other);
  await findUpdate(page);
  await apply(page);
  await expect.poll(countLoads).toBe(1);
  await expect.poll(() => readState(other)).toBe('updatedElsewhere');
  expect(countOther()).toBe(0);
  await apply(other);
  await expect.poll(countOther).toBe(1);
});

test('the app looks for a new version every hour, and when it comes back into view, but not at every glance', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const prototype = ServiceWorkerRegistration.prototype;
    const update = prototype.update;
    window.looks = 0;
    prototype.update = function () {
      window.looks += 1;
      return update.call(this);
    };
  });
  await page.clock.install();
  await openPage(page);
  const countLooks = () => page.evaluate(() => window.looks);
  const glance = () => page.evaluate(() => window.updatePage.becomeVisible());
  await glance();
  expect(await countLooks()).toBe(0);
  await page.clock.fastForward('11:00');
  await glance();
  await glance();
  expect(await countLooks()).toBe(1);
  await page.clock.fastForward('01:00:00');
  expect(await countLooks()).toBe(2);
});

test('a part that is gone from the server is fetched by one reload, not by a second', async ({ page }) => {
  const countLoads = await openPage(page);
  await page.evaluate(() => window.updatePage.missPart());
  await expect.poll(countLoads).toBe(1);
  await page.evaluate(() => window.updatePage.missPart());
  await page.waitForTimeout(500);
  expect(countLoads()).toBe(1);
});

test('without a line, or with something unsaved, a missing part reloads nothing', async ({
  page,
  context,
}) => {
  const countLoads = await openPage(page);
  await context.setOffline(true);
  await page.evaluate(() => window.updatePage.missPart());
  await expect.poll(() => readState(page)).toBe('partMissing');
  await context.setOffline(false);
  await page.evaluate(() => window.updatePage.expectSavings(false));
  await page.evaluate(() => window.updatePage.missPart());
  await page.waitForTimeout(500);
  expect(countLoads()).toBe(0);
});
