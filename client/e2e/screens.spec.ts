/** Every screen of every role as all its users meet it: three sizes, two languages, big letters, keyboard alone, screen reader. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checkBigLetters, checkKeyboard, checkWidth } from './support/check-reach.ts';
import { checkScreen } from './support/check-screen.ts';
import { type DemoRole, join } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  chooseRoute,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const MAU =
  '099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 768 },
] as const;

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What is pressed there, for a sheet or a dialog that has no address. */
  readonly press?: string;
}

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

async function enter(role: DemoRole): Promise<{ page: Page; address: string }> {
  phone = await startPhone({ profile: mkdtempSync(joinPath(tmpdir(), `go-cua-${role}-`)) });
  phone.page.setDefaultTimeout(15_000);
  const { url, invitation } = demo.roles[role];
  demo.type((await join(phone.page, { address: url, invitation })).join(' '));
  return { page: phone.page, address: url };
}

/** The whole round on every screen: sizes and languages for width, one pass each for letters, keyboard and screen reader. */
async function lookAtAll(page: Page, address: string, screens: readonly Screen[]): Promise<void> {
  for (const language of ['Tiếng Việt', 'English'] as const) {
    await goInApp(page, address, '/da-gui-chua');
    await page.getByRole('radio', { name: language }).press('Space');
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'vi');
    for (const screen of screens) {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await show(page, address, screen);
        const name = `${screen.name}, ${size.width}, ${language}`;
        await checkWidth(page, name);
        if (size.width === 360) await checkBigLetters(page, name);
        if ((size.width === 360) === (language === 'Tiếng Việt')) await checkScreen(page);
        if (size.width === 1366 && language === 'Tiếng Việt') await checkKeyboard(page, name);
        if (screen.press) await page.keyboard.press('Escape');
      }
    }
  }
}

async function show(page: Page, address: string, { name, path, press }: Screen): Promise<void> {
  await goInApp(page, address, path);
  await expect(page.locator('main :is(h1, h2):visible').first(), `${name} has a heading`).toBeVisible();
  // Except where the name says all of it.
  if (path !== '/chua-luu')
    await expect(page.locator('main header p:visible').first(), `${name} says what it is for`).toBeVisible();
  if (press) await page.getByTestId(press).first().click();
}

interface Row {
  readonly list: string;
  readonly row: string;
}

/** The address of the first one in a list, which the volunteer before has sent. */
async function openRow(page: Page, address: string, { list, row }: Row): Promise<string> {
  // A machine that has just been approved learns of it, and of everything else, with its next round.
  await expect(async () => {
    await goInApp(page, address, '/da-gui-chua');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.waitForTimeout(1_000);
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

test('a volunteer’s screens', async () => {
  test.setTimeout(300_000);
  const { page, address } = await enter('volunteer');
  await openSession(page);
  const session = new URL(page.url()).pathname;
  await page.getByTestId('count-one').click();
  await writePerson(page, MAU);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  await chooseRoute(page, 'selfOwnPhone');
  await goInApp(page, address, '/nguoi-dan');
  await page.getByText('Hoàng Thị Mẫu').first().click();
  const person = new URL(page.url()).pathname;
  await lookAtAll(page, address, [
    { name: 'Hôm nay', path: '/hom-nay' },
    { name: 'Buổi', path: '/buoi' },
    { name: 'Một buổi', path: session },
    { name: 'Các máy', path: session, press: 'machines' },
    { name: 'Thêm máy', path: session, press: 'machine-add' },
    { name: 'Tổ viên', path: session, press: 'team-open' },
    { name: 'Lịch buổi', path: '/buoi?lich=moi' },
    { name: 'Vào buổi', path: '/vao-buoi' },
    { name: 'Đóng buổi', path: session, press: 'session-close' },
    { name: 'Người dân', path: '/nguoi-dan' },
    { name: 'Một người', path: person },
    { name: 'Tài khoản', path: `${person}/tai-khoan` },
    { name: 'Phiếu', path: `${person}/phieu` },
    { name: 'Người mới', path: '/nguoi-moi' },
    { name: 'Tra cứu', path: '/tra-cuu' },
    { name: 'Hồ sơ', path: dossier },
    { name: 'Danh sách hồ sơ', path: `/ho-so?xem=${dossier.split('/').at(-1) ?? ''}` },
    { name: 'Hẹn', path: '/hen' },
    { name: 'Thông tin', path: `${dossier}/thong-tin` },
    { name: 'Ai nộp', path: `${dossier}/ai-nop` },
    { name: 'Thẻ chép', path: `${dossier}/the-chep` },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua' },
    { name: 'Chưa lưu', path: '/chua-luu' },
  ]);
  await goInApp(page, address, '/da-gui-chua');
  await page.getByRole('radio', { name: 'Tiếng Việt' }).press('Space');
  await goInApp(page, address, dossier);
  await page.getByTestId('dossier-finish').click();
  await goInApp(page, address, '/da-gui-chua');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 20_000 });
  await phone.close();
});

test('the head’s screens', async () => {
  test.setTimeout(120_000);
  const { page, address } = await enter('head');
  await lookAtAll(page, address, [
    { name: 'Nhật ký buổi', path: '/nhat-ky' },
    { name: 'Một buổi', path: await openRow(page, address, { list: '/nhat-ky', row: 'session-row' }) },
    { name: 'Đội & máy', path: '/doi-may' },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua' },
  ]);
  await phone.close();
});

test('the officer’s screens', async () => {
  test.setTimeout(120_000);
  const { page, address } = await enter('officer');
  await lookAtAll(page, address, [
    { name: 'Cần xử lý', path: '/mot-cua' },
    { name: 'Một hồ sơ', path: await openRow(page, address, { list: '/mot-cua', row: 'desk-row' }) },
    { name: 'Công an xã', path: '/cong-an' },
    { name: 'Đã gửi chưa?', path: '/da-gui-chua' },
  ]);
  await phone.close();
});
