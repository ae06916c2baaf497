import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect as baseExpect, type Locator, type Page, test } from '@playwright/test';
import { type AnsweringWire, startAnsweringWire } from './support/answering-wire.ts';
import { type CutProxy, startCutProxy } from './support/cut-proxy.ts';
import { addressOf, join, unlock, waitUntilOfflineReady } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { readReceived } from './support/received-work.ts';
import {
  countPapers,
  custodyBar,
  expectSaved,
  expectStillShown,
  listShown as listAllShown,
} from './support/shown-work.ts';
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

const MAU =
  '099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
const PAPER = 'paper-choose-oldCivilStatusPaper';

// Two busy cores and a browser that starts anew eleven times.
const expect = baseExpect.configure({ timeout: 20_000 });

let demo: Demo;
let wire: AnsweringWire;
let line: CutProxy;
let address: string;
let phone: Phone;
const profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-phone-'));

test.beforeAll(async () => {
  demo = await startDemo();
  wire = await startAnsweringWire(Number(new URL(demo.app).port));
  line = await startCutProxy(wire.port);
  address = addressOf('volunteer', line.port);
});

test.afterAll(async () => {
  await phone.close();
  await line.close();
  await wire.close();
  await demo.stop();
});

async function takePhone(): Promise<Phone> {
  phone = await startPhone({ profile });
  phone.page.setDefaultTimeout(20_000);
  return phone;
}

/** The browser dies, the line with it; then the same profile opens again with the PIN alone. */
async function killAndReopen(): Promise<Page> {
  await phone.kill();
  line.cut();
  const { page } = await takePhone();
  await page.goto(`${address}/hom-nay`);
  await unlock(page);
  await expect(custodyBar(page)).toBeVisible();
  return page;
}

const listShown = (page: Page): Promise<string[]> => listAllShown(page, address);
const expectStillThere = (page: Page, rows: readonly string[]): Promise<void> =>
  expectStillShown(page, { address, rows });

async function openForm(page: Page, dossier: string): Promise<Locator> {
  await goInApp(page, address, dossier);
  await page.getByTestId('dossier-info').click();
  return page.getByTestId('answer-registeredAt');
}

async function offerPhotograph(page: Page): Promise<void> {
  const picture = await page.screenshot({ type: 'jpeg' });
  const file = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: picture };
  await page.getByTestId(PAPER).setInputFiles(file);
  await expect(page.getByTestId('paper-accept')).toBeVisible();
}

async function isPaperThere(page: Page, dossier: string): Promise<boolean> {
  await goInApp(page, address, dossier);
  await expect(page.getByTestId('dossier-info')).toBeVisible();
  return (await page.getByText(/Đã khóa kín/).count()) > 0;
}

interface Pack {
  readonly reference: string;
  readonly status: string;
}

/**
 * What the portal says of each pack, in the order of their coming. The browser may wake the worker at any time: a version
 * that was finished and then changed may have been there already, and is taken back when the next one takes its place.
 */
async function listPacks(portal: string): Promise<string[]> {
  const state = (await (await fetch(`${portal}/twin/state`)).json()) as {
    readonly packs: Readonly<Record<string, Pack>>;
  };
  const packs = Object.values(state.packs);
  expect(new Set(packs.map(({ reference }) => reference)).size).toBe(packs.length);
  return packs.map(({ status }) => status).filter((status) => status !== 'withdrawn');
}

function pressSend(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Gửi ngay' }).click();
}

async function approveVolunteer(): Promise<void> {
  const head = await startPhone({
    profile: mkdtempSync(joinPath(tmpdir(), 'go-cua-head-')),
    width: 1366,
    height: 768,
  });
  const { url, invitation } = demo.roles.head;
  demo.type((await join(head.page, { address: url, invitation })).join(' '));
  const words = await join(phone.page, { address, invitation: demo.roles.volunteer.invitation });
  await waitUntilOfflineReady(phone.page);
  await head.page.getByRole('link', { name: 'Đội & máy' }).first().click();
  for (const word of words) await expect(head.page.getByText(word, { exact: true }).first()).toBeVisible();
  await head.page.getByTestId('approve-device').first().click();
  await expect(head.page.getByTestId('approve-device')).toHaveCount(0);
  await head.close();
}

test('a phone killed at ten moments of a day loses nothing that it had said was saved', async () => {
  test.setTimeout(480_000);
  let { page } = await takePhone();
  let dossier = '';
  let before: string[] = [];

  await test.step('a session, a person and a dossier, without signal', async () => {
    await approveVolunteer();
    line.cut();
    await openSession(page);
    await page.getByTestId('count-one').click();
    await writePerson(page, MAU);
    dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    before = await listShown(page);
  });

  await test.step('typing: what was shown saved is there, and at most the last keys are not', async () => {
    const field = await openForm(page, dossier);
    await field.press('End');
    await field.pressSequentially(' ngày trước', { delay: 10 });
    await sleep(300);
    page = await killAndReopen();
    await expectStillThere(page, before);
    const typed = await (await openForm(page, dossier)).inputValue();
    expect('UBND xã Ví Dụ ngày trước'.startsWith(typed)).toBe(true);
    expect(typed.startsWith('UBND xã Ví Dụ')).toBe(true);
  });

  await test.step('autosave: the bar says saved, and it is', async () => {
    await page.getByTestId('answer-registeredAt').fill('UBND xã Ví Dụ B');
    await expect(custodyBar(page)).toHaveText(/^Đã lưu hết/);
    page = await killAndReopen();
    await expectStillThere(page, before);
    await expect(await openForm(page, dossier)).toHaveValue('UBND xã Ví Dụ B');
  });

  await test.step('queueing: the form is left and the phone dies', async () => {
    await page.getByTestId('answer-copies').fill('3');
    await expect(custodyBar(page)).toHaveText(/^Đã lưu hết/);
    await page.getByTestId('info-done').click();
    page = await killAndReopen();
    await expectStillThere(page, before);
    await expect(await openForm(page, dossier)).toHaveValue('UBND xã Ví Dụ B');
    await expect(page.getByTestId('answer-copies')).toHaveValue('3');
  });

  await test.step('camera file: once the screen shows it and says saved, it is in its dossier', async () => {
    await goInApp(page, address, dossier);
    await offerPhotograph(page);
    await page.getByTestId('paper-accept').click();
    // Looked at on every frame: the first one that shows the paper and says that all is saved counts.
    await page.waitForFunction(() => {
      const shown = document.body.innerText;
      return shown.includes('Đã khóa kín') && shown.includes('Đã lưu hết');
    });
    page = await killAndReopen();
    expect(await isPaperThere(page, dossier)).toBe(true);
    before = await listShown(page);
    expect(countPapers(before, dossier)).toBe(1);
  });

  await test.step('camera file: taken again and killed at once, the first stays or the second is whole', async () => {
    await goInApp(page, address, dossier);
    await offerPhotograph(page);
    await page.getByTestId('paper-accept').click({ noWaitAfter: true });
    page = await killAndReopen();
    await expectStillThere(page, before);
    expect(await isPaperThere(page, dossier)).toBe(true);
    before = await listShown(page);
    expect(countPapers(before, dossier)).toBeLessThanOrEqual(2);
  });

  await test.step('finish: pressed and killed; then shown, and killed', async () => {
    await goInApp(page, address, dossier);
    await chooseRoute(page, 'selfOwnPhone');
    await expectSaved(page);
    await page.getByTestId('dossier-finish').click();
    page = await killAndReopen();
    await expectStillThere(page, before);
    await goInApp(page, address, dossier);
    const again = page.getByTestId('dossier-finish');
    await expect(again.or(page.getByTestId('dossier-lodged'))).toBeVisible();
    if (await again.isVisible()) await again.click();
    await expect(page.getByText('Soạn xong, chưa nộp')).toBeVisible();
    await expectSaved(page);
    page = await killAndReopen();
    await goInApp(page, address, dossier);
    await expect(page.getByText('Soạn xong, chưa nộp')).toBeVisible();
  });

  await test.step('lock: pressed and killed', async () => {
    await goInApp(page, address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await writePerson(page, DU);
    before = await listShown(page);
    await page.getByRole('button', { name: 'Khóa máy' }).click({ noWaitAfter: true });
    page = await killAndReopen();
    await expectStillThere(page, before);
  });

  await test.step('first send: killed while the batch is on its way', async () => {
    const held = wire.holdOne({ path: /^\/api\/sync/, side: 'request', after: 0 });
    line.mend();
    await pressSend(page);
    await held;
    page = await killAndReopen();
    await expectStillThere(page, before);
    expect(readReceived(demo.folder, 'volunteer').seqs).toEqual([]);
  });

  await test.step('receipt: the commune has taken it, the phone dies before it knows', async () => {
    const held = wire.holdOne({ path: /^\/api\/sync/, side: 'answer', after: 0 });
    line.mend();
    await pressSend(page);
    await held;
    page = await killAndReopen();
    await expectStillThere(page, before);
    expect(readReceived(demo.folder, 'volunteer').seqs.length).toBeGreaterThan(0);
  });

  await test.step('piece upload: killed at the second piece', async () => {
    await goInApp(page, address, dossier);
    await addPhotograph(page);
    before = await listShown(page);
    const held = wire.holdOne({ path: /^\/api\/attachments/, side: 'request', after: 1 });
    line.mend();
    await pressSend(page);
    await held;
    page = await killAndReopen();
    await expectStillThere(page, before);
  });

  await test.step('update: the button pressed and killed', async () => {
    const field = await openForm(page, dossier);
    await field.fill('UBND xã Ví Dụ C');
    await expectSaved(page);
    wire.offerNewVersion();
    line.mend();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.getByRole('button', { name: 'Cập nhật' }).click({ noWaitAfter: true });
    page = await killAndReopen();
    await expectStillThere(page, before);
    await expect(await openForm(page, dossier)).toHaveValue('UBND xã Ví Dụ C');
  });

  await test.step('with signal everything reaches the commune, and nothing twice', async () => {
    await goInApp(page, address, dossier);
    await page.getByTestId('dossier-finish').click();
    await expect(page.getByText('Soạn xong, chưa nộp')).toBeVisible();
    before = await listShown(page);
    line.mend();
    await expect(async () => {
      await pressSend(page);
      await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expectStillThere(page, before);
    const received = readReceived(demo.folder, 'volunteer');
    expect(received.seqs).toEqual(received.seqs.map((_, at) => at + 1));
    expect(received).toMatchObject({ distinctOps: received.seqs.length, setAside: 0, held: 0 });
    expect(received.wholeAttachments).toBe(received.attachments);
    expect(received.attachments).toBe(countPapers(before, dossier));
    expect(received.records).toMatchObject({
      ...{ session: 1, attendance: 1, citizen: 2, consent: 2, dossier: 1 },
      paper: countPapers(before, dossier),
    });
    await expect.poll(() => listPacks(demo.portal), { timeout: 60_000 }).toEqual(['awaitingCitizen']);
  });
});
