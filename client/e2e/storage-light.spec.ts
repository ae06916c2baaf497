/** What this machine can be trusted with is said before anything is refused: room, the browser's promise, one copy or two. */
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { join } from './support/join.ts';
import { expectSaved } from './support/shown-work.ts';
import { startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
const MEGABYTE = 1_000_000;

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

/** So many bytes for this origin in all, of which a few hundred thousand are used; for as long as the session is open. */
async function leaveRoom(page: Page, bytes: number | undefined): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  const quotaSize = bytes === undefined ? {} : { quotaSize: bytes };
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...quotaSize });
}

/** As when somebody comes back to the app: it looks again. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('a machine that fills up says so, keeps words and refuses pictures first', async () => {
  test.setTimeout(180_000);
  const phone = await world.takePhone({ patience: 20_000 });
  const { page } = phone;
  let dossier = '';

  await test.step('with room: the light is on the page “Đã gửi chưa?”, with what would be lost now', async () => {
    await join(page, { address: world.address, invitation: world.demo.roles.volunteer.invitation });
    world.line.cut();
    await openSession(page);
    await writePerson(page, DU);
    dossier = await beginDossier(page, world.address, 'Nguyễn Văn Dụ');
    await goInApp(page, world.address, '/da-gui-chua');
    await expect(page.getByText(/Mất \d+ việc chưa về xã, vừa ghi trong giờ qua\./)).toBeVisible();
    await expect(page.getByText('Hai bản', { exact: true })).toBeVisible();
    await expect(page.getByTestId('make-room')).toHaveCount(0);
    await checkScreen(page);
    await page.getByTestId('ask-promise').click();
    await expect(page.getByText(/Trình duyệt (chưa hứa|đã hứa)/).first()).toBeVisible();
  });

  await test.step('filling up: said on the first screen, and room is made of what may go', async () => {
    await leaveRoom(page, 100 * MEGABYTE);
    await goInApp(page, world.address, '/hom-nay');
    await comeBack(page);
    await expect(page.getByText('Máy sắp đầy')).toBeVisible();
    await checkScreen(page);
    await page.getByRole('link', { name: 'Dọn chỗ' }).click();
    await page.getByTestId('make-room').click();
    await expect(page.getByText(/^Không còn gì bỏ được/)).toBeVisible();
    await checkScreen(page);
  });

  await test.step('nearly full: no picture is taken any more, and words are', async () => {
    await leaveRoom(page, 25 * MEGABYTE);
    await goInApp(page, world.address, '/hom-nay');
    await comeBack(page);
    await expect(page.getByText('Máy gần hết chỗ')).toBeVisible();
    await checkScreen(page);
    await goInApp(page, world.address, dossier);
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    await expectSaved(page);
    const picture = await page.screenshot({ type: 'jpeg' });
    const file = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: picture };
    await page.getByTestId('paper-choose-oldCivilStatusPaper').setInputFiles(file);
    await expect(page.getByText(/gần hết chỗ nên chưa nhận thêm ảnh/)).toBeVisible();
    await checkScreen(page);
  });

  await test.step('with room again all of it goes on', async () => {
    await leaveRoom(page, undefined);
    await comeBack(page);
    await expect(async () => {
      await addPhotograph(page);
    }).toPass({ timeout: 30_000 });
    await goInApp(page, world.address, '/hom-nay');
    await expect(page.getByText('Máy gần hết chỗ')).toHaveCount(0);
  });
});
