import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type AnsweringWire, startAnsweringWire } from './support/answering-wire.ts';
import { checkScreen } from './support/check-screen.ts';
import { addressOf, type DemoRole, join, PIN, unlock } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { countDevices } from './support/received-work.ts';
import { type Demo, startDemo } from './support/start-demo.ts';

let demo: Demo;
let wire: AnsweringWire;
let phone: Phone | undefined;
const folders: string[] = [];

test.beforeAll(async () => {
  demo = await startDemo();
  wire = await startAnsweringWire(Number(new URL(demo.app).port));
});

test.afterAll(async () => {
  await phone?.close();
  await wire.close();
  await demo.stop();
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function takePhone(profile: string): Promise<Phone> {
  await phone?.close();
  phone = await startPhone({ profile });
  phone.page.setDefaultTimeout(20_000);
  return phone;
}

function makeProfile(): string {
  const folder = mkdtempSync(joinPath(tmpdir(), 'go-cua-enrolment-'));
  folders.push(folder);
  return folder;
}

async function choosePin(page: Page): Promise<void> {
  for (const heading of ['Đặt mã PIN', 'Nhập lại mã PIN']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await page.locator('input[type=password]').fill(PIN);
    await page.keyboard.press('Enter');
  }
}

/** The line keeps the request, or the server's answer; the browser dies, and the same profile opens again. */
async function killWhileJoining(role: DemoRole, side: 'request' | 'answer'): Promise<Page> {
  const profile = makeProfile();
  const { page, kill } = await takePhone(profile);
  await page.goto(`${addressOf(role, wire.port)}/?ma=${demo.roles[role].invitation}`);
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  const held = wire.holdOne({ path: /^\/api\/enrol/, side, after: 0 });
  await choosePin(page);
  await held;
  await kill();
  const again = await takePhone(profile);
  await again.page.goto(addressOf(role, wire.port));
  return again.page;
}

async function finishJoining(page: Page): Promise<void> {
  await expect(page.getByText('Lần trước máy tắt khi đang vào tổ.')).toBeVisible();
  await checkScreen(page);
  await unlock(page);
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  await expect(page.getByTestId('confirmation-words').getByRole('listitem')).toHaveCount(4);
}

test('a phone that dies after the commune has said yes joins with the same invitation, as one device', async () => {
  test.setTimeout(120_000);
  const page = await killWhileJoining('volunteer', 'answer');
  expect(countDevices(demo.folder, 'volunteer')).toBe(1);
  await finishJoining(page);
  expect(countDevices(demo.folder, 'volunteer')).toBe(1);
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  await page.reload();
  await expect(page.getByText('Lần trước máy tắt khi đang vào tổ.')).toHaveCount(0);
  await unlock(page);
  await expect(page.getByRole('link', { name: 'Hôm nay' }).first()).toBeVisible();
  await phone?.close();
});

test('a phone that dies before the commune has heard of it joins with the same invitation', async () => {
  test.setTimeout(120_000);
  const page = await killWhileJoining('officer', 'request');
  expect(countDevices(demo.folder, 'officer')).toBe(0);
  await finishJoining(page);
  expect(countDevices(demo.folder, 'officer')).toBe(1);
});

test('a notebook that came back older says so, is still read, and another one can be begun beside it', async () => {
  test.setTimeout(120_000);
  const { page } = await takePhone(makeProfile());
  const address = addressOf('head', wire.port);
  await join(page, { address, invitation: demo.roles.head.invitation });
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('go-cua.vault.')) ?? '';
    const marker = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
    localStorage.setItem(key, JSON.stringify({ ...marker, lastSeq: 7 }));
  });
  await page.goto(address);
  await unlock(page);
  const bar = page.locator('a[href="/da-gui-chua"] [role=status]');
  await expect(bar).toHaveText('Sổ bị lùi lại, đã ngừng gửi');
  await bar.click();
  await expect(page.getByText('Máy tắt đột ngột nên sổ này trở về lúc trước đó')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gửi ngay' })).toHaveCount(0);
  await checkScreen(page);
  await page.getByRole('button', { name: 'Vào lại bằng mã mới' }).click();
  await expect(page.getByLabel('Mã mời của xã')).toBeVisible();
  await page.goto(address);
  await unlock(page);
  await expect(bar).toHaveText('Sổ bị lùi lại, đã ngừng gửi');
});

const ZALO = {
  android:
    'Mozilla/5.0 (Linux; Android 13; SM-A536E Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 Zalo android/12100621 ZaloTheme/light ZaloLanguage/vi',
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/536 ZaloTheme/light ZaloLanguage/vn',
} as const;

/** As Android's `Intent.parseUri` reads it: the address stands before the last number sign. */
function readIntent(link: string): string {
  const cut = link.lastIndexOf('#Intent;');
  const scheme = /;scheme=([^;]+)/.exec(link)?.[1];
  return link.slice(0, cut).replace(/^intent:/, `${scheme}:`);
}

for (const [system, userAgent] of Object.entries(ZALO))
  test(`inside Zalo (${system}) nothing is kept, and the invitation travels on whole`, async ({
    browser,
  }) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({
      userAgent,
      permissions,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    const home = addressOf('volunteer', wire.port);
    const code = 'gc1.eyJzZXNzaW9uIjoiQnXhu5VpIn0';
    for (const address of [`${home}/?ma=BCDFG-HJKLM`, `${home}/vao-buoi#${code}`]) {
      await page.goto('about:blank');
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'Mở bằng Chrome' })).toBeVisible();
      await checkScreen(page);
      await expect(page.getByTestId('wall-address')).toHaveText(address);
      if (system === 'android') {
        const link = await page.getByTestId('open-in-chrome').getAttribute('href');
        expect(readIntent(link ?? '')).toBe(address);
        expect(new URLSearchParams(link?.replaceAll(';', '&')).get('S.browser_fallback_url')).toBe(address);
      }
      await page.getByRole('button', { name: 'Chép đường dẫn' }).click();
      await expect(page.getByRole('button', { name: 'Đã chép' })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
      expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(
        [],
      );
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    }
    expect(asked.filter((one) => one.includes(code))).toEqual([]);
    await page.getByTestId('practice-start').click();
    await expect(page).toHaveURL(`${home}/tap-huan`);
    await context.close();
  });
