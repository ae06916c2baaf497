import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { join, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { pressKey, pressRadio } from './support/press-keys.ts';
import { startWorld, type World } from './support/start-world.ts';
import { addPhotograph, answerOpenForm, chooseRoute } from './support/volunteer.ts';

/** Of an assigned province: somebody may bear it. */
const REAL_CARD = '046185004567||Trần Thị Ví Dụ|02031985|Nữ|Thôn Mẫu, Xã Ví Dụ|05112022';
const BANNER = 'TẬP HUẤN, không gửi đi đâu';

let world: World;
let phone: Phone;

// One trainee, from one story to the next.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  world = await startWorld();
  phone = await world.takePhone();
  await phone.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
test.afterAll(() => world?.close());

const expectDone = (page: Page, count: string): Promise<void> =>
  expect(page.getByTestId('practice-open')).toContainText(count, { timeout: 30_000 });

async function expectMarked(page: Page): Promise<void> {
  await expect(page.getByText(BANNER).first()).toBeVisible();
  await expect(page.getByTestId('practice-stripes')).toBeVisible();
}

test('one tap, no line, no code: a whole story by keyboard, proved by records, and nothing of it is ever sent', async () => {
  const { page } = phone;
  await page.goto(world.address);
  await expect(page.getByTestId('practice-start')).toBeVisible();
  await waitUntilOfflineReady(page);
  world.line.cut();
  await pressKey(page, page.getByTestId('practice-start'));

  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible({ timeout: 30_000 });
  await pressKey(page, panel.getByRole('button', { name: 'Người đến không hẹn' }));
  await expect(panel.getByRole('heading', { name: 'Người đến không hẹn' })).toBeFocused();
  await expect(page.getByTestId('practice-result')).toContainText('Đã làm được 0/5');
  await expect(panel.getByRole('link')).toHaveText(['Đi tới chỗ này']);
  await checkScreen(page);
  await pressKey(page, page.getByTestId('practice-copy'));
  await page.keyboard.press('Escape');
  // With a line it sends no more than without.
  world.line.mend();
  await expectMarked(page);

  await pressKey(page, page.getByRole('link', { name: 'Buổi', exact: true }));
  await expectMarked(page);
  await pressKey(page, page.getByTestId('session-open'));
  await expect(page.getByTestId('write-name')).toBeVisible();
  await expectMarked(page);
  await pressKey(page, page.getByTestId('write-name').getByRole('link'));
  await pressKey(page, page.getByRole('checkbox').first(), 'Space');
  await expectMarked(page);
  await pressKey(page, page.getByTestId('consent-yes'));

  await pressKey(page, page.getByTestId('card-paste'), 'Control+A');
  await page.keyboard.insertText(REAL_CARD);
  await expect(page.getByText('Thẻ thật: không dùng khi tập.')).toBeVisible();
  await checkScreen(page);
  await pressKey(page, page.getByTestId('card-paste'), 'Control+V');
  await expectMarked(page);
  // No signal: everything but the last step, which then is the one to look at again.
  await pressKey(page, page.getByTestId('practice-open'));
  await pressKey(page, page.getByRole('radio', { name: 'Sóng tốt' }), 'ArrowRight');
  await pressKey(page, page.getByRole('radio', { name: 'Rớt giữa chừng' }), 'ArrowRight');
  await expect(page.getByRole('radio', { name: 'Mất sóng' })).toBeChecked();
  await page.keyboard.press('Escape');
  await pressKey(page, page.getByTestId('card-done'));
  await expect(page.getByTestId('session-close')).toBeVisible();
  await expect(page.getByTestId('practice-open')).toContainText('4/5', { timeout: 20_000 });
  await pressKey(page, page.getByTestId('practice-open'));
  const last = page.getByTestId('practice-steps').getByRole('listitem').last();
  await expect(page.getByTestId('practice-steps').getByRole('link')).toHaveCount(1);
  await pressKey(page, last.getByRole('link', { name: 'Xem lại chỗ này' }));
  await expect(page).toHaveURL(/\/tap-huan\/da-gui-chua$/);
  await expect(page.getByText(/việc còn trên máy này/)).toBeVisible();
  await pressKey(page, page.getByTestId('practice-open'));
  await pressKey(page, page.getByRole('radio', { name: 'Mất sóng' }), 'ArrowRight');
  await expect(page.getByRole('radio', { name: 'Sóng tốt' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('practice-open')).toContainText('5/5', { timeout: 30_000 });
  await pressKey(page, page.getByTestId('practice-open'));
  await expect(page.getByTestId('practice-result')).toContainText('Đã làm được 5/5');
  await page.keyboard.press('Escape');

  await pressKey(page, page.getByRole('link', { name: /Trần Thị Ví Dụ/ }).first());
  await expectMarked(page);
  await pressKey(page, page.getByRole('link', { name: 'Phiếu' }).first());
  await expect(page.getByTestId('slip-print')).toBeVisible();
  await expectMarked(page);
  await page.emulateMedia({ media: 'print' });
  const sheets = page.getByTestId('slip-sheets').getByTestId('slip');
  expect(await sheets.count()).toBeGreaterThan(0);
  for (const slip of await sheets.all()) await expect(slip).toContainText(BANNER);
  await page.emulateMedia({ media: null });
  expect(world.line.apiRequests()).toBe(0);
});

test('an elder without a phone: all six steps by keyboard and what the screen says, up to the number', async () => {
  const { page } = phone;
  await page.goto(`${world.address}/tap-huan`);
  await pressKey(page, page.getByTestId('practice-open'));
  await pressKey(page, page.getByRole('button', { name: 'Bác không có điện thoại' }));
  await expect(page.getByTestId('practice-result')).toContainText('Đã làm được 0/6');
  await pressKey(page, page.getByTestId('practice-copy'));
  await page.keyboard.press('Escape');

  await pressKey(page, page.getByRole('button', { name: 'Thêm' }).first());
  await pressKey(page, page.getByRole('dialog').getByRole('link', { name: /Người mới/ }));
  await pressKey(page, page.getByRole('checkbox').first(), 'Space');
  await pressKey(page, page.getByTestId('consent-yes'));
  await pressKey(page, page.getByTestId('card-paste'), 'Control+V');
  await pressRadio(page, 'không có');
  await pressKey(page, page.getByTestId('card-done'));
  await expectDone(page, '2/6');

  // A session is open, and the way leads back to it: her page is behind her name.
  await pressKey(page, page.getByRole('link', { name: /Lý Thị Tập/ }).first());
  await pressKey(page, page.getByRole('link', { name: 'Hồ sơ mới' }));
  await pressKey(page, page.getByTestId('lookup-search'), 'Control+A');
  await page.keyboard.insertText('giay khai sinh');
  await pressKey(page, page.getByRole('link').filter({ has: page.getByTestId('procedure-2.000635') }));
  await pressKey(page, page.getByRole('button', { name: /^Làm hồ sơ cho Lý Thị Tập/ }));
  await expectDone(page, '3/6');

  const dossier = new URL(page.url()).pathname;
  await pressKey(page, page.getByRole('link', { name: 'Chọn', exact: true }));
  await pressRadio(page, /người thân/i);
  await pressKey(page, page.getByLabel('Họ tên người nộp'), 'Control+A');
  await page.keyboard.insertText('Lý Văn Bịa');
  await pressRadio(page, 'Con');
  await pressKey(page, page.getByRole('checkbox', { name: /Người nộp đã đồng ý/ }), 'Space');
  await pressKey(page, page.getByTestId('route-choose'));
  await expectDone(page, '4/6');
  await pressKey(page, page.getByRole('link', { name: 'Quay lại' }));
  await expectDone(page, '5/6');
  // The one that is still to do leads to her, and from there to the dossier.
  await pressKey(page, page.getByTestId('practice-open'));
  await pressKey(page, page.getByRole('link', { name: 'Xem lại chỗ này' }));
  await pressKey(page, page.locator(`a[href="${dossier}"]`).first());

  await pressKey(page, page.getByTestId('dossier-info'));
  // Whoever files is asked about, not she.
  await pressRadio(page, 'Con');
  await pressRadio(page, 'Khai sinh');
  for (const [box, text] of [
    ['registeredAt', 'UBND xã Ví Dụ'],
    ['copies', '2'],
  ] as const) {
    await pressKey(page, page.getByTestId(`answer-${box}`), 'Control+A');
    await page.keyboard.insertText(text);
  }
  await pressRadio(page, 'Đến lấy ở xã');
  await pressRadio(page, 'Cùng làm');
  await pressKey(page, page.getByTestId('info-done'));
  await addPhotograph(page);
  await pressKey(page, page.getByTestId('dossier-finish'));
  await pressKey(page, page.getByTestId('practice-open'));
  // Not before the commune has the photograph too.
  await expect(page.getByTestId('practice-play')).toBeVisible({ timeout: 30_000 });
  await pressKey(page, page.getByTestId('practice-play'));
  await expect(page.getByTestId('practice-result')).toContainText('6/6', { timeout: 30_000 });
  expect(world.line.apiRequests()).toBe(0);
});

test('the signal goes in the middle: the draft is still there after the page was closed, and arrives', async () => {
  const { page } = phone;
  await page.goto(`${world.address}/tap-huan`);
  await page.getByTestId('practice-open').click();
  await page.getByRole('button', { name: 'Mất sóng giữa chừng' }).click();
  await page.getByRole('radio', { name: 'Mất sóng' }).check({ force: true });
  const card = (await page.getByTestId('practice-card').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Thêm' }).first().click();
  await page.getByRole('link', { name: /Người mới/ }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-paste').fill(card);
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('practice-open')).toContainText('1/5');
  await page
    .getByRole('link', { name: /Nguyễn Văn Thử/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click();
  await page.getByTestId('lookup-search').fill('giay khai sinh');
  await page.getByTestId('procedure-2.000635').click();
  await page.getByRole('button', { name: 'Làm hồ sơ cho Nguyễn Văn Thử' }).click();
  await page.getByTestId('dossier-info').click();
  await page.getByTestId('answer-relation').getByText('Bản thân').click();
  await expect(page.getByTestId('practice-open')).toContainText('2/5');
  await page.getByTestId('practice-open').click();
  await page.getByTestId('practice-reload').click();
  await expect(page.getByTestId('practice-open')).toContainText('3/5', { timeout: 30_000 });
  await expect(page.getByTestId('answer-relation').getByRole('radio', { name: 'Bản thân' })).toBeChecked();
  await page.getByTestId('practice-open').click();
  await page.getByRole('radio', { name: 'Sóng tốt' }).check({ force: true });
  await expect(page.getByTestId('practice-result')).toContainText('5/5', { timeout: 30_000 });
  expect(world.line.apiRequests()).toBe(0);
});

test('the finished dossier waits at a portal of practice for the act that is the citizen’s, and gets a number', async () => {
  const { page } = phone;
  await page.keyboard.press('Escape');
  await answerOpenForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  await chooseRoute(page, 'selfOwnPhone');
  await page.getByTestId('dossier-finish').click();
  await expect(page.getByText(/Chờ .*tự nộp/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('body')).not.toContainText('TAPHUAN-');
  await page.getByTestId('practice-open').click();
  const packs = page.getByTestId('practice-packs');
  await expect(packs).toContainText('Hồ sơ của Nguyễn Văn Thử: Cổng Dịch vụ công giữ rồi, chờ bác xác nhận.');
  await expect(packs).toContainText('Làm thật thì chỉ bác mới được bấm');
  await checkScreen(page);
  await page.getByRole('button', { name: 'Bấm thay bác: xác nhận trên VNeID' }).click();
  await expect(packs).toContainText(/đã nộp · mã TAPHUAN-\d{6}-\d{4}/);
  await checkScreen(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Đã nộp · mã TAPHUAN-\d{6}-\d{4}/).first()).toBeVisible({ timeout: 30_000 });
  await expectMarked(page);
  expect(world.line.apiRequests()).toBe(0);
});

test('after the number: the scan is seen again, the one-stop goes on to the result, and there is somebody to tell', async () => {
  const { page } = phone;
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toHaveJSProperty('naturalWidth', 1200);
  await page.keyboard.press('Escape');
  await page.getByTestId('practice-open').click();
  // Of the two that stand there, the elder's came first.
  const pack = page.getByTestId('practice-packs').getByTestId('practice-move').first();
  for (const status of ['Đã tiếp nhận', 'Đang xử lý', 'Có kết quả rồi']) {
    await expect(pack).toHaveText(`Đóng vai một cửa: ${status}`);
    await pack.click();
    await expect(page.getByTestId('practice-packs')).toContainText(`Đang ở chặng: ${status}`);
  }
  await checkScreen(page);
  await page.getByRole('link', { name: 'Sang Hôm nay' }).last().click();
  await expect(page.getByText('Lý Thị Tập: có kết quả rồi')).toBeVisible({ timeout: 30_000 });
  await expectMarked(page);
  await page.getByRole('button', { name: 'Đã báo cho Lý Thị Tập' }).click();
  await expect(page.getByText('Lý Thị Tập: có kết quả rồi')).toHaveCount(0);
  expect(world.line.apiRequests()).toBe(0);
});

test('a phone that is locked in practice opens by itself with all its work, and says that real work asks for the PIN', async () => {
  const { page } = phone;
  await page.locator('header a').first().click();
  await page.getByRole('button', { name: 'Khóa máy' }).click();
  await expect(page.getByText('Máy tập vừa khóa và tự mở lại')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Làm thật thì phải nhập mã PIN mới mở được.')).toBeVisible();
  await checkScreen(page);
  await page.getByRole('button', { name: 'Hiểu rồi' }).click();
  await expect(page.getByText('Máy tập vừa khóa và tự mở lại')).toHaveCount(0);
  await page.getByRole('link', { name: 'Người dân' }).first().click();
  await expect(page.getByText('Lý Thị Tập').first()).toBeVisible();
  expect(world.line.apiRequests()).toBe(0);
});

test('real work begins with nothing of practice', async () => {
  const { page } = phone;
  await page.getByTestId('practice-open').click();
  await page.getByTestId('practice-real').click();
  await expect(page.getByTestId('practice-start')).toBeVisible();
  await expect(page).toHaveURL(`${world.address}/`);
  const kept = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  expect(kept.filter((name) => name?.includes('practice'))).toEqual([]);
  const { demo, address } = world;
  await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await page.getByRole('link', { name: 'Người dân' }).first().click();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/TẬP HUẤN|Ví Dụ|Nguyễn Văn Thử/);
  expect(world.line.apiRequests()).toBeGreaterThan(0);
});
