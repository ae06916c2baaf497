import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { addressOf, join, unlock } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { goInApp, openSession } from './support/volunteer.ts';

const CUSTODY = '/da-gui-chua';
const NAME = 'Lý Thị Dở';

const expect = baseExpect.configure({ timeout: 20_000 });

let demo: Demo;
let address: string;
let phone: Phone | undefined;
const profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-half-'));

test.beforeAll(async () => {
  demo = await startDemo();
  address = addressOf('volunteer', Number(new URL(demo.app).port));
});
test.afterAll(async () => {
  await phone?.close();
  await demo.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function takePhone(): Promise<Page> {
  phone = await startPhone({ profile });
  phone.page.setDefaultTimeout(20_000);
  return phone.page;
}

const bar = (page: Page) => page.locator(`a[href="${CUSTODY}"] [role=status]`);
const countReceived = (collection: string) => readReceived(demo.folder, 'volunteer').records[collection] ?? 0;

async function sendNow(page: Page): Promise<void> {
  await goInApp(page, address, CUSTODY);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
}

test('somebody half written when the phone dies is there, unsent, until a person goes on with them', async () => {
  test.setTimeout(120_000);
  let page = await takePhone();
  await test.step('a name is typed and saved, and nobody has pressed Xong', async () => {
    const words = await join(page, { address, invitation: demo.roles.volunteer.invitation });
    demo.type(words.join(' '));
    await openSession(page);
    await page.getByTestId('write-name').click();
    await page.getByRole('checkbox').first().check();
    await page.getByTestId('consent-yes').click();
    await page.getByTestId('card-by-hand').click();
    await page.getByLabel('Họ và tên').fill(NAME);
    await expect.poll(() => countReceived('session')).toBe(1);
    await expect(bar(page)).toHaveText('Đã lưu hết · còn người ghi dở');
    await phone?.kill();
  });
  await test.step('it is shown as what it is, and no sending takes it along', async () => {
    page = await takePhone();
    await page.goto(`${address}/hom-nay`);
    await unlock(page);
    await expect(page.getByText('Ghi dở, chưa bấm Xong')).toBeVisible();
    await checkScreen(page);
    await sendNow(page);
    await expect(page.getByRole('heading', { name: 'Đang ghi dở' })).toBeVisible();
    await expect(page.getByText('Không còn gì chờ sóng. Còn người ghi dở.')).toBeVisible();
    await checkScreen(page);
    expect([countReceived('citizen'), countReceived('consent')]).toEqual([0, 0]);
  });
  await test.step('gone on with and finished, they have their number and arrive', async () => {
    await page
      .getByRole('link', { name: new RegExp(NAME) })
      .first()
      .click();
    await expect(page.getByLabel('Họ và tên')).toHaveValue(NAME);
    await checkScreen(page);
    await page.getByTestId('card-done').click();
    await expect(page.getByTestId('session-close')).toBeVisible();
    await expect(page.getByText(/^A01/).first()).toBeVisible();
    await sendNow(page);
    await expect.poll(() => [countReceived('citizen'), countReceived('consent')]).toEqual([1, 1]);
    await expect(bar(page)).toHaveText('Xã đã nhận hết');
  });
});
