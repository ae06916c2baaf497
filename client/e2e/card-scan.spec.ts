import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { drawBomb, drawPhotograph, writeFilm } from './support/code-pictures.ts';
import { join, unlock, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { scanStores, searchFolder } from './support/search-canaries.ts';
import { startWorld, type World } from './support/start-world.ts';
import { beginDossier, goInApp, openSession } from './support/volunteer.ts';

// Not one that practice ships: the page's own files are searched as well.
const NUMBER = '099147000987';
const MAU = `${NUMBER}||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;
const DU =
  '099085000456|190000123|Nguyễn Đắc Dụ|15081985|Nam|Thôn Thử, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
const TRACE = 'anhchupcuathenaykhongduocgiulai';

const folder = mkdtempSync(joinPath(tmpdir(), 'go-cua-scan-'));
const profile = joinPath(folder, 'profile');
const film = joinPath(folder, 'film.y4m');
const CAMERA = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];

let world: World;
let phone: Phone | undefined;

test.beforeAll(async () => {
  writeFilm(film, [
    { seconds: 11 },
    { seconds: 3, code: 'https://vi.du/trang' },
    { seconds: 3, code: 'WIFI:S:nhavanhoa;T:WPA;P:matkhau;;' },
    { seconds: 30, code: MAU },
  ]);
  world = await startWorld();
});
test.afterEach(closePhone);
test.afterAll(() => world?.close());

async function openPhone(...flags: string[]): Promise<Page> {
  phone = await world.takePhone({ profile, flags: [...CAMERA, ...flags] });
  return phone.page;
}

async function closePhone(): Promise<void> {
  const open = phone;
  phone = undefined;
  await open?.close();
}

/** A finger instead of a mouse: then the camera opens by itself. */
async function useFinger(page: Page, isOn = true): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isOn, maxTouchPoints: 1 });
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(isOn);
}

/** No camera before the yes. */
async function sayYes(page: Page): Promise<void> {
  await page.getByRole('checkbox').first().check();
  expect(await countCameras(page)).toBe(0);
  await page.getByTestId('consent-yes').click();
}

/** Every camera that was ever opened here and still runs. */
function countCameras(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.filter((t) => t.readyState === 'live')
        .length,
  );
}

/** As the browser tells a page that another app stands before it. */
function showPage(page: Page, isShown: boolean): Promise<void> {
  return page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isShown ? 'visible' : 'hidden',
  );
}

/** The pretended camera has no light and no zoom, so it is given both, and what is asked of it is kept. */
async function watchCameras(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    const wishes: unknown[] = [];
    Object.assign(window, { tracks, wishes });
    Object.assign(MediaStreamTrack.prototype, {
      getCapabilities: () => ({ torch: true, zoom: { min: 1, max: 2.5 } }),
      applyConstraints: ({ advanced }: MediaTrackConstraints) =>
        Promise.resolve(wishes.push(...(advanced ?? []))),
    });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

test('a card is read by the camera without a line; before that, other codes are named and another way is offered', async () => {
  test.setTimeout(180_000);
  const page = await openPhone('--use-fake-ui-for-media-stream');
  const strangers: string[] = [];
  page.context().on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && !hostname.endsWith('localhost')) strangers.push(request.url());
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|wasm/i.test(message.text())) refused.push(message.text());
  });
  const { demo, line, address } = world;
  await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(page);
  await page.reload();
  line.cut();
  await unlock(page);
  await useFinger(page);
  await watchCameras(page);
  await openSession(page);
  await page.getByTestId('write-name').click();
  await sayYes(page);

  await test.step('it looks by itself, after the yes', async () => {
    await expect(page.getByRole('heading', { name: 'Quét thẻ căn cước' })).toBeVisible();
    await expect(page.getByText('Đưa ô vuông QR vào đây')).toBeVisible();
    await expect(page.getByText('Máy không chụp lại thẻ.')).toBeVisible();
    expect(await countCameras(page)).toBe(1);
    await checkScreen(page);
  });
  await test.step('the camera goes out with the page, and with a cover over it, and comes back', async () => {
    await showPage(page, false);
    await expect.poll(() => countCameras(page)).toBe(0);
    await showPage(page, true);
    await expect.poll(() => countCameras(page)).toBe(1);
    await page.locator('#root').evaluate((root: HTMLElement) => (root.hidden = true));
    await expect.poll(() => countCameras(page)).toBe(0);
    await page.locator('#root').evaluate((root: HTMLElement) => (root.hidden = false));
    await expect.poll(() => countCameras(page)).toBe(1);
  });
  await test.step('light and zoom are there where the camera has them', async () => {
    await page.getByRole('button', { name: 'Đèn' }).click();
    await expect(page.getByRole('button', { name: 'Đèn' })).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Gần hơn · 1×' }).click();
    await page.getByRole('button', { name: 'Gần hơn · 2×' }).click();
    expect(await page.evaluate(() => (window as unknown as { wishes: unknown[] }).wishes)).toEqual([
      { torch: true },
      { zoom: 2 },
      { zoom: 1 },
    ]);
  });
  await test.step('a photograph of a wall is said to be one', async () => {
    await page.getByTestId('scan-still').click();
    await expect(page.getByText('Ảnh không có mã nào đọc được.')).toBeVisible();
  });
  await test.step('after eight seconds the three boxes are offered', async () => {
    const slow = page.getByText('Khó đọc? Lau thẻ, che nắng, hoặc');
    await expect(slow).toBeVisible({ timeout: 12_000 });
  });
  await test.step('a link and a Wi-Fi code are named, and the camera goes on', async () => {
    await expect(page.getByText('mã của một trang mạng, không phải thẻ')).toBeVisible();
    await expect(page.getByText('mã Wi-Fi, không phải thẻ')).toBeVisible();
    expect(await countCameras(page)).toBe(1);
  });
  await test.step('the card is read, its number hidden, and the camera is off', async () => {
    await expect(page.getByText('Đọc được thẻ')).toBeVisible();
    await expect(page.getByText('HOÀNG THỊ MẪU')).toBeVisible();
    await expect(page.locator('main')).toContainText('••••••••0987');
    await expect(page.locator('main')).not.toContainText(NUMBER);
    expect(await countCameras(page)).toBe(0);
  });
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
  await test.step('the same camera photographs a paper, and goes out with its dialog', async () => {
    await beginDossier(page, address, 'Hoàng Thị Mẫu');
    await page.getByTestId('paper-take-oldCivilStatusPaper').click();
    await expect.poll(() => countCameras(page)).toBe(1);
    await expect
      .poll(() => page.locator('video').evaluate((film: HTMLVideoElement) => film.videoWidth))
      .toBeGreaterThan(0);
    await page.getByTestId('camera-shoot').click();
    await expect(page.getByTestId('paper-accept')).toBeVisible();
    expect(await countCameras(page)).toBe(0);
  });
  expect([strangers, refused]).toEqual([[], []]);
});

test('with the camera refused, the reason and the other ways are there at once, and a photograph is read', async () => {
  test.setTimeout(120_000);
  const page = await openPhone('--use-fake-ui-for-media-stream=deny');
  const { address } = world;
  await page.goto(address);
  await unlock(page);
  await useFinger(page);
  await watchCameras(page);
  await goInApp(page, address, '/nguoi-moi');
  await sayYes(page);
  await expect(page.getByText('Chưa được phép dùng máy ảnh.')).toBeVisible();
  for (const way of ['Chụp mã', 'Nhập 3 ô', 'Dán mã'])
    await expect(page.getByRole('button', { name: way })).toBeVisible();
  await checkScreen(page);

  const offer = (name: string, buffer: Buffer) =>
    page.getByTestId('scan-picture').setInputFiles({ name, mimeType: 'image/png', buffer });
  const photograph = (code?: string) => drawPhotograph(code, TRACE, { width: 2400, height: 1800 });
  await test.step('what is no picture of a card is said to be so, and nothing is lost', async () => {
    await offer('the.jpg', Buffer.from('<!doctype html><script>'));
    await expect(page.getByText('Tệp này không phải ảnh.')).toBeVisible();
    await offer('to.png', drawBomb());
    await expect(page.getByText('Ảnh quá lớn')).toBeVisible();
    await offer('hong.png', photograph(DU).subarray(0, 90));
    await expect(page.getByText('Không mở được ảnh này.')).toBeVisible();
    await offer('tuong.png', photograph());
    await expect(page.getByText('Ảnh không có mã nào đọc được.')).toBeVisible();
    await offer('tien.png', photograph('00020101021138540010A00000072701240006970436'));
    await expect(page.getByText('mã chuyển tiền, không phải thẻ')).toBeVisible();
  });
  const before = await scanStores(page, [TRACE]);
  await offer('the.png', photograph(DU));
  await expect(page.getByText('NGUYỄN ĐẮC DỤ')).toBeVisible();
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();

  await test.step('at a desk there is the field for a scanner, and the camera waits for a press', async () => {
    await useFinger(page, false);
    await goInApp(page, address, '/nguoi-moi');
    await sayYes(page);
    await expect(page.getByTestId('card-paste')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Quét bằng máy ảnh' })).toBeVisible();
    await expect(page.locator('video')).toHaveCount(0);
  });

  await test.step('no picture is kept, nor the card in clear', async () => {
    const after = await scanStores(page, [TRACE, NUMBER, '099085000456']);
    expect(after.hits).toEqual([]);
    expect(after.read['files'] ?? 0).toBe(before.read['files'] ?? 0);
    await closePhone();
    expect(await searchFolder(profile, [TRACE])).toEqual([]);
  });
});
