import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { drawSheet } from './support/draw-sheet.ts';
import { join, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { scanStores, searchFolder } from './support/search-canaries.ts';
import { expectSaved } from './support/shown-work.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import { beginDossier, goInApp, openSession, writePerson } from './support/volunteer.ts';

const MAU = '099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const TRACE = 'anhchiasenaykhongduocnamlaitrenmay';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Phone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const SHOTS = process.env['SHOTS'];

let world: World;

let strangers: string;
const sheet = createServer((_request, response) => response.end('<!doctype html><title>share</title>'));
test.beforeAll(async () => {
  await new Promise<void>((listening) => sheet.listen(0, '127.0.0.1', listening));
  strangers = `http://127.0.0.1:${(sheet.address() as AddressInfo).port}/`;
});
test.afterAll(() => sheet.close());

// One invitation a commune: each test has its own.
test.beforeEach(async () => {
  world = await startWorld();
});
test.afterEach(() => world?.close());

/** A dossier that is open, on a machine that has just joined. */
async function openDossier(
  settings: Parameters<World['takePhone']>[0],
): Promise<{ phone: Phone; page: Page; dossier: string }> {
  const { demo, address } = world;
  const { invitation } = demo.roles.volunteer;
  const phone = await world.takePhone(settings);
  const { page } = phone;
  await page.addInitScript(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('may-quet', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
  const words = await join(page, { address, invitation });
  await waitUntilOfflineReady(page);
  demo.type(words.join(' '));
  await openSession(page);
  await writePerson(page, MAU);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  return { phone, page, dossier };
}

/** Written into the folder as a scanner's program does. */
async function scan(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    async ([file, base64]) => {
      const folder = await (
        await navigator.storage.getDirectory()
      ).getDirectoryHandle('may-quet', { create: true });
      const writer = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await writer.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writer.close();
    },
    [name, bytes.toString('base64')] as const,
  );
}

const listFolder = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('may-quet');
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  });

/** Stands in for the phone's share sheet: a page of nobody's, from which a file is sent by POST as the browser does it. */
async function share(from: Page, bytes: Buffer): Promise<void> {
  await from.goto(strangers);
  await from.evaluate(
    ([base64, action]) => {
      const carried = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      carried.items.add(new File([content], 'chia-se.jpg', { type: 'image/jpeg' }));
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action, enctype: 'multipart/form-data' });
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', name: 'giay', files: carried.files });
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    [bytes.toString('base64'), `${world.address}/nhan-tep`] as const,
  );
}

/** With words that would be found wherever the file came to lie. */
async function drawMarked(page: Page): Promise<Buffer> {
  const jpeg = await drawSheet(page, { width: 1200, height: 1600 });
  const mark = Buffer.from(`${TRACE}\0`.repeat(50));
  const head = Buffer.from([0xff, 0xfe, (mark.length + 2) >> 8, (mark.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, mark, jpeg.subarray(2)]);
}

test('a new file of the scanner is offered with its picture, taken with one press, and left where it lies', async () => {
  test.setTimeout(150_000);
  const { phone, page, dossier } = await openDossier(LAPTOP);
  const { address } = world;
  await scan(page, 'cua-nguoi-truoc.jpg', await drawSheet(page));
  await page.getByTestId('scanner-pick').click();
  await expect(page.getByText('Đang chờ ảnh quét mới trong “may-quet”.')).toBeVisible();
  await test.step('what lay there before is nobody’s here', async () => {
    await page.waitForTimeout(4_000);
    await expect(page.getByTestId('waiting-scan')).toHaveCount(0);
  });
  await test.step('a new one is offered, not taken', async () => {
    await scan(page, 'quet-1.jpg', await drawSheet(page, { turned: 0 }));
    await expect(page.getByTestId('waiting-take')).toBeVisible();
    await expect(page.getByTestId('waiting-scan')).toContainText('quet-1.jpg');
    await expect(page.getByText('Bản quét vẫn nằm trong “may-quet”')).toBeVisible();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(0);
    await page.getByTestId('waiting-scan').scrollIntoViewIfNeeded();
    await checkScreen(page);
    await look(page, 'scanner');
  });
  await test.step('two presses put it there once, and its file stays', async () => {
    await page.getByTestId('waiting-take').dblclick();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(1);
    await expect(page.getByTestId('waiting-scan')).toHaveCount(0);
    await expect(page.getByText(/· 2 trang/)).toHaveCount(0);
    await expectSaved(page);
    expect(await listFolder(page)).toEqual(['cua-nguoi-truoc.jpg', 'quet-1.jpg']);
  });
  await test.step('while another screen is open nothing is asked; the dossier has it when it is open again', async () => {
    await goInApp(page, address, '/hom-nay');
    await scan(page, 'quet-2.jpg', await drawSheet(page));
    await goInApp(page, address, dossier);
    await page.getByTestId('waiting-look').click();
    await expect(page.getByRole('radio', { name: 'Trang mới: trang 2' })).toBeChecked();
    await page.getByTestId('paper-accept').click();
    await expect(page.getByText(/· 2 trang/)).toBeVisible();
  });
  await test.step('one that is not for here is left', async () => {
    await scan(page, 'quet-3.jpg', await drawSheet(page));
    await page.getByTestId('waiting-leave').click();
    await expect(page.getByTestId('waiting-scan')).toHaveCount(0);
    await expect(page.getByText(/· 2 trang/)).toBeVisible();
  });
  await phone.close();
});

test('what another app shares goes to the open dossier in memory, or nowhere; no byte of it lies on the disk', async () => {
  test.setTimeout(150_000);
  const profile = world.makeFolder();
  const { phone, page } = await openDossier({ profile, userAgent: ANDROID });
  const { address } = world;
  const marked = await drawMarked(page);
  const other = await page.context().newPage();
  const isSaid = (heading: string) => expect(other.getByRole('heading', { name: heading })).toBeVisible();
  await page.bringToFront();
  await test.step('with a dossier open its page stays, shows what came, and nothing else opens', async () => {
    await share(other, marked);
    await expect(page.getByTestId('paper-accept')).toBeVisible();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(0);
    // Answered without a page of its own: whoever was navigated stays where they were.
    expect(other.url()).toBe(strangers);
    await look(page, 'share');
  });
  await test.step('a second one waits, and what is looked at stays', async () => {
    await page.getByTestId('paper-crop').click();
    await expect(page.getByTestId('crop-stage')).toBeVisible();
    await share(other, marked);
    await expect(page.getByTestId('waiting-scan')).toHaveCount(1);
    await expect(page.getByTestId('crop-stage')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
  await test.step('without a dossier it is refused in words, and kept nowhere', async () => {
    await goInApp(page, address, '/hom-nay');
    await share(other, marked);
    await isSaid('Chưa nhận được tệp này');
    await checkScreen(other);
    await look(other, 'share-nobody');
  });
  await test.step('locked, it is refused as well', async () => {
    await page.goto(address);
    await expect(page.locator('input[type=password]')).toBeVisible();
    await share(other, marked);
    await isSaid('Chưa nhận được tệp này');
  });
  await test.step('what is no file is said to be none', async () => {
    await share(other, Buffer.alloc(0));
    await isSaid('Không có tệp nào để nhận');
  });
  await test.step('no cache, no database and no file of the browser has a byte of it', async () => {
    const stored = await scanStores(page, [TRACE]);
    expect(stored.hits).toEqual([]);
    expect(await searchFolder(profile, [TRACE])).toEqual([]);
    await phone.close();
    expect(await searchFolder(profile, [TRACE])).toEqual([]);
  });
});

test('on a computer the share opens a page of its own, which says that the dossier has it', async () => {
  test.setTimeout(120_000);
  const { phone, page } = await openDossier(LAPTOP);
  const marked = await drawMarked(page);
  const other = await page.context().newPage();
  await share(other, marked);
  await expect(other.getByRole('heading', { name: 'Đã đưa sang hồ sơ đang mở' })).toBeVisible();
  await look(other, 'share-taken');
  await page.bringToFront();
  await expect(page.getByTestId('paper-accept')).toBeVisible();
  await phone.close();
});

/** Where no service worker answers, the server has no ear for it either. */
test('a share that reaches the server is refused unread', async () => {
  const form = new FormData();
  form.append('giay', new Blob([TRACE], { type: 'image/jpeg' }), 'a.jpg');
  const reply = await fetch(`${world.demo.app}/nhan-tep`, { method: 'POST', body: form });
  expect(reply.status).toBe(404);
  expect(await reply.text()).not.toContain(TRACE);
});

async function look(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${SHOTS}/${name}-360.png` });
  await page.setViewportSize(LAPTOP);
  await page.screenshot({ path: `${SHOTS}/${name}-1366.png` });
  if (size) await page.setViewportSize(size);
}
