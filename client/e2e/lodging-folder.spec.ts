import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow } from './support/follow-up.ts';
import { join, unlock, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
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
let laptop: Phone;
let profile: string;

test.beforeAll(async () => {
  world = await startWorld();
  profile = world.makeFolder();
});
test.afterAll(() => world?.close());

/** The picker is the browser's own window and cannot be driven: in its place a folder of the browser's private file system. */
async function openLaptop(): Promise<Page> {
  laptop = await world.takePhone({ profile, ...LAPTOP });
  await laptop.page.addInitScript(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('nop-ho-so', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
  return laptop.page;
}

/** Name and length of every file in the folder. */
function listFolder(page: Page): Promise<[string, number][]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('nop-ho-so', { create: true });
    const files: [string, number][] = [];
    for await (const [name, handle] of folder.entries())
      files.push([name, (await (handle as FileSystemFileHandle).getFile()).size]);
    return files;
  });
}

async function putStranger(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('nop-ho-so', { create: true });
    const writer = await (await folder.getFileHandle('anh-nha.jpg', { create: true })).createWritable();
    await writer.write('không phải của hồ sơ');
    await writer.close();
  });
}

async function removeStranger(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await (await root.getDirectoryHandle('nop-ho-so')).removeEntry('anh-nha.jpg');
  });
}

async function fill(page: Page): Promise<void> {
  await page.getByTestId('folder-pick').click();
  await expect(page.getByTestId('folder-filled')).toContainText('Có 1 tệp trong “nop-ho-so”');
  const [file] = await listFolder(page);
  expect(file?.[0]).toMatch(/^01-[a-z0-9-]+\.jpg$/);
  expect(file?.[0]).not.toMatch(/mau|hoang/);
  expect(file?.[1]).toBeGreaterThan(5_000);
}

test('the lodging folder is empty after “Xong”, after the lock, after a kill; what stays is said', async () => {
  test.setTimeout(150_000);
  const { demo, address } = world;
  let page = await openLaptop();
  const words = await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(page);
  demo.type(words.join(' '));
  await openSession(page);
  await writePerson(page, MAU);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  await chooseRoute(page, 'selfAtSession');
  await page.getByTestId('dossier-finish').click();
  const card = `${dossier}/the-chep`;

  await test.step('filled with the paper as the commune has it, named by what it is', async () => {
    await expect(async () => {
      await sendNow(page, address);
      await goInApp(page, address, card);
      // An earlier try may have come before the scan was there.
      const done = page.getByTestId('folder-done');
      if (await done.isVisible()) await done.click();
      await page.getByTestId('folder-pick').click();
      await expect(page.getByTestId('folder-filled')).toContainText('Có 1 tệp', { timeout: 2_000 });
    }, 'until the commune has approved the laptop and taken the scan').toPass({ timeout: 45_000 });
    await checkScreen(page);
  });

  await test.step('empty after the folder’s own button, and after the card’s “Xong”', async () => {
    await page.getByTestId('folder-done').click();
    await expect(page.getByTestId('folder-pick')).toBeVisible();
    expect(await listFolder(page)).toEqual([]);
    await fill(page);
    await page.getByRole('checkbox').check();
    await page.getByTestId('copy-done').click();
    await expect.poll(() => listFolder(page)).toEqual([]);
  });

  await test.step('a folder with other files is not taken, and they are left alone', async () => {
    await putStranger(page);
    await goInApp(page, address, card);
    await page.getByTestId('folder-pick').click();
    await expect(page.getByText('Trong “nop-ho-so” đang có tệp khác.')).toBeVisible();
    expect((await listFolder(page)).map(([name]) => name)).toEqual(['anh-nha.jpg']);
    await removeStranger(page);
  });

  await test.step('empty after the lock', async () => {
    await fill(page);
    await goInApp(page, address, '/da-gui-chua');
    await page.getByRole('button', { name: 'Khóa', exact: false }).first().click();
    await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
    await expect.poll(() => listFolder(page)).toEqual([]);
  });

  await test.step('empty after a kill, before anybody has typed a PIN', async () => {
    await unlock(page);
    await goInApp(page, address, card);
    await fill(page);
    await laptop.kill();
    page = await openLaptop();
    await page.goto(`${address}/the-chep/`);
    expect(await listFolder(page)).toHaveLength(1);
    await page.goto(`${address}/khoa`);
    await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
    await expect.poll(() => listFolder(page)).toEqual([]);
  });

  await test.step('what cannot be removed is said on every screen, with the folder’s name', async () => {
    await unlock(page);
    await goInApp(page, address, card);
    await fill(page);
    await putStranger(page);
    await page.getByTestId('folder-done').click();
    await expect(page.getByText('Thư mục nộp hồ sơ còn file: xóa tay')).toBeVisible();
    await expect(page.getByText('Trong “nop-ho-so” còn 1 tệp không phải của máy bỏ vào.')).toBeVisible();
    expect((await listFolder(page)).map(([name]) => name)).toEqual(['anh-nha.jpg']);
    await checkScreen(page);
    await goInApp(page, address, '/hom-nay');
    await expect(page.getByText('Thư mục nộp hồ sơ còn file: xóa tay')).toBeVisible();
    await removeStranger(page);
    await page.getByTestId('folder-clean').click();
    await expect(page.getByText('Thư mục nộp hồ sơ còn file: xóa tay')).toBeHidden();
  });
});
