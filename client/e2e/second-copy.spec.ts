/** A power cut may leave an empty store where there was work: it is built again from the second copy, and sent once. */
import { rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendAll } from './support/follow-up.ts';
import { invite, join, unlock } from './support/join.ts';
import { joinTeam } from './support/join-team.ts';
import type { Phone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import { countPapers, expectSaved, expectStillShown, listShown } from './support/shown-work.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const MAU = `099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`;
const DU = `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`;

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
let phone: Phone;
let profile: string;
/** A second invitation of the same member. */
let again = '';

test.beforeAll(async () => {
  world = await startWorld();
  profile = world.makeFolder();
});
test.afterAll(() => world?.close());
// The second goes on with the phone of the first.
test.describe.configure({ mode: 'serial' });

async function takePhone(): Promise<Page> {
  phone = await world.takePhone({ profile, patience: 20_000 });
  return phone.page;
}

/** As a cut that emptied the store, or a browser that cleared out a site, leaves the profile. */
function removeStores(names: readonly ('IndexedDB' | 'Local Storage' | 'File System')[]): void {
  for (const name of names) rmSync(joinPath(profile, 'Default', name), { recursive: true });
}

test('a phone whose store came back empty has all that was shown as saved, and sends it once', async () => {
  test.setTimeout(240_000);
  let page = await takePhone();
  let dossier = '';
  let before: string[] = [];

  await test.step('one day with signal, then work without', async () => {
    const head = await world.takePhone(LAPTOP);
    await joinTeam(world, head.page, [page]);
    again = await invite(head.page, 'Nguyễn Thị Hạnh');
    await head.close();
    await goInApp(page, world.address, '/hom-nay');
    await openSession(page);
    await writePerson(page, MAU);
    await sendAll(page, world.address);
    world.line.cut();
    await goInApp(page, world.address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await writePerson(page, DU);
    dossier = await beginDossier(page, world.address, 'Nguyễn Văn Dụ');
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    await addPhotograph(page);
    await goInApp(page, world.address, dossier);
    await page.getByTestId('dossier-info').click();
    await page.getByTestId('answer-registeredAt').fill('UBND xã Ví Dụ B');
    await expectSaved(page);
    await phone.kill();
  });

  await test.step('the lock page says what happened, and the PIN opens all that had not been sent', async () => {
    removeStores(['IndexedDB', 'Local Storage']);
    page = await takePhone();
    await page.goto(`${world.address}/hom-nay`);
    await expect(page.getByText(/dựng lại từ bản thứ hai/)).toBeVisible();
    await checkScreen(page);
    await unlock(page);
    await expect(page.getByText('Sổ đã được dựng lại')).toBeVisible();
    await checkScreen(page);
    await goInApp(page, world.address, dossier);
    await page.getByTestId('dossier-info').click();
    await expect(page.getByTestId('answer-registeredAt')).toHaveValue('UBND xã Ví Dụ B');
    before = await listShown(page, world.address);
    expect(countPapers(before, dossier)).toBe(1);
  });

  await test.step('once more, and one word typed since is there too', async () => {
    await goInApp(page, world.address, dossier);
    await page.getByTestId('dossier-info').click();
    await page.getByTestId('answer-copies').fill('3');
    await expectSaved(page);
    await phone.kill();
    removeStores(['IndexedDB']);
    page = await takePhone();
    await page.goto(`${world.address}/hom-nay`);
    await unlock(page);
    await page.getByTestId('rebuilt-read').click();
    await expect(page.getByTestId('rebuilt-read')).toHaveCount(0);
    await goInApp(page, world.address, dossier);
    await page.getByTestId('dossier-info').click();
    await expect(page.getByTestId('answer-copies')).toHaveValue('3');
  });

  await test.step('with signal it is sent once, and what the commune had received comes back', async () => {
    world.line.mend();
    await sendAll(page, world.address);
    await expectStillShown(page, { address: world.address, rows: before });
    await goInApp(page, world.address, '/nguoi-dan');
    await expect(page.getByText('Hoàng Thị Mẫu').first()).toBeVisible();
    const received = readReceived(world.demo.folder, 'volunteer');
    expect(received.seqs).toEqual(received.seqs.map((_, at) => at + 1));
    expect(received).toMatchObject({ distinctOps: received.seqs.length, setAside: 0, held: 0 });
    expect(received).toMatchObject({ attachments: 1, wholeAttachments: 1 });
    expect(received.records).toMatchObject({ session: 1, citizen: 2, consent: 2, dossier: 1, paper: 1 });
    await phone.kill();
    page = await takePhone();
    await page.goto(`${world.address}/hom-nay`);
    await expect(page.getByText(/dựng lại từ bản thứ hai/)).toHaveCount(0);
    await unlock(page);
    await expect(page.getByTestId('rebuilt-read')).toHaveCount(0);
  });
});

test('a phone that its browser has cleared out says how much had not reached the commune', async () => {
  test.setTimeout(120_000);
  let { page } = phone;
  await test.step('one head is counted without signal', async () => {
    world.line.cut();
    await goInApp(page, world.address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await page.getByTestId('count-one').click();
    await goInApp(page, world.address, '/hom-nay');
    await expectSaved(page);
    // The cookie is written two seconds later, and reaches the disk when the browser is closed, or after half a minute.
    await page.waitForTimeout(2_500);
    await phone.close();
  });
  await test.step('all that it had stored is gone, and it says so', async () => {
    removeStores(['IndexedDB', 'Local Storage', 'File System']);
    world.line.mend();
    page = await takePhone();
    await page.goto(world.address);
    await expect(page.getByText(/Trình duyệt đã xóa sổ trên máy này. 1 lần lưu chưa về xã/)).toBeVisible();
    await checkScreen(page);
  });
  await test.step('joined again, it says by number how far the commune has the book before', async () => {
    await join(page, { address: world.address, invitation: again });
    await goInApp(page, world.address, '/hom-nay');
    await expect(page.getByText('Sổ trước của bạn ở xã')).toBeVisible();
    await expect(page.getByText(/ghi đến bản \d+: 1 bản chưa về xã, phải ghi lại\./)).toBeVisible();
    await checkScreen(page);
    await page.getByTestId('former-read').click();
    await expect(page.getByTestId('former-read')).toHaveCount(0);
    await page.reload();
    await unlock(page);
    await expect(page.getByText('Máy chờ xã duyệt').first()).toBeVisible();
    await expect(page.getByTestId('former-read')).toHaveCount(0);
  });
});
