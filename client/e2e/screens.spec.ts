/** Every screen of every role, and every way to them: see support/look-at.ts for how each is looked at. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { sendNow } from './support/follow-up.ts';
import { type DemoRole, join, joinUntilWords } from './support/join.ts';
import { lookAt, lookAtAll, speak } from './support/look-at.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { addPhotograph, answerOpenForm, goInApp } from './support/volunteer.ts';
import { chooseAppointment, writeWork } from './support/write-work.ts';

/** Read and never written down. */
const THU = '099150000456||Nông Thị Thử|02031950|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const ZALO =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Zalo android/12';
const IN_ZALO_ON_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/480';

let demo: Demo;
let phone: Phone;

// What the volunteer has sent is what the others look at.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await demo.stop();
});

async function startOne(role: DemoRole): Promise<Page> {
  phone = await startPhone({ profile: mkdtempSync(joinPath(tmpdir(), `go-cua-${role}-`)) });
  phone.page.setDefaultTimeout(15_000);
  return phone.page;
}

async function enter(role: DemoRole): Promise<{ page: Page; address: string }> {
  const page = await startOne(role);
  const { url, invitation } = demo.roles[role];
  demo.type((await join(page, { address: url, invitation })).join(' '));
  return { page, address: url };
}

/** In both languages, where the app has no vault yet that would know which. `show` leads to the screen. */
async function lookFromOutside(
  page: Page,
  name: string,
  show: (page: Page) => Promise<unknown>,
): Promise<void> {
  for (const language of ['en', 'vi'] as const) {
    await page.evaluate((chosen) => localStorage.setItem('gocua.lang', chosen), language);
    await show(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading').first()).toBeVisible({ timeout: 30_000 });
    await lookAt(page, name, language);
  }
}

async function openIn(browser: Browser, userAgent?: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', ...(userAgent && { userAgent }) });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

const typePin = async (page: Page): Promise<void> => {
  await page.locator('input[type=password]').fill('402817');
  await page.keyboard.press('Enter');
};

test('before there is a vault: the wall inside another app, the invitation, the PIN, practice', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { url } = demo.roles.volunteer;
  const invited = `${url}/?ma=BCDFGHJKLM`;
  for (const [name, agent] of [
    ['Trong Zalo', ZALO],
    ['Trong Zalo, iPhone', IN_ZALO_ON_IPHONE],
  ] as const) {
    const wall = await openIn(browser, agent);
    await wall.goto(invited);
    await lookFromOutside(wall, name, () => wall.goto(invited));
    await wall.context().close();
  }
  const page = await openIn(browser);
  await page.goto(invited);
  await lookFromOutside(page, 'Mã mời', () => page.goto(invited));
  const toPin = async () => {
    await page.goto(invited);
    await page.locator('button[type=submit]').click();
    await page.locator('input[type=password]').waitFor();
  };
  await lookFromOutside(page, 'Đặt mã PIN', toPin);
  await lookFromOutside(page, 'Nhập lại mã PIN', async () => {
    await toPin();
    await typePin(page);
  });
  const open = page.getByTestId('practice-open');
  await lookFromOutside(page, 'Bài tập', () => page.goto(`${url}/tap-huan`));
  await lookFromOutside(page, 'Bài tập, từng bước', async () => {
    await page.reload();
    await expect(page.getByRole('dialog').or(open).first()).toBeVisible({ timeout: 30_000 });
    if (!(await page.getByRole('dialog').isVisible())) await open.click();
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByTestId('practice-result')).toBeVisible();
  });
  await lookFromOutside(page, 'Tập huấn', async () => {
    await page.reload();
    await expect(page.locator('main h1').first()).toBeVisible({ timeout: 30_000 });
  });
  await page.context().close();
});

const agree = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
};
const readCard = async (page: Page): Promise<void> => {
  await agree(page);
  await page.getByTestId('card-paste').fill(THU);
  await page.getByTestId('card-done').waitFor();
};

test('a volunteer’s screens', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await startOne('volunteer');
  const { url: address, invitation } = demo.roles.volunteer;
  const words = await joinUntilWords(page, { address, invitation });
  await lookAt(page, 'Bốn từ', 'vi');
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  await speak(page, address, 'en');
  await goInApp(page, address, '/bon-tu');
  await lookAt(page, 'Bốn từ', 'en');
  await speak(page, address, 'vi');
  demo.type(words.join(' '));
  await page.setViewportSize({ width: 360, height: 740 });
  await goInApp(page, address, '/hom-nay');
  const { session, person, guided, dossier, owing, finished } = await writeWork(page, address);
  const chosen = finished.split('/').at(-1) ?? '';
  const newPerson = `/nguoi-moi?buoi=${session.split('/').at(-1) ?? ''}`;
  await lookAtAll(page, address, [
    { name: 'Hôm nay', path: '/hom-nay', help: 'today' },
    { name: 'Dấu +', path: '/hom-nay', by: (at) => at.locator('nav button').first().click() },
    { name: 'Buổi', path: '/buoi', help: 'sessions' },
    { name: 'Một buổi', path: session, help: 'session' },
    { name: 'Đếm cả nhóm', path: session, by: 'count-group' },
    { name: 'Đọc cho cả phòng', path: session, by: 'room-read' },
    { name: 'Các máy', path: session, by: 'machines' },
    { name: 'Thêm máy', path: session, by: 'machine-add' },
    { name: 'Gộp bằng mã QR', path: `${session}/gop`, help: 'mergeLists' },
    { name: 'Quét mã gộp', path: `${session}/gop`, by: (at) => at.getByRole('radio').nth(1).check() },
    { name: 'Tổ viên của buổi', path: session, by: 'team-open' },
    { name: 'Sự cố', path: session, by: 'incident-open' },
    { name: 'Đóng buổi', path: session, by: 'session-close' },
    { name: 'Lịch buổi', path: '/buoi?lich=moi', help: 'planSession' },
    { name: 'Vào buổi', path: '/vao-buoi', help: 'joinSession' },
    { name: 'Người dân', path: '/nguoi-dan', help: 'people' },
    { name: 'Một người', path: person, help: 'person' },
    { name: 'Sửa một người', path: person, by: 'person-edit' },
    { name: 'Tài khoản', path: `${person}/tai-khoan`, help: 'account' },
    { name: 'Tài khoản, cuối phần hỏi', path: `${guided}/tai-khoan`, help: 'account' },
    { name: 'Phiếu', path: `${person}/phieu`, help: 'slip' },
    { name: 'Người mới', path: newPerson, help: 'newPerson' },
    { name: 'Quét thẻ', path: newPerson, by: agree },
    { name: 'Thẻ đã đọc', path: newPerson, by: readCard },
    {
      name: 'Ba ô',
      path: '/nguoi-moi',
      by: (at) => agree(at).then(() => at.getByTestId('card-by-hand').click()),
    },
    { name: 'Tra cứu', path: '/tra-cuu', help: 'lookup' },
    { name: 'Một thủ tục', path: '/tra-cuu?thu-tuc=2.000635', help: 'procedure' },
    { name: 'Hồ sơ', path: dossier, help: 'dossier' },
    { name: 'Hồ sơ còn thiếu giấy', path: owing, help: 'dossier' },
    { name: 'Không cần giấy ấy', path: owing, by: 'paper-waive-leaseContract' },
    { name: 'Chụp giấy', path: owing, by: 'paper-take-leaseContract' },
    { name: 'Hồ sơ đã xong', path: finished, help: 'dossier' },
    { name: 'Đã nộp', path: finished, by: 'dossier-lodged' },
    { name: 'Danh sách hồ sơ', path: '/ho-so', help: 'dossiers' },
    { name: 'Một hồ sơ trong danh sách', path: `/ho-so?xem=${chosen}`, help: 'none' },
    { name: 'Hẹn', path: '/hen', help: 'appointments' },
    { name: 'Một hẹn', path: `/hen?xem=${chosen}`, help: 'none' },
    { name: 'Thông tin', path: `${dossier}/thong-tin`, help: 'form' },
    { name: 'Thông tin, còn ô trống', path: `${owing}/thong-tin`, by: 'info-done' },
    { name: 'Ai nộp', path: `${dossier}/ai-nop`, help: 'route' },
    { name: 'Ai nộp, có hẹn', path: `${finished}/ai-nop`, help: 'route' },
    { name: 'Thẻ chép', path: `${dossier}/the-chep`, help: 'copyCard' },
    { name: 'Sang máy của bác', path: `${finished}/the-chep`, by: 'copy-to-phone' },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua', help: 'custody' },
    { name: 'Chưa lưu', path: '/chua-luu', help: 'none' },
  ]);

  await goInApp(page, address, `${finished}/the-chep`);
  await page.getByTestId('copy-to-phone').click();
  const link = (await page.getByTestId('copy-code').getAttribute('data-link')) ?? '';
  await page.keyboard.press('Escape');
  await lookAtCopyPage(browser, link);

  await goInApp(page, address, `${dossier}/thong-tin`);
  await answerOpenForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  await goInApp(page, address, `${dossier}/ai-nop`);
  await chooseAppointment(page, 'selfOwnPhone');
  await page.getByTestId('dossier-finish').click();
  // Only a closed session is approved or sent back.
  await goInApp(page, address, session);
  await page.getByTestId('session-close').click();
  await page.getByTestId('session-close-confirm').click();
  await goInApp(page, address, '/da-gui-chua');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 20_000 });
  const lock = () => page.goto(`${address}/khoa`);
  await lookFromOutside(page, 'Khóa', lock);
  await lookFromOutside(page, 'Ghi lúc khóa', () =>
    lock().then(() => page.getByTestId('locked-write').click()),
  );
  await phone.close();
});

/** It opens on the citizen's own phone, and speaks for itself. */
async function lookAtCopyPage(browser: Browser, link: string): Promise<void> {
  const page = await openIn(browser);
  await page.goto(link);
  await expect(page.getByRole('button').first()).toBeVisible();
  await lookAt(page, 'Thẻ chép trên máy của bác', 'vi');
  await page.getByRole('button', { name: 'English' }).click();
  await lookAt(page, 'Thẻ chép trên máy của bác', 'en');
  await page.context().close();
}

interface Row {
  readonly list: string;
  readonly row: string;
}

/** The address of the first one in a list, which the volunteer before has sent. */
async function openRow(page: Page, address: string, { list, row }: Row): Promise<string> {
  // A machine that has just been approved learns of it, and of everything else, with its next round.
  await expect(async () => {
    await sendNow(page, address);
    await goInApp(page, address, list);
    await page.locator('main h1:visible').first().waitFor();
    const search = page.getByRole('searchbox');
    if (await search.isVisible()) await search.fill('Mẫu');
    await expect(page.getByTestId(row).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await page.getByTestId(row).first().click();
  await expect(page).not.toHaveURL(new RegExp(`${list}$`));
  return new URL(page.url()).pathname;
}

test('the head’s screens', async () => {
  test.setTimeout(150_000);
  const { page, address } = await enter('head');
  const session = await openRow(page, address, { list: '/nhat-ky', row: 'session-row' });
  const devices = (at: Page) => at.locator('li', { has: at.getByTestId('device-row') });
  await lookAtAll(page, address, [
    { name: 'Nhật ký buổi', path: '/nhat-ky', help: 'log' },
    { name: 'Ủy quyền duyệt', path: '/nhat-ky', by: 'delegation-open' },
    { name: 'Một buổi', path: session, help: 'logDetail' },
    { name: 'Gửi lại', path: session, by: 'return-session' },
    { name: 'Xem ai đến', path: session, by: 'see-people' },
    { name: 'Đội & máy', path: '/doi-may', help: 'teams' },
    { name: 'Mời người', path: '/doi-may', by: 'invite-open' },
    { name: 'Ngày nghỉ của xã', path: '/doi-may', by: 'calendar-add' },
    { name: 'Giờ tiếp dân', path: '/doi-may', by: 'calendar-hours' },
    { name: 'Quyết định ủy quyền', path: '/doi-may', by: 'decision-open' },
    { name: 'Thu quyền', path: '/doi-may', by: (at) => devices(at).getByRole('button').first().click() },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua', help: 'custody' },
  ]);
  await phone.close();
});

test('the officer’s screens', async () => {
  test.setTimeout(120_000);
  const { page, address } = await enter('officer');
  const pack = await openRow(page, address, { list: '/mot-cua', row: 'desk-row' });
  await lookAtAll(page, address, [
    { name: 'Cần xử lý', path: '/mot-cua', help: 'desk' },
    { name: 'Một hồ sơ', path: pack, help: 'pack' },
    { name: 'Gửi lại', path: pack, by: 'desk-return' },
    { name: 'Công an xã', path: '/cong-an', help: 'police' },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua', help: 'custody' },
  ]);
  await phone.close();
});
