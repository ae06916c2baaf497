/** `npm run pictures`: goes through the guide's tasks in the running app with made-up people, and puts a picture of each into docs/pictures. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { readScreenCode, writeFilm } from './support/code-pictures.ts';
import { confirmPack, movePack, sendNow, syncUntil } from './support/follow-up.ts';
import { invite, join, joinUntilWords, unlock, waitUntilOfflineReady } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { shrinkPicture } from './support/shrink-picture.ts';
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

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const MAU = `099147000123||Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`;
const DU = `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`;
const THU = `099150000456||Nông Thị Thử|02031950|Nữ|${HOME}|05112022`;
const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1180, height: 664 };
/** Points of the picture for each of the screen: readable on paper, and still small. */
const SHARPNESS = { phone: 1.25, laptop: 1 };
const FOLDER = joinPath(import.meta.dirname, '../../docs/pictures');

process.env['TZ'] = 'Asia/Ho_Chi_Minh';

const phones: Phone[] = [];
const pictures = new Map<string, Buffer>();

/** What was just done is said over the screen for a while: not in a picture. */
const hideNotice = (page: Page): Promise<void> =>
  page.evaluate(() =>
    document.querySelector<HTMLElement>('[role=status] > div > button:last-child')?.click(),
  );

async function take(page: Page, name: string): Promise<void> {
  await hideNotice(page);
  await page.waitForTimeout(500);
  const place = await page.evaluate(() => ({ x: 0, y: scrollY, width: innerWidth, height: innerHeight }));
  const session = await page.context().newCDPSession(page);
  const clip = { ...place, scale: place.width > 600 ? SHARPNESS.laptop : SHARPNESS.phone };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  await session.detach();
  pictures.set(name, shrinkPicture(Buffer.from(data, 'base64')));
  console.log(`${name}.png ${Math.ceil((pictures.get(name)?.length ?? 0) / 1000)} KB`);
}

/** With the line to be shown near the top: a phone shows only a part of a long page. */
async function takeFrom(page: Page, name: string, line: Locator): Promise<void> {
  await line.evaluate((node) => {
    node.scrollIntoView({ block: 'start' });
    scrollBy(0, -120);
  });
  await take(page, name);
}

async function start(size: typeof PHONE, flags: readonly string[] = []): Promise<Page> {
  const profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-pictures-'));
  const phone = await startPhone({ profile, ...size, flags: ['--hide-scrollbars', ...flags] });
  phones.push(phone);
  phone.page.setDefaultTimeout(45_000);
  return phone.page;
}

/** At the commune: approved by the four words at the terminal. */
async function sitDown(demo: Demo, role: 'head' | 'officer'): Promise<Page> {
  const page = await start(LAPTOP);
  const { url: address, invitation } = demo.roles[role];
  demo.type((await join(page, { address, invitation })).join(' '));
  return page;
}

async function enrol(page: Page, demo: Demo, head: Page): Promise<void> {
  const { url: address, invitation } = demo.roles.volunteer;
  await page.goto(`${address}/?ma=${invitation}`);
  await expect(page.getByRole('button', { name: 'Dùng mã này' })).toBeVisible();
  // Else the next page is told of a new version: its worker came in between.
  await waitUntilOfflineReady(page);
  await take(page, 'start');
  await joinUntilWords(page, { address, invitation });
  await take(page, 'words');
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  await approve(head, 'devices');
}

async function approve(head: Page, picture?: string): Promise<void> {
  await head.reload();
  await unlock(head);
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  await expect(head.getByTestId('approve-device').first()).toBeVisible({ timeout: 20_000 });
  if (picture !== undefined) await take(head, picture);
  await head.getByTestId('approve-device').first().click();
}

/** The camera opens by itself under a finger; before the card it sees a wall. */
async function scanCard(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await take(page, 'consent');
  await page.getByTestId('consent-yes').click();
  await expect(page.getByText('Đưa ô vuông QR vào đây')).toBeVisible();
  await page.waitForTimeout(1_500);
  await take(page, 'scan');
  await expect(page.getByText('Đọc được thẻ')).toBeVisible({ timeout: 30_000 });
  await take(page, 'card');
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

async function answerAccount(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/nguoi-dan');
  await page.getByText('Nguyễn Văn Dụ').first().click();
  await page.getByRole('link', { name: 'Tài khoản' }).first().click();
  await page.locator('[data-testid^=account-outcome-]').first().click();
  await page.waitForTimeout(500);
  await take(page, 'account');
}

/** Up to the choice who lodges it; answers its path. */
async function prepareDossier(page: Page, address: string, name: string): Promise<string> {
  const path = await beginDossier(page, address, name);
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  return path;
}

async function prepareOne(page: Page, address: string): Promise<string> {
  await goInApp(page, address, '/tra-cuu');
  await page.getByTestId('lookup-search').fill('giấy khai sinh');
  await expect(page.getByTestId('procedure-2.000635')).toBeVisible();
  await take(page, 'lookup');
  const dossier = await prepareDossier(page, address, 'Hoàng Thị Mẫu');
  await take(page, 'dossier');
  await page.getByRole('link', { name: 'Chọn', exact: true }).click();
  for (const ready of ['Điện thoại của bác', 'VNeID mức 2', 'Có sóng'])
    await page.getByText(ready).first().click();
  await page.getByTestId('route-selfOwnPhone').click();
  await take(page, 'route');
  await page.getByTestId('route-choose').click();
  await page.getByTestId('dossier-finish').click();
  await page.getByRole('link', { name: 'Thẻ chép' }).click();
  await page.getByTestId('copy-to-phone').click();
  await expect(page.getByTestId('copy-code')).toBeVisible();
  await take(page, 'copy-code');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await goInApp(page, address, dossier);
  await page.getByRole('link', { name: 'Phiếu' }).click();
  await expect(page.getByTestId('slip-print')).toBeVisible();
  await take(page, 'slip');
  return dossier;
}

/** Lodged by the citizen; then the portal asks for a paper, and it is mended. */
async function followDossier(page: Page, demo: Demo, dossier: string): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  await syncUntil(page, { address, path: dossier, text: /Chờ .*tự nộp/ });
  const { dossierNumber, paper } = await confirmPack(demo.portal);
  await syncUntil(page, { address, path: dossier, text: /Đã nộp · mã/ });
  await take(page, 'lodged');
  await sendNow(page, address);
  await expect(page.getByTestId('evening-answer')).toContainText('Xã đã nhận đủ', { timeout: 20_000 });
  await take(page, 'custody');
  const supplement = { text: 'ảnh giấy khai sinh cũ bị mờ', document: paper };
  await movePack(demo.portal, dossierNumber, { status: 5, supplement });
  await syncUntil(page, { address, path: '/hom-nay', text: /cần sửa, ảnh giấy khai sinh cũ bị mờ/ });
  await take(page, 'today');
  await page.getByRole('link', { name: 'Chụp lại' }).click();
  await expect(page.locator('#paper-oldCivilStatusPaper')).toBeFocused();
  await addPhotograph(page);
  await take(page, 'mend');
  await page.getByTestId('mend-send').click();
}

/** What another phone scans where there is no signal. */
async function takeListCode(page: Page, address: string, session: string): Promise<void> {
  await goInApp(page, address, `${session}/gop`);
  await expect(page.getByTestId('list-code')).toBeVisible();
  await take(page, 'list-code');
  await goInApp(page, address, session);
}

/** Mai's laptop joins the session by its code, and lodges from a folder. The picker is the browser's own window: in its place a folder of the page. */
async function workOnLaptop(first: Page, demo: Demo, head: Page): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  const session = new URL(first.url()).pathname;
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  const invitation = await invite(head, 'Trần Thị Mai');
  const page = await start(PHONE);
  await page.addInitScript(() => {
    // A method: to a function without a name its runner would give one, by a word that the page does not know.
    Object.assign(window, {
      async showDirectoryPicker() {
        return (await navigator.storage.getDirectory()).getDirectoryHandle('nop-ho-so', { create: true });
      },
    });
  });
  await join(page, { address, invitation });
  await approve(head);
  await goInApp(first, address, session);
  await first.getByTestId('machine-add').click();
  await expect(first.getByTestId('join-code')).toBeVisible();
  await take(first, 'join-code');
  await page.goto(await readScreenCode(first.getByTestId('join-code')));
  await unlock(page);
  await expect(page.getByTestId('join-session')).toBeVisible();
  await take(page, 'join');
  await page.getByTestId('join-session').click();
  await first.getByRole('button', { name: 'Đóng', exact: true }).click();
  await page.setViewportSize(LAPTOP);
  await writePerson(page, THU);
  await takeListCode(first, address, session);
  const dossier = await prepareDossier(page, address, 'Nông Thị Thử');
  await chooseRoute(page, 'selfAtSession');
  await page.getByTestId('dossier-finish').click();
  await expect(async () => {
    await sendNow(page, address);
    await goInApp(page, address, `${dossier}/the-chep`);
    const done = page.getByTestId('folder-done');
    if (await done.isVisible()) await done.click();
    await page.getByTestId('folder-pick').click();
    await expect(page.getByTestId('folder-filled')).toContainText('Có 1 tệp', { timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  await take(page, 'folder');
}

async function receive(demo: Demo): Promise<void> {
  const officer = await sitDown(demo, 'officer');
  const { url: address } = demo.roles.officer;
  await syncUntil(officer, { address, path: '/mot-cua', text: /Nguyễn Văn Dụ/ });
  await officer.getByTestId('desk-row').filter({ hasText: 'Dụ' }).first().click();
  const pack = new URL(officer.url()).pathname;
  await take(officer, 'desk');
  await officer.getByTestId('desk-return').click();
  await officer.getByText('Ảnh mờ').click();
  await take(officer, 'desk-return');
  await officer.keyboard.press('Escape');
  await officer.getByTestId('desk-number').fill('H57.242-261122-0777');
  await officer.getByTestId('desk-number-again').fill('H57.242-261122-0777');
  await officer.getByTestId('desk-record').click();
  await syncUntil(officer, { address, path: pack, text: /Hạn trả/ });
  await takeFrom(officer, 'desk-result', officer.getByTestId('desk-due'));
}

async function review(head: Page, demo: Demo): Promise<void> {
  await syncUntil(head, { address: demo.roles.head.url, path: '/nhat-ky', text: /1 buổi chờ duyệt/ });
  await take(head, 'head-log');
  await head.getByTestId('session-row').first().click();
  await head.getByTestId('approve-session').click();
  await expect(head.getByText('Đã duyệt').first()).toBeVisible();
  await take(head, 'head');
}

async function practise(demo: Demo): Promise<void> {
  const page = await start(PHONE);
  await page.goto(demo.roles.volunteer.url);
  await waitUntilOfflineReady(page);
  await page.getByTestId('practice-start').click();
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible({ timeout: 30_000 });
  await take(page, 'practice');
  await panel.getByRole('button', { name: 'Người đến không hẹn' }).click();
  await expect(page.getByTestId('practice-result')).toBeVisible();
  await take(page, 'practice-steps');
  await phones.pop()?.close();
}

async function takeAll(demo: Demo): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  await practise(demo);
  const head = await sitDown(demo, 'head');
  const film = joinPath(mkdtempSync(joinPath(tmpdir(), 'go-cua-film-')), 'film.y4m');
  writeFilm(film, [{ seconds: 8 }, { seconds: 60, code: MAU }]);
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const page = await start(PHONE, [...camera, `--use-file-for-fake-video-capture=${film}`]);
  await enrol(page, demo, head);
  await openSession(page);
  const session = new URL(page.url()).pathname;
  for (let heads = 0; heads < 3; heads++) await page.getByTestId('count-one').click();
  await scanCard(page);
  await writePerson(page, DU);
  await take(page, 'session');
  await answerAccount(page, address);
  const dossier = await prepareOne(page, address);
  await followDossier(page, demo, dossier);
  await prepareDossier(page, address, 'Nguyễn Văn Dụ');
  await chooseRoute(page, 'counter');
  await page.getByTestId('dossier-finish').click();
  await goInApp(page, address, session);
  await workOnLaptop(page, demo, head);
  await page.getByTestId('session-close').click();
  await take(page, 'close');
  await page.getByTestId('session-close-confirm').click();
  await sendNow(page, address);
  await receive(demo);
  await review(head, demo);
}

/** All or none: what went wrong half-way leaves the old pictures alone. */
function writeAll(): void {
  for (const name of readdirSync(FOLDER)) if (name.endsWith('.png')) rmSync(joinPath(FOLDER, name));
  for (const [name, picture] of pictures) writeFileSync(joinPath(FOLDER, `${name}.png`), picture);
  const total = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${pictures.size} pictures, ${Math.ceil(total / 1000)} KB together`);
}

const demo = await startDemo({ PORTAL_POLL: '1s' });
try {
  await takeAll(demo);
  writeAll();
} finally {
  for (const phone of phones) await phone.close();
  await demo.stop();
}
