import { mkdtempSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { addressOf, join, waitUntilOfflineReady } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { scanStores, searchBytes, searchText, listSpellings } from './support/search-canaries.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import {
  answerForm,
  beginDossier,
  chooseRoute,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const NUMBER = '099147000123';
const MAU = `${NUMBER}||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;
const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
/** Stands in no other place of the product. */
const CANARY = 'Quỳnh Lâm Kỳ Vỹ';

let demo: Demo;
let line: ListeningLine;
let phone: Phone;
let address: string;

test.beforeAll(async () => {
  demo = await startDemo();
  line = await startListeningLine(Number(new URL(demo.app).port));
  phone = await startPhone({ profile: mkdtempSync(joinPath(tmpdir(), 'go-cua-copy-')) });
  phone.page.setDefaultTimeout(15_000);
  address = addressOf('volunteer', line.port);
});
test.afterAll(async () => {
  await phone?.close();
  await line?.close();
  await demo?.stop();
});

test('the card goes to the citizen’s own phone by a square code, past every server', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page } = phone;
  await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(page);
  await openSession(page);
  await writePerson(page, MAU);
  await writePerson(page, DU);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: CANARY, copies: '2' });
  await chooseRoute(page, 'selfAtSession');
  await page.getByRole('link', { name: 'Thẻ chép' }).click();
  await expect(page.getByTestId('first-rule')).toBeVisible();
  await page.getByTestId('copy-to-phone').click();
  await expect(page.getByRole('dialog').getByTestId('first-rule')).toBeVisible();
  await expect(page.getByRole('img', { name: /để quét bằng điện thoại/ })).toBeVisible();
  await checkScreen(page);
  const link = (await page.getByTestId('copy-code').getAttribute('data-link')) ?? '';
  expect(link.startsWith(`${address}/the-chep/#1`)).toBe(true);

  const citizen = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  await citizen.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  const own = await openLink(citizen, link);
  await test.step('the values are shown, each with its button, and copied one after the other', async () => {
    await expect(own.getByText(CANARY)).toBeVisible();
    const first = own.getByRole('button', { name: /^Chép / }).first();
    await expect(first).toBeVisible();
    const rows = await own.locator('.value').allTextContents();
    await first.click();
    expect(await own.evaluate(() => navigator.clipboard.readText())).toBe(rows[0]);
    await expect(own.locator('.row').first()).toContainText('Đã chép ✓');
    await own.keyboard.press('Enter');
    expect(await own.evaluate(() => navigator.clipboard.readText())).toBe(rows[1]);
    await checkScreen(own);
    await own.getByRole('button', { name: 'English' }).click();
    await expect(own.getByRole('heading', { name: 'Copy card' })).toBeVisible();
    await expect(own.getByText(CANARY)).toBeVisible();
  });

  await test.step('the address is clean, nothing is stored, and no worker came along', async () => {
    expect(own.url()).toBe(`${address}/the-chep/`);
    expect(await own.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    const scan = await scanStores(own, [CANARY]);
    // The page itself shows it; everything else does not.
    expect(scan.hits.filter(({ where }) => where !== 'page')).toEqual([]);
    const left = await own.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
    }));
    expect(left).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookies: '' });
    expect((await citizen.storageState()).cookies).toEqual([]);
  });

  await test.step('neither the number nor the name is in the code', async () => {
    const shown = await own.locator('main').innerText();
    expect(searchText(shown, 'page', [NUMBER, 'Hoàng Thị Mẫu'])).toEqual([]);
  });

  await test.step('another load without the code has nothing to show, and a spent day says so', async () => {
    await own.reload();
    await expect(
      own.getByText('There is nothing to copy').or(own.getByText('Chưa có gì để chép')),
    ).toBeVisible();
    const late = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await late.clock.setFixedTime(new Date('2030-01-02T03:00:00Z'));
    const stale = await openLink(late, link);
    await expect(stale.getByText('Mã này đã hết ngày dùng')).toBeVisible();
    await expect(stale.getByText(CANARY)).toHaveCount(0);
    await late.close();
    await own.goto(`${address}/the-chep/#1cut-in-the-middle`);
    await own.reload();
    await own.goto(`${address}/the-chep/#1cut-in-the-middle`);
    await expect(own.getByText('Mã đọc không đủ')).toBeVisible();
  });

  await test.step('inside Zalo it works as well: nothing is kept, so nothing can be lost', async () => {
    const zalo = await browser.newContext({
      viewport: { width: 360, height: 740 },
      userAgent:
        'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Zalo android/12',
    });
    const inside = await openLink(zalo, link);
    await expect(inside.getByText(CANARY)).toBeVisible();
    await zalo.close();
  });

  await test.step('with the app’s own worker on a phone the page is still the page', async () => {
    const second = await page.context().newPage();
    await second.goto(link);
    await expect(second.getByText(CANARY)).toBeVisible();
    await second.close();
  });

  await test.step('the next citizen’s card waits until this one has signed out', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    const next = await beginDossier(page, address, 'Nguyễn Văn Dụ');
    await goInApp(page, address, `${next}/the-chep`);
    await expect(page.getByText('Người trước chưa đăng xuất VNeID')).toBeVisible();
    await expect(page.getByTestId('sign-out-go')).toBeDisabled();
    await checkScreen(page);
    await page.getByRole('checkbox').check();
    await page.getByTestId('sign-out-go').click();
    await expect(page.getByRole('heading', { name: 'Thẻ chép' })).toBeVisible();
    await goInApp(page, address, `${dossier}/the-chep`);
    await expect(page.getByTestId('copy-current')).toBeVisible();
  });

  await test.step('no byte of it went up the line, from either phone', async () => {
    const heard = line.heard();
    // What is sent is sealed, and the page's own address was asked for: the line was listened to.
    expect(heard.includes(Buffer.from('GET /the-chep/ '))).toBe(true);
    expect(
      searchBytes(heard, 'line', listSpellings([CANARY, NUMBER, new URL(link).hash.slice(0, 40)])),
    ).toEqual([]);
  });
  await citizen.close();
});

/** Fails on whatever the page's policy refuses. */
async function openLink(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const response = await page.goto(link);
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  expect(response?.headers()['cache-control']).toBe('no-cache');
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  await expect(page.locator('main h1')).toBeVisible();
  expect(refused).toEqual([]);
  return page;
}

interface ListeningLine {
  readonly port: number;
  /** Every byte that browsers have sent up so far. */
  readonly heard: () => Buffer;
  readonly close: () => Promise<void>;
}

async function startListeningLine(target: number): Promise<ListeningLine> {
  const parts: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (part: Buffer) => parts.push(part));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => Buffer.concat(parts),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
