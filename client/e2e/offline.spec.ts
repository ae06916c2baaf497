import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CutProxy, startCutProxy } from './support/cut-proxy.ts';
import { startPhone } from './support/phone.ts';
import { type Demo, startDemo } from './support/start-demo.ts';

const built = join(import.meta.dirname, '../../dist/client');
const LANGUAGE_KEY = 'gocua.lang';

let demo: Demo;
let line: CutProxy;
let address: string;

test.beforeAll(async () => {
  demo = await startDemo();
  line = await startCutProxy(Number(new URL(demo.app).port));
  address = `http://volunteer.localhost:${line.port}/`;
});
test.beforeEach(() => line.mend());
test.afterAll(async () => {
  await line?.close();
  await demo?.stop();
});

/** Every file that the app's build made, as an address; the worker in its two parts and the build's own list are not for pages. */
function listBuiltFiles(): string[] {
  // The copy page is for the citizen's own phone, which fetches it once: it is no part of the app.
  const copyPage = readFileSync(join(built, 'the-chep/index.html'), 'utf8');
  return readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(built, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
    .filter((path) => !['/sw.js', '/outbox-sender.js'].includes(path) && !path.startsWith('/.vite/'))
    .filter((path) => !path.startsWith('/the-chep/') && !copyPage.includes(path))
    .sort();
}

async function visit(page: Page, path = ''): Promise<void> {
  await page.goto(address + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Until the worker has kept everything. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('a phone that was online once opens the app without any line, also after being switched off', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'go-cua-phone-'));
  const before = await startPhone({ profile });
  await visit(before.page);
  await settle(before.page);
  line.cut();
  await before.page.reload();
  await expect(before.page.getByRole('heading', { level: 1 })).toBeVisible();
  await before.close();

  const after = await startPhone({ profile });
  await visit(after.page);
  await visit(after.page, 'ho-so/bat-ky');
  await visit(after.page, '?ma=ABCD-EFGH');
  await after.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test('the page of a first visit finds every part without a line, before it was ever loaded anew', async ({
  page,
}) => {
  await visit(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  line.cut();
  const missing = await page.evaluate(async (files) => {
    const replies = await Promise.all(files.map((file) => fetch(file).catch(() => undefined)));
    return files.filter((_, at) => replies[at]?.ok !== true);
  }, listBuiltFiles());
  expect(missing).toEqual([]);
});

test('on a weak line the first sentence stands before the app has come, and nothing larger comes after it', async ({
  page,
}) => {
  const slow = await page.context().newCDPSession(page);
  await slow.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 94_000,
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as unknown as { element: Element | null } | undefined;
      Object.assign(window, { largest: last?.element?.closest('.first-paint') ? 'sentence' : 'app' });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await visit(page);
  const { sentence, app, largest } = await page.evaluate(() => ({
    sentence: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    app: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((latest, { responseEnd }) => Math.max(latest, responseEnd), 0),
    largest: (window as unknown as { largest: string }).largest,
  }));
  expect(sentence).toBeLessThan(app * 0.5);
  expect(largest).toBe('sentence');
});

test('without a line English is there too, and every face of the letters', async ({ page }) => {
  await visit(page);
  await settle(page);
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  line.cut();
  await page.evaluate((key) => localStorage.setItem(key, 'en'), LANGUAGE_KEY);
  await visit(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe(heading);
  const failed = await page.evaluate(async () => {
    const outcomes = await Promise.allSettled([...document.fonts].map((font) => font.load()));
    return outcomes.filter(({ status }) => status === 'rejected').length;
  });
  expect(failed).toBe(0);
  expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(2);
});

test('every file of the build is on the phone after one visit, screens not yet opened included', async ({
  page,
}) => {
  await visit(page);
  await settle(page);
  line.cut();
  await page.reload();
  const wanted = listBuiltFiles();
  expect(wanted.length).toBeGreaterThan(20);
  const missing = await page.evaluate(async (paths) => {
    // Past the browser's own cache, which may forget: only what the worker keeps counts.
    const isThere = (path: string): Promise<boolean> =>
      fetch(path, { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      );
    const answers = await Promise.all(paths.map(isThere));
    return paths.filter((_, at) => !answers[at]);
  }, wanted);
  expect(missing).toEqual([]);
});

test('without a line the worker never answers for the commune', async ({ page }) => {
  await visit(page);
  await settle(page);
  await page.reload();
  const ask = () =>
    page.evaluate(() =>
      Promise.all(
        [
          fetch('/api/health', { cache: 'no-store' }),
          fetch('/api/sync', { method: 'POST', body: 'x' }),
          fetch('/', { method: 'POST' }),
        ].map((answer) =>
          answer.then(
            ({ status }) => status,
            () => 'none' as const,
          ),
        ),
      ),
    );
  const [health] = await ask();
  expect(health).toBe(200);
  line.cut();
  expect(await ask()).toEqual(['none', 'none', 'none']);
});

test('the app runs under its own policy, online and offline, without one violation', async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      noteViolation(`${violatedDirective} ${blockedURI}`),
    );
  });
  await visit(page);
  await settle(page);
  await page.reload();
  await visit(page, '?ma=ABCD-EFGH');
  line.cut();
  await visit(page);
  expect(violations).toEqual([]);

  const allowed = await page.evaluate(async () => {
    // The test's own call is exempt from the ban on programs made of text; what comes a moment later is not.
    await new Promise((resolve) => setTimeout(resolve));
    const attempts: Readonly<Record<string, () => unknown>> = {
      'a string as worker': () => new Worker('/sw.js'),
      'a string as service worker': () => navigator.serviceWorker.register('/sw.js?other'),
      'text as page': () => (document.body.innerHTML = '<b>x</b>'),
      'text as program': () => new Function('return 1')(),
      'a string as script address': () => (document.createElement('script').src = '/sw.js'),
    };
    const outcomes = Object.entries(attempts).map(async ([name, attempt]) => {
      try {
        await attempt();
        return [name];
      } catch {
        return [];
      }
    });
    return (await Promise.all(outcomes)).flat();
  });
  expect(allowed).toEqual([]);
  await expect.poll(() => violations.length).toBe(5);
});

test('nothing of another server is asked for, let alone run', async ({ page }) => {
  const asked: string[] = [];
  const other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
    response.end('globalThis.wasRun = true;');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const foreign = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  await visit(page);
  const done = await page.evaluate(async (server) => {
    const image = new Image();
    const attempts = [
      ...[`${server}/module.js`, 'data:text/javascript,globalThis.wasRun=true'].map(
        (module): Promise<unknown> => import(module),
      ),
      fetch(`${server}/fetch`),
      new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
        image.src = `${server}/image.png`;
      }),
    ];
    return (await Promise.allSettled(attempts)).map(({ status }) => status);
  }, foreign);
  expect(done).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
  expect(asked).toEqual([]);
  other.close();
});
