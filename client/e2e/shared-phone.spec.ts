/** One phone, several people: a book of each, nothing of one seen by another; and a PIN that is forgotten costs no work. */
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow } from './support/follow-up.ts';
import { invite, unlock } from './support/join.ts';
import { joinTeam } from './support/join-team.ts';
import { readReceived } from './support/received-work.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import {
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
  writePersonLocked,
} from './support/volunteer.ts';

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const MAU = `099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`;
const AT_THE_DOOR =
  '099190000456||Nông Thị Thử|1990|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
const DU = `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`;
const OTHER_PIN = '739164';
const WRONG_PIN = '111222';

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
let page: Page;
let head: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  world = await startWorld();
  page = (await world.takePhone({ patience: 20_000 })).page;
  head = (await world.takePhone({ ...LAPTOP, patience: 20_000 })).page;
});
test.afterAll(() => world?.close());

async function lock(): Promise<void> {
  await goInApp(page, world.address, '/da-gui-chua');
  await page.getByRole('button', { name: 'Khóa máy' }).click();
  await page.waitForURL('**/khoa');
}

/** The phone is new to them; the head lets it in. */
async function joinBeside(invitation: string, pin: string): Promise<void> {
  await page.getByLabel('Mã mời của xã').fill(invitation);
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  for (const name of ['Đặt mã PIN', 'Nhập lại mã PIN']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await page.locator('input[type=password]').fill(pin);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByTestId('confirmation-words')).toBeVisible();
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  await expect(head.getByTestId('approve-device')).toHaveCount(1);
  await head.getByTestId('approve-device').first().click();
  await sendNow(page, world.address);
}

async function expectPerson(name: string, isThere: boolean): Promise<void> {
  await goInApp(page, world.address, '/nguoi-dan');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(isThere ? 1 : 0);
}

test('a second person begins a book beside the first: neither sees the other’s, and what one queued is sent by the other’s page', async () => {
  test.setTimeout(240_000);
  await joinTeam(world, head, [page]);
  await goInApp(page, world.address, '/hom-nay');
  await openSession(page);
  await sendNow(page, world.address);
  world.line.cut();
  await goInApp(page, world.address, '/hom-nay');
  await page.getByRole('link', { name: 'Vào buổi' }).first().click();
  await writePerson(page, MAU);
  await lock();
  const { citizen: before = 0 } = readReceived(world.demo.folder, 'volunteer').records;
  expect(before).toBe(0);

  const invitation = await invite(head, 'Đinh Thị Khác');
  await page.getByTestId('new-book').click();
  await checkScreen(page);
  world.line.mend();
  await joinBeside(invitation, OTHER_PIN);
  await expectPerson('Hoàng Thị Mẫu', false);
  await lock();
  await expect(page.getByRole('button', { name: /^Mở sổ khác/ })).toBeVisible();
  await checkScreen(page);
  // Whichever book is in front, what lies in the other one has gone out by itself.
  await expect.poll(() => readReceived(world.demo.folder, 'volunteer').records['citizen'] ?? 0).toBe(1);

  await unlock(page, WRONG_PIN);
  await expect(page.getByText(/Mã chưa đúng/)).toBeVisible();
  await page.getByRole('button', { name: /^Mở sổ khác/ }).click();
  await unlock(page, OTHER_PIN);
  await expect(page.getByText(/Mã chưa đúng/)).toBeVisible();
});

test('a forgotten PIN: after ten wrong ones all that was queued still goes out, and a new book brings the drafts back', async () => {
  test.setTimeout(240_000);
  let dossier = '';
  await test.step('a dossier is in work, and something is not sent yet', async () => {
    await unlock(page);
    await expect(page.getByRole('heading', { name: /^Chào/ })).toBeVisible();
    dossier = await beginDossier(page, world.address, 'Hoàng Thị Mẫu');
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    await sendNow(page, world.address);
    world.line.cut();
    await goInApp(page, world.address, '/hom-nay');
    await page.getByRole('link', { name: 'Vào buổi' }).first().click();
    await writePerson(page, DU);
    await lock();
  });
  await test.step('somebody is written down while it is locked, and nobody will ever confirm them', async () => {
    await writePersonLocked(page, AT_THE_DOOR);
  });
  await test.step('ten wrong PINs, with all their waiting, shut the book', async () => {
    await page.clock.install();
    await page.reload();
    for (let tries = 0; tries < 10; tries++) {
      await unlock(page, WRONG_PIN);
      await expect(
        page.getByText(/Mã chưa đúng|Còn 1 lần thử|Mã này không dùng được nữa/).first(),
      ).toBeVisible();
      await page.clock.fastForward('05:00:00');
    }
    await expect(page.getByRole('heading', { name: 'Mã này không dùng được nữa' })).toBeVisible();
    await checkScreen(page);
  });
  await test.step('what was queued goes out all the same', async () => {
    world.line.mend();
    await page.reload();
    await expect.poll(() => readReceived(world.demo.folder, 'volunteer').records['citizen'] ?? 0).toBe(3);
    await expect(page.getByTestId('locked-waiting')).toHaveCount(0);
  });
  await test.step('with a new code the same person has their drafts again', async () => {
    const invitation = await invite(head, 'Nguyễn Thị Hạnh');
    await page.getByRole('button', { name: /^Mở sổ khác/ }).click();
    await page.getByTestId('join-anew').click();
    await joinBeside(invitation, OTHER_PIN);
    await expect(async () => {
      await sendNow(page, world.address);
      await expectPerson('Nguyễn Văn Dụ', true);
      await expectPerson('Nông Thị Thử', true);
    }).toPass({ timeout: 60_000 });
    await goInApp(page, world.address, dossier);
    await page.getByTestId('dossier-info').click();
    await expect(page.getByTestId('answer-registeredAt')).toHaveValue('UBND xã Ví Dụ');
  });
});
