import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { listFilmFlags, photographScreen, readScreenCode, writeFilm } from './support/code-pictures.ts';
import { watchTaps } from './support/count-taps.ts';
import { sendNow as askCommune } from './support/follow-up.ts';
import { hideNotice } from './support/hide-notice.ts';
import { invite, join, unlock, waitUntilOfflineReady } from './support/join.ts';
import { countHeads } from './support/measure-people.ts';
import { readReceived } from './support/received-work.ts';
import { figure } from './support/refuse.ts';
import { scanStores } from './support/search-canaries.ts';
import { giveShareSheet, readShared } from './support/share-sheet.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession, writePerson } from './support/volunteer.ts';

const NAMES = ['Lường Thị Mẫu', 'Lường Thị Thử', 'Nông Thị Dụ'] as const;
const cardOf = (at: number): string =>
  `09915${at}00012${at}||${NAMES[at] ?? ''}|02031950|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;

/** What the first phone's camera sees: a wall, then the second one's screen. */
const film = joinPath(mkdtempSync(joinPath(tmpdir(), 'go-cua-film-')), 'film.y4m');

let world: World;
let address: string;

test.beforeAll(async () => {
  writeFilm(film, [{ seconds: 1 }]);
  world = await startWorld();
  address = world.address;
});
test.afterAll(() => world?.close());

const sendNow = (page: Page): Promise<void> => askCommune(page, address);

async function openMerging(page: Page): Promise<void> {
  await page.getByTestId('machines').click();
  await page.getByRole('link', { name: 'Gộp bằng mã QR' }).click();
  await expect(page.getByTestId('list-code')).toBeVisible();
  await hideNotice(page);
}

async function refuse(page: Page, text: string, words: string): Promise<void> {
  await page.getByTestId('merge-paste').fill(text);
  await page.getByRole('button', { name: 'Gộp theo mã' }).click();
  await expect(page.getByTestId('merge-refused')).toContainText(words);
}

test('two phones without signal merge their lists by a code, each way, and the commune counts nobody twice', async ({
  page: head,
}) => {
  test.setTimeout(240_000);
  const { demo, line } = world;
  const { page: first } = await world.takePhone({ flags: listFilmFlags(film) });
  const { page: second } = await world.takePhone();
  for (const page of [first, second]) await watchTaps(page);
  let session = '';
  let old = '';

  await test.step('two phones join the commune, then the line is cut', async () => {
    const { url, invitation } = demo.roles.head;
    demo.type((await join(head, { address: url, invitation })).join(' '));
    await head.getByRole('link', { name: 'Đội & máy' }).first().click();
    const invitations = [demo.roles.volunteer.invitation, await invite(head, 'Lê Văn Nam')];
    for (const [at, page] of [first, second].entries()) {
      await join(page, { address, invitation: invitations[at] ?? '' });
      await waitUntilOfflineReady(page);
    }
    await head.reload();
    await unlock(head);
    await head.getByRole('link', { name: 'Đội & máy' }).first().click();
    for (let left = 2; left > 0; left--) {
      await expect(head.getByTestId('approve-device')).toHaveCount(left, { timeout: 20_000 });
      await head.getByTestId('approve-device').first().click();
    }
    for (const page of [first, second]) await sendNow(page);
    line.cut();
  });

  await test.step('both write one session', async () => {
    await goInApp(first, address, '/hom-nay');
    await openSession(first);
    session = new URL(first.url()).pathname;
    await first.getByTestId('machine-add').click();
    const joining = await readScreenCode(first.getByTestId('join-code'));
    await first.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).click();
    await countHeads(first, 4);
    await writePerson(first, cardOf(0));
    await second.goto(joining);
    await unlock(second);
    await second.getByTestId('join-session').click();
    await expect(second.getByTestId('write-name')).toBeVisible();
    await countHeads(second, 3);
    await writePerson(second, cardOf(1));
    await writePerson(second, cardOf(2));
    await second.getByRole('button', { name: /^Gọi B01/ }).click();
    await expect(first.getByTestId('machines')).toContainText('Gộp 1 máy · chờ 1 ●○');
    // The code of joining is refused where lists are merged.
    await openMerging(first);
    await first.getByRole('radio', { name: 'Quét mã', exact: true }).check();
    await refuse(first, joining, 'Đây là mã vào buổi');
  });

  await test.step('the first scans the second’s code and has its numbers, without a name', async () => {
    await openMerging(second);
    await expect(second.getByText(/Danh sách máy B: 5 người, lúc/)).toBeVisible();
    await checkScreen(second);
    old = await readScreenCode(second.getByTestId('list-code'));
    for (const name of [...NAMES, 'Mẫu', 'Nam', '0991']) expect(decodeURIComponent(old)).not.toContain(name);
    writeFilm(film, [{ seconds: 1, light: await photographScreen(second.getByTestId('list-code')) }]);
    await first.getByTestId('scan-start').click();
    await expect(first.getByText(/Đã gộp máy B: 5 người, lúc/)).toBeVisible();
    await expect(first.getByTestId('merge-total')).toHaveText(
      'Cả buổi: 10 người · 2 đang chờ · 1 đang làm · 0 xong',
    );
    await expect(first.locator('video')).toHaveCount(0);
    await checkScreen(first);
    await refuse(first, 'https://xa.example/', 'Đây không phải mã gộp');
    await refuse(first, old.slice(0, -2), 'Mã bị thiếu hoặc sai');
  });

  await test.step('the session on the first phone shows the union, and who calls', async () => {
    await goInApp(first, address, session);
    expect(await figure(first)).toMatch(/người đến\s+10\s+đang chờ\s+2\s+xong\s+0/);
    await expect(first.getByText(/\+5 theo mã máy B lúc/)).toBeVisible();
    await expect(first.getByTestId('machines')).toContainText(/2 máy · theo mã [\d:]+ ●●/);
    const row = (number: string) => first.getByTestId('visitor-row').filter({ hasText: number });
    await expect(row('B01')).toContainText('bàn 2 · theo mã của máy B lúc');
    await expect(row('B02')).toContainText('Gọi trên máy B');
    await expect(row('B02').getByRole('button')).toHaveCount(0);
    for (const name of NAMES.slice(1)) await expect(first.locator('body')).not.toContainText(name);
    await checkScreen(first);
    await first.getByTestId('machines').click();
    await expect(first.getByText(/5 người, theo mã của máy B lúc/)).toBeVisible();
    await checkScreen(first);
    await first.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  await test.step('the second opens the first’s code by its address', async () => {
    await openMerging(first);
    const code = await readScreenCode(first.getByTestId('list-code'));
    await second.getByRole('radio', { name: 'Quét mã', exact: true }).check();
    await refuse(second, code.replace('#gl1.', '#gl2.'), 'Máy kia dùng bản mới hơn');
    await refuse(second, old, 'mã của chính máy này');
    await second.goto(code);
    await unlock(second);
    expect(second.url()).not.toContain('#');
    await expect(second.getByText(/Danh sách máy A: 5 người, lúc/)).toBeVisible();
    await checkScreen(second);
    await second.getByTestId('merge-now').click();
    await expect(second).toHaveURL(address + session);
    expect(await figure(second)).toMatch(/người đến\s+10\s/);
  });

  await test.step('it survives the lock and lies in no store to be read; a later code replaces it, an older one is refused', async () => {
    const [, , list = '', , , , sums = ''] = old.split('#gl1')[1]?.split('.') ?? [];
    const { hits, read } = await scanStores(first, [list, sums]);
    expect(hits).toEqual([]);
    expect(Object.keys(read).join()).toContain('keys');
    await first.reload();
    await unlock(first);
    await goInApp(first, address, session);
    await expect(first.getByText(/\+5 theo mã máy B lúc/)).toBeVisible();
    await second.getByRole('button', { name: /^Xong B01/ }).click();
    await second.getByTestId('count-one').click();
    await openMerging(second);
    const fresh = await readScreenCode(second.getByTestId('list-code'));
    await openMerging(first);
    await first.getByRole('radio', { name: 'Quét mã', exact: true }).check();
    await first.getByTestId('merge-paste').fill(fresh);
    await first.getByRole('button', { name: 'Gộp theo mã' }).click();
    await expect(first.getByTestId('merge-total')).toHaveText(
      'Cả buổi: 11 người · 2 đang chờ · 0 đang làm · 1 xong',
    );
    await refuse(first, old, 'Mã này cũ hơn');
  });

  await test.step('signal: the true lists take the place of what the codes said', async () => {
    line.mend();
    await expect(async () => {
      for (const page of [first, second]) await sendNow(page);
      for (const page of [first, second]) {
        await goInApp(page, address, session);
        await expect(page.getByTestId('machines')).toContainText('2 máy cùng ghi ●●', { timeout: 1_000 });
      }
    }).toPass({ timeout: 40_000 });
    for (const page of [first, second]) {
      expect(await figure(page)).toMatch(/người đến\s+11\s/);
      await expect(page.getByText(/theo mã/)).toHaveCount(0);
      await expect(page.getByTestId('visitor-row')).toHaveCount(3);
    }
    await expect(first.getByText(NAMES[2])).toBeVisible();
    expect(readReceived(demo.folder, 'volunteer').records).toMatchObject({ citizen: 3, attendance: 2 });
  });
  await test.step('after closing, without signal again, a picture of the sums is made, and a text, with nobody’s name', async () => {
    line.cut();
    await first.getByTestId('session-close').click();
    await first.getByTestId('session-close-confirm').click();
    await expect(first.getByText('Đừng để lọt thẻ, giấy tờ hay màn hình.')).toBeVisible();
    await hideNotice(first);
    await checkScreen(first);
    const saved = first.waitForEvent('download');
    await first.getByRole('button', { name: 'Lưu ảnh' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('buoi-ho-tro.png');
    const picture = await readFile(await download.path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBe(1080);
    const text = await first.getByTestId('group-text').innerText();
    expect(text).toContain('11 người đến');
    for (const name of NAMES) expect(text).not.toContain(name);
    await giveShareSheet(first);
    await goInApp(first, address, '/hom-nay');
    await goInApp(first, address, session);
    await first.getByRole('button', { name: 'Gửi ảnh' }).click();
    await expect.poll(() => readShared(first)).toEqual(['leaving', 'image/png', 'buoi-ho-tro.png']);
  });
});
