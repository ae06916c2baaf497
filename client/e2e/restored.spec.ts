import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { addressOf, join, waitUntilOfflineReady } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { copyDatabase, putBack, readReceived } from './support/received-work.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { goInApp, openSession } from './support/volunteer.ts';

const CUSTODY = '/da-gui-chua';
let demo: Demo | undefined;
let phone: Phone | undefined;
const folders: string[] = [];

test.afterAll(async () => {
  await phone?.close();
  await demo?.stop();
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

function makeFolder(): string {
  const folder = mkdtempSync(joinPath(tmpdir(), 'go-cua-restored-'));
  folders.push(folder);
  return folder;
}

async function startCommune(folder: string, port = '0'): Promise<Demo> {
  const places = ['data', 'keys', 'backup'].map((name) => [
    `${name.toUpperCase()}_DIR`,
    joinPath(folder, name),
  ]);
  demo = await startDemo({ ...Object.fromEntries(places), PORT: port });
  return demo;
}

async function approve(commune: Demo, words: readonly string[]): Promise<void> {
  commune.type(words.join(' '));
  await expect.poll(() => commune.output()).toContain('Đã duyệt máy của');
}

async function sendAll(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await goInApp(page, address, CUSTODY);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

async function countHeads(page: Page, heads: number): Promise<void> {
  for (let head = 0; head < heads; head++) await page.getByTestId('count-one').click();
}

test('a phone that joined after the backup joins again, and the commune has all of its work', async () => {
  test.setTimeout(180_000);
  const folder = makeFolder();
  const before = await startCommune(folder);
  const { port } = new URL(before.app);
  const address = addressOf('volunteer', Number(port));
  const copy = await copyDatabase(folder);
  phone = await startPhone({ profile: makeFolder() });
  const { page } = phone;
  page.setDefaultTimeout(15_000);

  await test.step('it joins, works, and the commune receives everything', async () => {
    await approve(before, await join(page, { address, invitation: before.roles.volunteer.invitation }));
    await waitUntilOfflineReady(page);
    await openSession(page);
    await countHeads(page, 2);
    await sendAll(page, address);
    expect(readReceived(folder, 'volunteer').seqs.length).toBeGreaterThan(0);
  });

  const after = await test.step('the commune comes back from the older copy', async () => {
    await before.stop();
    putBack(copy, folder);
    return startCommune(folder, port);
  });

  await test.step('work goes on; the phone says that it is not known any more and what to do', async () => {
    await goInApp(page, address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await countHeads(page, 1);
    await goInApp(page, address, CUSTODY);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(page.getByText('Việc vẫn còn trên máy; xin xã mã mời')).toBeVisible({ timeout: 20_000 });
    await checkScreen(page);
    await page.getByRole('link', { name: 'Vào lại bằng mã mới' }).click();
    await checkScreen(page);
  });

  await test.step('a wrong code is named; the right one brings the four words, and approval everything else', async () => {
    await page.getByLabel('Mã mời của xã').fill('BCDFG-HJKLM');
    await page.getByRole('button', { name: 'Dùng mã này' }).click();
    await expect(page.getByText('Mã chưa đúng').first()).toBeVisible();
    await page.getByLabel('Mã mời của xã').fill(after.roles.volunteer.invitation);
    await page.getByRole('button', { name: 'Dùng mã này' }).click();
    const words = page.getByTestId('confirmation-words').getByRole('listitem');
    await expect(words).toHaveCount(4);
    const four = await words.allTextContents();
    await page.getByRole('button', { name: 'Làm ngay' }).click();
    await approve(after, four);
    await sendAll(page, address);
    const { seqs, held, setAside, records } = readReceived(folder, 'volunteer');
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
    expect({ held, setAside, sessions: records['session'] }).toEqual({ held: 0, setAside: 0, sessions: 1 });
  });
});
