import { expect, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { join } from './support/join.ts';
import { confirmPack, movePack, sendNow, syncUntil } from './support/follow-up.ts';
import { startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  chooseRoute,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const MAU = '099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';

let world: World;

test.beforeAll(async () => {
  world = await startWorld({ PORTAL_POLL: '1s' });
});
test.afterAll(() => world?.close());

test('what was lodged is followed: a paper is asked for and taken again, the result is told to the citizen', async () => {
  test.setTimeout(150_000);
  const { demo, address } = world;
  const { page } = await world.takePhone();
  const words = await join(page, { address, invitation: demo.roles.volunteer.invitation });
  demo.type(words.join(' '));

  await openSession(page);
  await writePerson(page, MAU);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  await chooseRoute(page, 'selfOwnPhone');
  await page.getByTestId('dossier-finish').click();
  const see = (path: string, text: RegExp) => syncUntil(page, { address, path, text });
  await see(dossier, /Chờ .*tự nộp/);
  const { dossierNumber, paper } = await confirmPack(demo.portal);
  await see(dossier, /Mới nộp, chờ tiếp nhận/);

  await test.step('the portal asks for one paper: a task that leads to that very paper', async () => {
    const supplement = { text: 'ảnh giấy khai sinh cũ bị mờ', document: paper };
    await movePack(demo.portal, dossierNumber, { status: 5, supplement });
    await see('/hom-nay', /cần sửa, ảnh giấy khai sinh cũ bị mờ/);
    await checkScreen(page);
    await page.getByRole('link', { name: 'Chụp lại' }).click();
    await expect(page.locator('#paper-oldCivilStatusPaper')).toBeFocused();
    await expect(page.getByTestId('progress')).toContainText('Cần bổ sung');
    // Nothing was changed yet: it says what is wanted, and goes as it was only with a word.
    await page.getByTestId('mend-send').click();
    const unchanged = page.getByRole('dialog', { name: 'Chưa thấy sửa gì' });
    await expect(unchanged).toContainText('ảnh giấy khai sinh cũ bị mờ');
    await unchanged.getByTestId('mend-send-unchanged').click();
    await expect(unchanged).toContainText('Ghi một lời để cán bộ biết');
    await checkScreen(page);
    await unchanged.getByRole('button', { name: 'Đóng' }).click();
    await addPhotograph(page);
    await page.getByTestId('mend-send').click();
    await see(dossier, /Xã có phần đã sửa|xã có phần đã sửa/);
    await goInApp(page, address, '/hom-nay');
    await expect(page.getByRole('link', { name: 'Chụp lại' })).toHaveCount(0);
  });

  await test.step('the result is ready: somebody is told, and it is written who told', async () => {
    await movePack(demo.portal, dossierNumber, { status: 4 });
    await movePack(demo.portal, dossierNumber, { status: 9 });
    await see('/hom-nay', /Hoàng Thị Mẫu: có kết quả rồi/);
    const told = page.getByRole('button', { name: /Đã báo cho/ });
    await told.click();
    await expect(told).toHaveCount(0);
    await page.getByRole('button', { name: 'Hoàn lại' }).click();
    await told.click();
    await expect(page.getByText('có kết quả rồi')).toHaveCount(0);
    await checkScreen(page);
  });

  await test.step('the evening: everything of today is with the commune', async () => {
    await sendNow(page, address);
    await expect(page.getByTestId('evening-answer')).toContainText(/Xã đã nhận đủ 3 việc hôm nay/);
    await checkScreen(page);
  });
});
