/** What is in memory only while the disk refuses it: sent straight to the commune, or into a file that has a way back. */
import { readFile } from 'node:fs/promises';
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow as askCommune } from './support/follow-up.ts';
import { addressOf, join, unlock } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import { NO_ROOM, setFault } from './support/set-fault.ts';
import { giveShareSheet, readShared } from './support/share-sheet.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession, typeName } from './support/volunteer.ts';

const CUSTODY = '/da-gui-chua';
const RESCUE = '/chua-luu';
const [SENT, FILED, CARRIED] = ['Lý Thị Gửi', 'Lý Thị Tệp', 'Lý Thị Nhờ'] as const;
const SAID = 'rescue-said';

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
let phone: Phone;
let profile: string;
let page: Page;
let session: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  world = await startWorld();
  profile = world.makeFolder();
});
test.afterAll(() => world?.close());

const bar = () => page.locator(`a[href="${CUSTODY}"] [role=status]`);
const received = () => readReceived(world.demo.folder, 'volunteer');
const countPeople = () => received().records['citizen'] ?? 0;

async function takePhone(): Promise<void> {
  phone = await world.takePhone({ profile, patience: 20_000 });
  ({ page } = phone);
}

/** At the session, with nothing of it finished on the disk. */
async function writeOnFullDisk(name: string): Promise<void> {
  await goInApp(page, world.address, session);
  await page.evaluate(setFault, NO_ROOM);
  await typeName(page, name);
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
  await goInApp(page, world.address, RESCUE);
  await expect(page.getByRole('heading', { name: 'Chưa lưu được xuống máy' })).toBeVisible();
}

async function saveFile(): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByTestId('rescue-save').click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^go-cua-tep-cuu-\d{4}-\d\d-\d\d-\d{4}\.txt$/);
  return readFile(await download.path());
}

async function openFile(on: Page, buffer: Buffer): Promise<void> {
  await goInApp(on, new URL(on.url()).origin, CUSTODY);
  await on.getByTestId('rescue-file').setInputFiles({ name: 'tep.txt', mimeType: 'text/plain', buffer });
}

test('what a full phone cannot save reaches the commune at once, and once', async () => {
  test.setTimeout(180_000);
  await takePhone();
  const { invitation } = world.demo.roles.volunteer;
  const words = await join(page, { address: world.address, invitation });
  world.demo.type(words.join(' '));
  await openSession(page);
  session = new URL(page.url()).pathname;
  await expect.poll(() => received().records['session'] ?? 0).toBe(1);
  await writeOnFullDisk(SENT);
  await checkScreen(page);
  await test.step('without a line it says so, and nothing is called received', async () => {
    world.line.cut();
    await page.getByTestId('rescue-send').click();
    await expect(page.getByTestId(SAID)).toContainText('Chưa có sóng');
    world.line.mend();
  });
  const before = received();
  await page.getByTestId('rescue-send').click();
  await expect(page.getByTestId(SAID)).toContainText('Xã đã nhận hết.');
  await checkScreen(page);
  expect(countPeople()).toBe(1);
  // Nothing of it has a place, which the disk would not know of.
  expect(received().seqs).toEqual(before.seqs);
  await test.step('once the disk takes it, it is saved, gets its place, and is no second word', async () => {
    await page.evaluate(setFault, null);
    await page.getByRole('button', { name: 'Thử lưu lại' }).click();
    await expect(page.getByRole('heading', { name: 'Đã lưu hết. Không mất gì.' })).toBeVisible({
      timeout: 40_000,
    });
    await askCommune(page, world.address);
    await expect(bar()).toHaveText('Xã đã nhận hết');
    const { seqs, setAside, records } = received();
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
    expect(seqs.length).toBeGreaterThan(before.seqs.length);
    expect([setAside, records['citizen'], records['consent']]).toEqual([0, 1, 1]);
  });
});

test('a rescue file is drafts again in the book that wrote it, and only once', async () => {
  test.setTimeout(180_000);
  await writeOnFullDisk(FILED);
  const file = await saveFile();
  await expect(page.getByTestId(SAID)).toContainText('Đã đưa tệp cho trình duyệt.');
  expect(file.toString()).not.toContain(FILED);
  await giveShareSheet(page);
  await goInApp(page, world.address, CUSTODY);
  await goInApp(page, world.address, RESCUE);
  await page.getByTestId('rescue-share').click();
  await expect.poll(async () => (await readShared(page))[1]).toBe('text/plain');
  await phone.kill();
  await takePhone();
  await page.goto(`${world.address}/hom-nay`);
  await unlock(page);
  await goInApp(page, world.address, session);
  await expect(page.getByTestId('session-close')).toBeVisible();
  await expect(page.getByText(FILED)).toHaveCount(0);
  await openFile(page, file.subarray(0, file.length - 40));
  await expect(page.getByText('Tệp bị thiếu hoặc bị sửa')).toBeVisible();
  await openFile(page, file);
  await expect(page.getByTestId('rescue-found')).toContainText('việc chưa có trên máy');
  await checkScreen(page);
  await page.getByTestId('rescue-take').click();
  await expect(page.getByText('Đã lấy lại và lưu trên máy. Tệp này bỏ được rồi.')).toBeVisible();
  await openFile(page, file);
  await expect(page.getByText('Tệp này đã lấy lại và lưu rồi.')).toBeVisible();
  await goInApp(page, world.address, session);
  await expect(page.getByText(FILED).first()).toBeVisible();
  await askCommune(page, world.address);
  await expect.poll(countPeople).toBe(2);
});

test('a file of a phone that is gone is taken in at the commune, by a machine that cannot read it', async () => {
  test.setTimeout(180_000);
  await writeOnFullDisk(CARRIED);
  const file = await saveFile();
  await phone.kill();
  const other = await world.takePhone({ patience: 20_000 });
  const address = addressOf('officer', world.line.port);
  const { invitation } = world.demo.roles.officer;
  const words = await join(other.page, { address, invitation });
  await openFile(other.page, file);
  await expect(other.page.getByTestId('rescue-found')).toContainText('Tệp này của sổ khác');
  await checkScreen(other.page);
  await other.page.getByTestId('rescue-take').click();
  await expect(other.page.getByText('Máy chờ xã duyệt. Cứ làm, không mất.').first()).toBeVisible();
  expect(countPeople()).toBe(2);
  world.demo.type(words.join(' '));
  await expect(async () => {
    await other.page.getByTestId('rescue-take').click();
    await expect(other.page.getByText('Xã đã nhận hết tệp này.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(countPeople()).toBe(3);
  await test.step('and its own phone, found again, reads it back from the commune', async () => {
    await takePhone();
    await page.goto(`${world.address}/hom-nay`);
    await unlock(page);
    await askCommune(page, world.address);
    await goInApp(page, world.address, session);
    await expect(page.getByText(CARRIED).first()).toBeVisible();
    expect(countPeople()).toBe(3);
  });
});

test('each fault of the disk is named, what was typed stays, and nothing is deleted', async () => {
  test.setTimeout(240_000);
  await page.evaluate(() => {
    const { deleteDatabase } = IDBFactory.prototype;
    // One of its own making, empty, is deleted to have the browser fold its log (decision 0005).
    IDBFactory.prototype.deleteDatabase = function (name) {
      if (!name.endsWith('fold')) throw new Error(`The app deletes ${name}.`);
      return deleteDatabase.call(this, name);
    };
  });
  const faults = [
    ['InvalidStateError', 'Trình duyệt vừa đóng sổ giữa chừng.'],
    ['NotReadableError', 'Có ảnh trên máy không đọc lại được.'],
    ['UnknownError', 'Lần ghi vừa rồi chưa xong.'],
    [NO_ROOM, 'Máy hết chỗ.'],
  ] as const;
  for (const [fault, words] of faults) {
    await test.step(fault, async () => {
      await goInApp(page, world.address, session);
      await page.evaluate(setFault, fault);
      await page.getByTestId('count-one').click();
      await expect(bar()).toHaveCount(0);
      await page.getByRole('status').filter({ hasText: 'Chưa lưu được, bấm để cứu' }).click();
      await expect(page.getByRole('alert')).toContainText(words);
      await page.evaluate(setFault, null);
      // By itself: the next try is due within seconds.
      await expect(page.getByRole('heading', { name: 'Đã lưu hết. Không mất gì.' })).toBeVisible({
        timeout: 40_000,
      });
    });
  }
  await test.step('a book that does not open says so, and is there when it does', async () => {
    const broken = await page.context().newPage();
    await page.close();
    page = broken;
    page.setDefaultTimeout(20_000);
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...asked) {
        if (!location.search.includes('hong')) return open.apply(this, asked);
        throw new DOMException('', 'UnknownError');
      };
    });
    await page.goto(`${world.address}/hom-nay?hong`);
    await expect(page.getByText('Chưa mở được sổ trên máy này.')).toBeVisible();
    await checkScreen(page);
    await page.goto(`${world.address}/hom-nay`);
    await unlock(page);
    await goInApp(page, world.address, session);
    await expect(page.getByText(SENT).first()).toBeVisible();
  });
});

test('a private window is named before anybody joins in it, and keeps nobody out', async () => {
  test.setTimeout(120_000);
  const { page: own } = await world.takePhone({ patience: 20_000 });
  // As Firefox answers in one; the newest Chromium behaves the same in every window.
  await own.addInitScript(() => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));
  });
  const { invitation } = world.demo.roles.head;
  const address = addressOf('head', world.line.port);
  await own.goto(`${address}/?ma=${invitation}`);
  await expect(own.getByText('Đang ở cửa sổ ẩn danh')).toBeVisible();
  await expect(own.getByTestId('practice-start')).toBeVisible();
  await checkScreen(own);
  await join(own, { address, invitation });
  await goInApp(own, address, CUSTODY);
  await expect(own.getByText('Mất khi đóng')).toBeVisible();
  await checkScreen(own);
});
