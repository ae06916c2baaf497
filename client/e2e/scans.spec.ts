import { join as joinPath } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { checkBigLetters } from './support/check-reach.ts';
import { checkScreen } from './support/check-screen.ts';
import { writeFilm } from './support/code-pictures.ts';
import { drawSheet, type SheetSettings } from './support/draw-sheet.ts';
import { sendNow } from './support/follow-up.ts';
import { expectSaved } from './support/shown-work.ts';
import { join, unlock, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { startWorld, type World } from './support/start-world.ts';
import { beginDossier, goInApp, openSession, writePerson } from './support/volunteer.ts';

const MAU = '099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const PAPER = 'oldCivilStatusPaper';

let world: World;
let phone: Phone;
let profile: string;
let dossier: string;

let film: string;

test.beforeAll(async () => {
  world = await startWorld();
  profile = world.makeFolder();
  // Something sharp to photograph: what shows nothing is not to be accepted with one press.
  film = joinPath(world.makeFolder(), 'film.y4m');
  writeFilm(film, [{ seconds: 2, code: 'giấy có chữ' }]);
  const { demo, address } = world;
  const page = await openPhone();
  const words = await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(page);
  demo.type(words.join(' '));
  await openSession(page);
  await writePerson(page, MAU);
  dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
});
test.afterAll(() => world?.close());

async function offerSheet(page: Page, settings: SheetSettings = {}): Promise<void> {
  const buffer = await drawSheet(page, settings);
  await page
    .getByTestId(`paper-choose-${PAPER}`)
    .setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByTestId('paper-accept')).toBeVisible();
}

async function dragCorner(
  page: Page,
  corner: Locator,
  to: { readonly x: number; readonly y: number; readonly lensName?: string },
): Promise<void> {
  const from = await corner.boundingBox();
  const stage = await page.getByTestId('crop-stage').boundingBox();
  if (!from || !stage) throw new Error('The corner is not on the screen.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(stage.x + to.x * stage.width, stage.y + to.y * stage.height, { steps: 4 });
  if (to.lensName !== undefined) await look(page, to.lensName);
  await page.mouse.up();
}

/** Width and height of the picture that a person looks at. */
const measure = (picture: Locator): Promise<[number, number]> =>
  picture.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]);

const openPhone = async (): Promise<Page> => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const flags = [...camera, `--use-file-for-fake-video-capture=${film}`];
  phone = await world.takePhone({ profile, flags });
  return phone.page;
};

async function reopen(): Promise<Page> {
  await phone.kill();
  await openPhone();
  const { page } = phone;
  await page.goto(`${world.address}/hom-nay`);
  await unlock(page);
  await goInApp(page, world.address, dossier);
  await expect(page.getByTestId('dossier-info')).toBeVisible();
  return page;
}

test('a paper is cut down to its four corners and turned before it is sealed, by thumb and by keys', async () => {
  test.setTimeout(180_000);
  let page = await reopen();
  const preview = page.locator('dialog img').first();
  await test.step('four corners go to those of the paper', async () => {
    await offerSheet(page);
    expect(await measure(preview)).toEqual([1200, 1600]);
    await page.getByTestId('paper-crop').click();
    await dragCorner(page, page.getByTestId('crop-topLeft'), { x: 0.26, y: 0.14, lensName: 'crop-lens' });
    await dragCorner(page, page.getByTestId('crop-topRight'), { x: 0.86, y: 0.2 });
    await dragCorner(page, page.getByTestId('crop-bottomRight'), { x: 0.74, y: 0.85 });
    await dragCorner(page, page.getByTestId('crop-bottomLeft'), { x: 0.14, y: 0.79 });
    await checkScreen(page);
    await checkBigLetters(page, 'the cutting');
    await look(page, 'crop');
  });
  await test.step('crossed corners are refused in words, and nothing is done', async () => {
    await dragCorner(page, page.getByTestId('crop-topLeft'), { x: 0.9, y: 0.9 });
    await expect(page.getByText('Bốn chấm đang chéo nhau')).toBeVisible();
    await page.getByTestId('crop-done').click();
    await expect(page.getByTestId('crop-stage')).toBeVisible();
    await look(page, 'crop-crossed');
  });
  await test.step('keys move the corner that has the focus, and say where it is', async () => {
    const corner = page.getByTestId('crop-topLeft');
    await expect(corner).toHaveAttribute('aria-label', 'Góc trên, bên trái');
    await corner.focus();
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('Shift+ArrowLeft');
    for (let press = 0; press < 15; press += 1) await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('dialog [role=status]', { hasText: /^Ngang 29 %, dọc 14 %$/ })).toBeAttached();
    await expect(page.getByText('Bốn chấm đang chéo nhau')).toBeHidden();
  });
  await test.step('the preview shows the straight paper, as large as it was', async () => {
    await page.getByTestId('crop-done').click();
    await expect(page.getByTestId('crop-stage')).toBeHidden();
    const [width, height] = await measure(preview);
    expect(height).toBe(1600);
    expect(width / height).toBeGreaterThan(0.65);
    expect(width / height).toBeLessThan(0.75);
    await look(page, 'crop-done');
  });
  await test.step('turned by a quarter it lies on its side, and the whole picture can be had again', async () => {
    await page.getByTestId('paper-crop').click();
    await page.getByTestId('crop-turn').click();
    await page.getByTestId('crop-done').click();
    await expect(page.getByTestId('crop-stage')).toBeHidden();
    const [width, height] = await measure(preview);
    expect(width).toBe(1600);
    expect(height).toBeLessThan(1200);
    await page.getByTestId('paper-crop').click();
    await look(page, 'crop-turned');
    await page.getByTestId('crop-whole').click();
    await page.getByTestId('crop-done').click();
    await expect(page.getByTestId('crop-stage')).toBeHidden();
    expect(await measure(preview)).toEqual([1200, 1600]);
  });
  await test.step('killed while cutting: nothing was accepted, and nothing says so', async () => {
    await page.getByTestId('paper-crop').click();
    await expect(page.getByTestId('crop-stage')).toBeVisible();
    page = await reopen();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(0);
    await expect(page.getByTestId(`paper-take-${PAPER}`)).toHaveText('Chụp');
  });
  await test.step('accepted with two presses it is one paper, cut as it was shown', async () => {
    await offerSheet(page);
    await page.getByTestId('paper-crop').click();
    await dragCorner(page, page.getByTestId('crop-bottomRight'), { x: 1, y: 0.5 });
    await dragCorner(page, page.getByTestId('crop-bottomLeft'), { x: 0, y: 0.5 });
    await page.getByTestId('crop-done').click();
    await expect(page.getByTestId('crop-stage')).toBeHidden();
    await page.getByTestId('paper-accept').dblclick();
    await expect(page.getByTestId('paper-accept')).toBeHidden();
    await expect(page.getByText('Đã khóa kín · 1 mảnh')).toHaveCount(1);
    await expectSaved(page);
    expect(await countRows(page, 'pieces')).toBe(1);
    page = await reopen();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(1);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await expect(page.locator('dialog img')).toBeVisible();
    const [width, height] = await measure(page.locator('dialog img'));
    expect(width).toBe(1600);
    // The lower half is cut off; a thumb is not exact to the point.
    expect(Math.abs(height - 1067)).toBeLessThan(8);
    await page.keyboard.press('Escape');
  });
});

async function shoot(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator('video').evaluate((film: HTMLVideoElement) => film.videoWidth))
    .toBeGreaterThan(0);
  await page.getByTestId('camera-shoot').click();
  await expect(page.getByTestId('paper-accept')).toBeVisible();
}

test('a paper of several pages is there page by page: a kill costs only the one that was not accepted', async () => {
  test.setTimeout(180_000);
  const { address } = world;
  let page = await reopen();
  await goInApp(page, address, '/tra-cuu');
  dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await test.step('accepted, and the camera is open for the next page', async () => {
    await page.getByTestId(`paper-take-${PAPER}`).click();
    await shoot(page);
    await page.getByTestId('paper-accept-next').click();
    await expect(page.getByRole('heading', { name: /, trang 2$/ })).toBeVisible();
    await shoot(page);
    await expect(page.getByText('Trang 2, nhiều nhất 10 trang.')).toBeVisible();
    await checkScreen(page);
    await checkBigLetters(page, 'page 2');
    await look(page, 'page-two');
  });
  await test.step('killed before page 2 is accepted: page 1 is there, and honestly no other', async () => {
    page = await reopen();
    await expect(page.getByText(/Đã khóa kín/)).toHaveCount(1);
    await expect(page.getByText(/· 2 trang/)).toHaveCount(0);
  });
  await test.step('page 2 is added to what survived', async () => {
    await page.getByTestId(`paper-next-${PAPER}`).click();
    await shoot(page);
    await page.getByTestId('paper-accept').click();
    await expect(page.getByText(/Đã khóa kín .*· 2 trang/)).toBeVisible();
    await expectSaved(page);
    page = await reopen();
    await expect(page.getByText(/Đã khóa kín .*· 2 trang/)).toBeVisible();
  });
  await test.step('what is brought without saying for what becomes one more page, unless another is chosen', async () => {
    await dropSheet(page);
    await expect(page.getByRole('radio', { name: 'Trang mới: trang 3' })).toBeChecked();
    await look(page, 'page-where');
    await page.getByTestId('paper-accept').click();
    await expect(page.getByText(/· 3 trang/)).toBeVisible();
    await offerSheet(page);
    await expect(page.getByRole('radio', { name: 'Thay trang 1' })).toBeChecked();
    await page.getByText('Thay trang 3').click();
    await page.getByTestId('paper-accept').click();
    await expect(page.getByTestId('paper-accept')).toBeHidden();
    await expect(page.getByText(/· 3 trang/)).toBeVisible();
    await look(page, 'page-list');
    await checkScreen(page);
  });
  await test.step('a page is taken out, and put back', async () => {
    await page.getByRole('button', { name: /^Bỏ trang 1 của/ }).click();
    await expect(page.getByText(/· 2 trang/)).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn lại' }).click();
    await expect(page.getByText(/· 3 trang/)).toBeVisible();
  });
  await test.step('with signal all pages are seen, one below the other', async () => {
    await sendNow(page, address);
    await goInApp(page, address, dossier);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await expect(page.locator('dialog img')).toHaveCount(3);
    await expect(page.getByRole('img', { name: /, trang 3$/ })).toBeVisible();
    await look(page, 'page-view');
  });
});

/** A file dropped on the paper's own row. */
async function dropSheet(page: Page): Promise<void> {
  const base64 = (await drawSheet(page)).toString('base64');
  const transfer = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], 'trang.jpg', { type: 'image/jpeg' }));
    return carried;
  }, base64);
  await page.locator(`#paper-${PAPER}`).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByTestId('paper-accept')).toBeVisible();
}

/** Rows of a table, in whichever database of the page has it. */
function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(async (name) => {
    let rows = 0;
    for (const { name: database } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(database ?? '');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('not opened'));
      });
      if (opened.objectStoreNames.contains(name))
        rows += await new Promise<number>((resolve) => {
          const asked = opened.transaction(name).objectStore(name).count();
          asked.onsuccess = () => resolve(asked.result);
        });
      opened.close();
    }
    return rows;
  }, table);
}

const SHOTS = process.env['SHOTS'];
async function look(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: `${SHOTS}/${name}-360.png` });
  // A finger is down: the picture must not move under it.
  if (name.endsWith('lens')) return;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: `${SHOTS}/${name}-1366.png` });
  await page.setViewportSize({ width: 360, height: 740 });
}
