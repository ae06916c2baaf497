import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { type CutProxy, startCutProxy } from './support/cut-proxy.ts';
import {
  addressOf,
  join,
  type JoinInput,
  joinUntilWords,
  PIN,
  unlock,
  waitUntilOfflineReady,
} from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import { scanStores, searchFolder } from './support/search-canaries.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { goInApp, openSession, writePerson } from './support/volunteer.ts';

/** Words that no dictionary, library or picture holds by chance. */
const OLD_CARD = '099147864275||Hoàng Zịmvẫng|02031947|Nữ|Thôn Kẹvẵngzu, Xã Ví Dụ|05112022';
const NEW_CARD = '099148753164||Nông Quỗcxơ|02031948|Nam|Thôn Đạzwếnfo, Xã Ví Dụ|05112022';
const HALF = 'Zởdang';
const CANARIES = [
  HALF,
  'Zịmvẫng',
  'Quỗcxơ',
  'Kẹvẵngzu',
  'Đạzwếnfo',
  '099147864275',
  '099148753164',
  '0991 4875 3164',
];

let demo: Demo;
let second: Demo | undefined;
let line: CutProxy | undefined;
let phone: Phone | undefined;
const profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-locked-'));

test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await phone?.close();
  await line?.close();
  await demo?.stop();
  await second?.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function takePhone(): Promise<Page> {
  phone = await startPhone({ profile });
  phone.page.setDefaultTimeout(20_000);
  return phone.page;
}

/** Remembers the vault's workers, so that a test can let one die as a phone without memory does. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
    Object.assign(window, {
      killVault: () => {
        for (const worker of workers) {
          worker.terminate();
          worker.dispatchEvent(new Event('error'));
        }
      },
    });
  });
}

/** As seen from inside: only the wall clock has gone on. */
const sleep = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, minutes * 60_000);

const invite = (role: 'volunteer' | 'officer'): JoinInput => {
  const port = Number(new URL(demo.app).port);
  return { address: addressOf(role, port), invitation: demo.roles[role].invitation };
};

test('what could not be saved when the phone locks is covered, and saved under the PIN by a fresh vault', async ({
  page,
}) => {
  await watchWorkers(page);
  await join(page, invite('volunteer'));
  await page.evaluate(() => (window as unknown as { killVault: () => void }).killVault());
  await openSession(page);
  await page.getByText('Chưa lưu được, bấm để cứu').first().click();
  await expect(page.getByRole('heading', { name: 'Chưa lưu được xuống máy' })).toBeVisible();
  await expect(page.getByText('Phần giữ khóa của sổ đã dừng')).toBeVisible();

  await sleep(page, 20);
  await expect(page.getByText('Máy đã che tên nhưng chưa khóa hẳn')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Nhập mã PIN để mở lại sổ' }).fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Đã lưu hết. Không mất gì.' })).toBeVisible({
    timeout: 20_000,
  });
});

test('the four words do not lie open: the phone locks over them too', async ({ page }) => {
  await joinUntilWords(page, invite('officer'));
  await sleep(page, 4);
  await page.waitForURL('**/khoa', { timeout: 15_000 });
  await unlock(page);
});

async function agreeLocked(page: Page): Promise<void> {
  await page.getByTestId('locked-write').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
}

async function writeLocked(page: Page, card: string): Promise<void> {
  await agreeLocked(page);
  await page.getByTestId('card-paste').fill('99147|không phải thẻ');
  await page.keyboard.press('Enter');
  await page.getByText('Chưa đọc được thẻ').waitFor();
  await page.getByTestId('card-paste').fill(card);
  await page.getByTestId('card-done').click();
  await page.getByRole('heading', { name: 'Đã ghi' }).waitFor();
}

/** With the wire cut, as at most doors. */
async function openLocked(address: string): Promise<Page> {
  const page = await takePhone();
  await page.goto(address);
  await page.getByTestId('locked-write').waitFor();
  return page;
}

async function expectNothingReadable(page: Page): Promise<void> {
  const { hits, read } = await scanStores(page, CANARIES);
  expect(hits).toEqual([]);
  for (const store of ['records', 'lockedEntries'])
    expect(Object.keys(read).join('\n')).toContain(` ${store}`);
}

test('a phone that has been locked for an hour writes somebody down, reads nobody, and sends them once confirmed', async () => {
  test.setTimeout(180_000);
  second = await startDemo();
  const { folder, roles } = second;
  line = await startCutProxy(Number(new URL(second.app).port));
  const address = addressOf('volunteer', line.port);
  let page = await takePhone();

  await test.step('an hour passes over an open session with somebody in it', async () => {
    const words = await join(page, { address, invitation: roles.volunteer.invitation });
    second?.type(words.join(' '));
    await openSession(page);
    await writePerson(page, OLD_CARD);
    await page.getByText('Zịmvẫng').first().waitFor();
    await waitUntilOfflineReady(page);
    await sleep(page, 60);
    await page.waitForURL('**/khoa', { timeout: 15_000 });
  });
  await test.step('without a line and after a reload somebody new is written down', async () => {
    line?.cut();
    await page.reload();
    await expect(page.getByTestId('locked-waiting')).toHaveCount(0);
    await writeLocked(page, NEW_CARD);
    await checkScreen(page);
    await page.getByTestId('locked-leave').click();
    await expect(page.getByTestId('locked-waiting')).toHaveText('1 người ghi lúc máy khóa, chờ xác nhận');
    await checkScreen(page);
  });
  await test.step('nobody touches the phone: what was begun is sealed, and the screen is cleared', async () => {
    await agreeLocked(page);
    await page.getByTestId('card-by-hand').click();
    await page.getByLabel('Họ và tên').fill(`Lý ${HALF}`);
    await sleep(page, 4);
    await expect(page.getByTestId('locked-waiting')).toHaveText('2 người ghi lúc máy khóa, chờ xác nhận', {
      timeout: 20_000,
    });
    await expectNothingReadable(page);
    await phone?.kill();
    expect(await searchFolder(profile, CANARIES)).toEqual([]);
  });
  await test.step('under the PIN it waits; the phone dies as it is confirmed', async () => {
    page = await openLocked(address);
    await unlock(page);
    await page.getByText('2 người ghi lúc khóa, chờ xem lại').waitFor();
    await page.getByRole('link', { name: 'Xem lại', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(HALF) }).click();
    await page.getByTestId('locked-discard').click();
    await page.getByTestId('locked-discard-yes').click();
    await expect(page.getByRole('button', { name: new RegExp(HALF) })).toHaveCount(0);
    await page.getByRole('button', { name: /Nông Quỗcxơ/ }).click();
    // The session is still open: they come to it as they are confirmed.
    await expect(page.getByText('nhận số A02 ở buổi đang mở')).toBeVisible();
    await checkScreen(page);
    await page.getByTestId('card-done').click();
    // The yes is on the disk; what it stands for may be half done.
    await page.getByText(/^(Đã vào sổ: |Đã ghi A02 )Nông Quỗcxơ/).waitFor();
    await phone?.kill();
  });
  await test.step('it is there once, and arrives once', async () => {
    page = await openLocked(address);
    line?.mend();
    await unlock(page);
    await page.getByRole('heading', { name: /^Chào/ }).waitFor();
    await goInApp(page, address, '/nguoi-dan');
    await expect(page.getByText('Nông Quỗcxơ', { exact: true })).toHaveCount(1);
    await page.getByRole('link', { name: 'Buổi', exact: true }).first().click();
    await page.getByRole('link', { name: 'Vào buổi' }).first().click();
    await expect(page.getByText('Nông Quỗcxơ', { exact: true })).toHaveCount(1);
    await expect(page.getByText(/^A0/)).toHaveText(['A01', 'A02']);
    await goInApp(page, address, '/da-gui-chua');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect
      .poll(() => readReceived(folder, 'volunteer').records, { timeout: 30_000 })
      .toMatchObject({
        citizen: 2,
        consent: 2,
      });
    expect(readReceived(folder, 'volunteer').setAside).toBe(0);
    await page.goto(address);
    await page.getByTestId('locked-write').waitFor();
    await expect(page.getByTestId('locked-waiting')).toHaveCount(0);
  });
});
