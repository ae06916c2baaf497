import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { join, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { giveShareSheet, readShared } from './support/share-sheet.ts';
import { startWorld, type World } from './support/start-world.ts';
import { answerForm, beginDossier, chooseRoute, openSession, writePerson } from './support/volunteer.ts';

const NUMBER = '099147000123';
const MAU = `${NUMBER}||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;

let world: World;
let phone: Phone;

test.beforeAll(async () => {
  world = await startWorld();
  phone = await world.takePhone();
});
test.afterAll(() => world?.close());

test('a slip is made without a line: one sheet, one picture, four digits of the number', async () => {
  test.setTimeout(180_000);
  const { page } = phone;
  const { demo, line, address } = world;
  await join(page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(page);
  line.cut();

  await openSession(page);
  await writePerson(page, MAU);
  await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: 'Nơi đăng ký thử', copies: '2' });
  await chooseRoute(page, 'selfOwnPhone');
  await page.getByTestId('dossier-finish').click();
  await page.getByRole('link', { name: 'Phiếu' }).click();

  const slip = page.locator('main').getByTestId('slip').first();
  await expect(slip).toContainText('Số căn cước ••••••••0123');
  await expect(slip).toContainText('Soạn xong, chưa nộp');
  await expect(slip).toContainText(/Mã phiếu [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{5}/);
  await checkScreen(page);

  // What is printed is what the browser would print: every letter of it, and no second sheet.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(countPages(pdf)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  expect(paper.match(/••••••••0123/g)).toHaveLength(4);
  expect(paper).not.toContain(NUMBER);
  expect(paper).not.toContain('Nơi đăng ký thử');

  // One slip, on paper of its own size: 148 by 210 mm, at 72 points to the inch.
  await page.getByRole('radio', { name: 'A5' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-paper', 'single');
  const small = await page.pdf({ preferCSSPageSize: true });
  expect(countPages(small)).toBe(1);
  expect(readPageSize(small)).toEqual([420, 595]);
  expect(readPageSize(pdf)).toEqual([595, 842]);
  await page.emulateMedia({ media: 'print' });
  const single = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  expect(single.match(/••••••••0123/g)).toHaveLength(1);
  expect(single).toMatch(/Mã phiếu [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{5}/);
  expect(single).not.toContain(NUMBER);

  await page.getByRole('radio', { name: 'Ảnh' }).check();
  const saved = page.waitForEvent('download');
  await page.getByTestId('slip-image').click();
  const picture = await readFile(await (await saved).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1080);
});

test('where the phone has a share sheet, the picture goes there, and the lock knows that somebody comes back', async () => {
  const { page } = phone;
  await giveShareSheet(page);
  await page.getByRole('radio', { name: 'A5' }).check();
  await page.getByRole('radio', { name: 'Ảnh' }).check();
  await page.getByRole('button', { name: 'Gửi ảnh' }).click();
  await expect.poll(() => readShared(page)).toEqual(['leaving', 'image/png', 'phieu-huong-dan.png']);
});

function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Width and height of the first page, whole points. */
function readPageSize(pdf: Buffer): number[] {
  const [, width, height] =
    /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString('latin1')) ?? [];
  return [width, height].map((points) => Math.round(Number(points)));
}
