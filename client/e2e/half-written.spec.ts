import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow as askCommune } from './support/follow-up.ts';
import { join, unlock } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import { NO_ROOM, setFault } from './support/set-fault.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession, typeName } from './support/volunteer.ts';

const CUSTODY = '/da-gui-chua';
const NAME = 'Lý Thị Dở';
const BACK = 'Lý Thị Lùi';
const THIRD = 'Lý Thị Ra';
const FULL = 'Lý Thị Đầy';
const CARD = '099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ|05112022';

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
let phone: Phone;
let profile: string;

test.beforeAll(async () => {
  world = await startWorld();
  profile = world.makeFolder();
});
test.afterAll(() => world?.close());

async function takePhone(): Promise<Page> {
  phone = await world.takePhone({ profile, patience: 20_000 });
  return phone.page;
}

const bar = (page: Page) => page.locator(`a[href="${CUSTODY}"] [role=status]`);
const countReceived = (collection: string) =>
  readReceived(world.demo.folder, 'volunteer').records[collection] ?? 0;

const sendNow = (page: Page): Promise<void> => askCommune(page, world.address);

test('somebody half written when the phone dies is there, unsent, until a person goes on with them', async () => {
  test.setTimeout(180_000);
  let page = await takePhone();
  await test.step('a name is typed and saved, and nobody has pressed Xong', async () => {
    const words = await join(page, {
      address: world.address,
      invitation: world.demo.roles.volunteer.invitation,
    });
    world.demo.type(words.join(' '));
    await openSession(page);
    await typeName(page, NAME);
    await expect.poll(() => countReceived('session')).toBe(1);
    await expect(bar(page)).toHaveText('Đã lưu hết · còn người ghi dở');
    await phone.kill();
  });
  await test.step('it is shown as what it is, and no sending takes it along', async () => {
    page = await takePhone();
    await page.goto(`${world.address}/hom-nay`);
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
  await test.step('somebody who was left with ‹ is named at the session, and before it is closed', async () => {
    await goInApp(page, world.address, '/hom-nay');
    await page.getByRole('link', { name: 'Vào buổi' }).first().click();
    await typeName(page, BACK);
    await page.getByRole('link', { name: 'Quay lại' }).first().click();
    await expect(page.getByRole('heading', { name: 'Đang ghi dở (1)' })).toBeVisible();
    await checkScreen(page);
    await page.getByTestId('session-close').click();
    await expect(page.getByText('Còn 1 người ghi dở, chưa có số.')).toBeVisible();
    await checkScreen(page);
    await page.getByRole('button', { name: 'Đóng', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(BACK) }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2_000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await page.getByRole('link', { name: new RegExp(BACK) }).click();
    // A new place begins at its top, and the one before is found again where it was left.
    await expect(page.getByLabel('Họ và tên')).toHaveValue(BACK);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await goInApp(page, world.address, '/hom-nay');
    await expect(page.getByText('Ghi dở, chưa bấm Xong')).toBeVisible();
    await page.getByRole('link', { name: 'Làm tiếp' }).click();
    await expect(page.getByLabel('Họ và tên')).toHaveValue(BACK);
    await page.getByTestId('card-done').click();
    await expect(page.getByText(/^A02/).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Đang ghi dở/ })).toHaveCount(0);
  });
  await test.step('Back goes one step, and the yes is kept; of a card that was read nothing stands in the address', async () => {
    const session = page.url();
    const card = page.getByTestId('card-paste');
    await page.getByTestId('write-name').click();
    await page.getByRole('checkbox').first().check();
    await page.getByTestId('consent-yes').click();
    await card.fill(CARD);
    await expect(page.getByTestId('card-done')).toBeVisible();
    expect(await page.evaluate(() => location.href + JSON.stringify(history.state))).not.toMatch(
      /099147|Mẫu/,
    );
    await page.goBack();
    await expect(card).toBeVisible();
    await page.goForward();
    await expect(page.getByTestId('card-done')).toBeVisible();
    await page.getByTestId('card-again').click();
    await expect(card).toBeVisible();
    await page.goBack();
    await expect(page.getByTestId('consent-yes')).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(session);
  });
  await test.step('of what a page that was loaded anew has forgotten Back makes no empty steps', async () => {
    const session = page.url();
    await page.getByTestId('write-name').click();
    await page.getByRole('checkbox').first().check();
    await page.getByTestId('consent-yes').click();
    await page.getByTestId('card-paste').fill(CARD);
    await expect(page.getByTestId('card-done')).toBeVisible();
    await page.reload();
    await unlock(page);
    await expect(page.getByTestId('consent-yes')).toBeVisible();
    // It goes back over them by itself, faster than any hand.
    await expect
      .poll(() => page.evaluate(() => (history.state as { step?: string } | null)?.step))
      .toBeUndefined();
    await page.goBack();
    await expect(page).toHaveURL(session);
  });
  await test.step('once something is written Back leads out, to the session, and nobody is written twice', async () => {
    const session = page.url();
    await typeName(page, THIRD);
    await expect(page).toHaveURL(/[?&]nguoi=/);
    await page.goBack();
    await expect(page).toHaveURL(session);
    await page.getByRole('link', { name: new RegExp(THIRD) }).click();
    await expect(page.getByLabel('Họ và tên')).toHaveValue(THIRD);
    await page.getByTestId('card-done').click();
    await expect(page.getByText(/^A03/).first()).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(session);
    await sendNow(page);
    await expect.poll(() => [countReceived('citizen'), countReceived('consent')]).toEqual([3, 3]);
  });
  await test.step('while the store is full no line and no message says that it is kept', async () => {
    const fill = (isFull: boolean) => page.evaluate(setFault, isFull ? NO_ROOM : null);
    await goInApp(page, world.address, '/hom-nay');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await fill(true);
    await typeName(page, FULL);
    await expect(page.getByText('Chưa lưu được xuống máy.')).toBeVisible();
    await expect(page.getByText('Gõ đến đâu lưu trên máy đến đó.')).toBeHidden();
    await checkScreen(page);
    await page.getByTestId('card-done').click();
    await expect(page.getByText(`Đã ghi A04 ${FULL}`)).toContainText('Chưa xuống được máy');
    await checkScreen(page);
    await fill(false);
    await expect(bar(page)).not.toHaveText('Chưa lưu được, bấm để cứu', { timeout: 40_000 });
    await sendNow(page);
    await expect.poll(() => [countReceived('citizen'), countReceived('consent')]).toEqual([4, 4]);
  });
});
