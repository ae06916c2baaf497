import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { join, unlock, waitUntilOfflineReady } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { listFiles, scanStores, searchFolder, searchText } from './support/search-canaries.ts';
import { searchDatabases, writePlainRow } from './support/search-database.ts';
import { startWorld, type World } from './support/start-world.ts';
import { addPhotograph, answerForm, beginDossier, goInApp, openSession } from './support/volunteer.ts';

/** Words that no dictionary, library or picture holds by chance. */
const NAME = 'Hoàng Zịmvẫng Quỗcxơ';
const NUMBER = '099147864275';
const OLD_NUMBER = '190864275';
const PHONE = '0987864275';
const RESIDENCE = 'Thôn Kẹvẵngzu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const HAMLET = 'Thôn Đạzwếnfo';
const ANSWER = 'UBND xã Fưzjặpno';
const RELATIVE = 'Đỗ Vạzkhợpmi';
const RELATIVE_PHONE = '0976531864';
const CARD = `${NUMBER}|${OLD_NUMBER}|${NAME}|02031947|Nữ|${RESIDENCE}|05112022`;
const CANARIES = [
  ...['Zịmvẫng', 'Quỗcxơ', 'Kẹvẵngzu', 'Đạzwếnfo', 'Fưzjặpno', 'Vạzkhợpmi'],
  ...[RELATIVE_PHONE, '0976 531 864'],
  ...[NUMBER, '0991 4786 4275', OLD_NUMBER, PHONE, '0987 864 275'],
];

let world: World;

test.beforeAll(async () => {
  world = await startWorld({ BACKUP_INTERVAL: '10s' });
});
test.afterAll(() => world?.close());

const takePhone = (profile: string): Promise<Phone> => world.takePhone({ profile, patience: 20_000 });

/** As a thief copies a phone that lies on the table: whatever is on the disk now. */
function copyProfile(profile: string): string {
  const copy = world.makeFolder();
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
  cpSync(profile, copy, { recursive: true, filter: (path) => isFile(path) && !path.includes('Singleton') });
  return copy;
}

/** Every request that left the page: its address, and what it carried. */
function noteRequests(page: Page): { readonly text: string; readonly bytes: number }[] {
  const requests: { text: string; bytes: number }[] = [];
  page.on('request', (request) => {
    const body = request.postDataBuffer() ?? Buffer.alloc(0);
    requests.push({ text: `${request.url()}\n${body.toString('latin1')}`, bytes: body.length });
  });
  return requests;
}

async function writeCanaryPerson(page: Page): Promise<void> {
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-paste').fill(CARD);
  await page.getByLabel('Thôn', { exact: true }).fill(HAMLET);
  await page.getByLabel('Điện thoại').first().fill(PHONE);
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
}

/** A relative files: somebody else's name and telephone, written down in this dossier alone. */
async function chooseRelative(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Chọn', exact: true }).click();
  await page.getByTestId('route-relative').click();
  await page.getByTestId('relative-name').fill(RELATIVE);
  await page.getByText('Con', { exact: true }).click();
  await page.getByTestId('relative-phone').fill(RELATIVE_PHONE);
  await page.getByRole('checkbox', { name: 'Người nộp đã đồng ý' }).check();
  await page.getByTestId('route-choose').click();
  await expect(page.getByText(`${RELATIVE} · Con`)).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  await goInApp(page, world.address, '/da-gui-chua');
  await page.getByRole('button', { name: 'Khóa máy' }).click();
  await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
}

async function expectNothingOnDisk(profile: string): Promise<void> {
  expect(listFiles(profile).length).toBeGreaterThan(50);
  expect(await searchFolder(profile, CANARIES)).toEqual([]);
}

async function expectNothingStored(page: Page): Promise<void> {
  const { hits, read } = await scanStores(page, CANARIES);
  expect(hits).toEqual([]);
  const places = Object.keys(read).join('\n');
  for (const store of ['records', 'outbox', 'pieces', 'keys']) expect(places).toContain(` ${store}`);
  expect(read['caches']).toBeGreaterThan(20);
}

async function waitForBackup(since: number): Promise<void> {
  const folder = joinPath(world.demo.folder, 'backup');
  const isNewer = (name: string): boolean =>
    name.endsWith('.sqlite') && statSync(joinPath(folder, name)).mtimeMs > since;
  await expect
    .poll(() => existsSync(folder) && readdirSync(folder).some(isNewer), { timeout: 60_000 })
    .toBe(true);
}

test('what a person said is in clear nowhere: not on the locked phone, not on its copy, not at the commune', async () => {
  test.setTimeout(300_000);
  const { demo, line, address } = world;
  const profile = world.makeFolder();
  let phone = await takePhone(profile);
  await test.step('a volunteer joins and is approved; then the wire is cut', async () => {
    const words = await join(phone.page, { address, invitation: demo.roles.volunteer.invitation });
    demo.type(words.join(' '));
    await expect.poll(() => demo.output()).toContain('Đã duyệt máy của');
    await goInApp(phone.page, address, '/da-gui-chua');
    await phone.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await waitUntilOfflineReady(phone.page);
    line.cut();
    await goInApp(phone.page, address, '/hom-nay');
  });
  const { page } = phone;
  await test.step('a person with every canary, a dossier with a scan', async () => {
    await openSession(page);
    await writeCanaryPerson(page);
    await beginDossier(page, address, NAME);
    await answerForm(page, { registeredAt: ANSWER, copies: '2' });
    await addPhotograph(page);
    await chooseRelative(page);
    await page.getByTestId('dossier-finish').click();
    await expect(page.getByText('Đã lưu trên máy này').first()).toBeVisible();
    const shown = await scanStores(page, CANARIES);
    expect(shown.hits.map((hit) => hit.where)).toContain('page');
  });
  await test.step('locked: the stores, the page, a copy of the running phone, and the copy opened elsewhere', async () => {
    await lock(page);
    await expectNothingStored(page);
    const copy = copyProfile(profile);
    await expectNothingOnDisk(copy);
    const thief = await takePhone(copy);
    await thief.page.goto(`${address}/hom-nay`);
    await expect(thief.page.getByRole('button', { name: 'Mở khóa' })).toBeVisible();
    await expectNothingStored(thief.page);
    await thief.close();
  });
  await test.step('switched off: the profile on disk', async () => {
    await phone.close();
    await expectNothingOnDisk(profile);
  });
  await test.step('signal again: everything is sent, sealed; and what the phone keeps is as closed as before', async () => {
    line.mend();
    phone = await takePhone(profile);
    const requests = noteRequests(phone.page);
    await phone.page.goto(`${address}/da-gui-chua`);
    await unlock(phone.page);
    await phone.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(phone.page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 60_000 });
    await lock(phone.page);
    await expectNothingStored(phone.page);
    await phone.close();
    await expectNothingOnDisk(profile);
    expect(requests.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(20_000);
    expect(requests.flatMap(({ text }) => searchText(text, 'a request', CANARIES))).toEqual([]);
  });
  await test.step('at the commune: data, backups, keys and everything that was printed', async () => {
    // The portal reads what it is given: that the pack is found with it shows that it was sent, and that the search sees.
    const packs = joinPath(demo.folder, 'data-portal');
    const listSent = async () => (existsSync(packs) ? await searchFolder(packs, CANARIES) : []);
    await expect
      .poll(async () => (await listSent()).map((hit) => hit.word), { timeout: 60_000 })
      .toEqual(expect.arrayContaining(['Zịmvẫng', 'Vạzkhợpmi', RELATIVE_PHONE]));
    await waitForBackup(Date.now());
    for (const name of ['data', 'backup']) {
      const scan = searchDatabases(joinPath(demo.folder, name), CANARIES);
      expect(scan.rows).toBeGreaterThan(20);
      expect(scan.hits).toEqual([]);
    }
    for (const name of ['data', 'backup', 'keys'])
      expect(await searchFolder(joinPath(demo.folder, name), CANARIES)).toEqual([]);
    expect(demo.output()).not.toBe('');
    expect(searchText(demo.output(), 'what the server printed', CANARIES)).toEqual([]);
  });
});

test('control: what an app without a vault keeps is found, in the page and on the disk', async () => {
  const plain = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Không két</title>'),
  );
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const profile = world.makeFolder();
  const phone = await takePhone(profile);
  await phone.page.goto(`http://localhost:${(plain.address() as AddressInfo).port}/`);
  await phone.page.evaluate(keepInClear, { name: NAME, number: NUMBER, bytes: ANSWER, cached: HAMLET });
  const { hits } = await scanStores(phone.page, CANARIES);
  expect(new Set(hits.map(({ word, where }) => `${where}: ${word}`))).toEqual(
    new Set([
      ...['indexedDB plain people: Zịmvẫng', 'indexedDB plain people: Quỗcxơ'],
      ...[`indexedDB plain people: ${NUMBER}`, 'indexedDB plain people: Fưzjặpno'],
      ...['caches: Đạzwếnfo', `localStorage: ${NUMBER}`],
    ]),
  );
  const expected = ['Zịmvẫng', 'Quỗcxơ', NUMBER, 'Fưzjặpno', 'Đạzwếnfo'].sort();
  const listWords = async (folder: string): Promise<string[]> =>
    [...new Set((await searchFolder(folder, CANARIES)).map((hit) => hit.word))].sort();
  expect(await listWords(copyProfile(profile))).toEqual(expected);
  await phone.close();
  expect(await listWords(profile)).toEqual(expected);
  plain.close();
});

interface PlainFacts {
  readonly name: string;
  readonly number: string;
  readonly bytes: string;
  readonly cached: string;
}

/** Runs in the page. A name with Vietnamese letters is kept by the browser in two bytes a letter, low byte first. */
async function keepInClear({ name, number, bytes, cached }: PlainFacts): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('plain', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('people');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
  });
  await new Promise<void>((resolve) => {
    const writing = db.transaction('people', 'readwrite', { durability: 'strict' });
    const record = { name, number, answer: new TextEncoder().encode(bytes) };
    writing.objectStore('people').put(record, 1);
    writing.oncomplete = () => resolve();
  });
  db.close();
  localStorage.setItem('number', number);
  await (await caches.open('plain')).put('/page', new Response(cached));
}

test('control: a word is found in a row of a database, across the parts of a file, and however its marks are written', async () => {
  await waitForBackup(0);
  const folder = world.makeFolder();
  const [database] = listFiles(joinPath(world.demo.folder, 'backup')).filter((path) =>
    path.endsWith('.sqlite'),
  );
  if (database === undefined) throw new Error('no backup was made');
  cpSync(database, joinPath(folder, 'copy.sqlite'));
  expect(searchDatabases(folder, CANARIES).hits).toEqual([]);
  writePlainRow(joinPath(folder, 'copy.sqlite'), `${NAME} ${NUMBER}`);
  const found = searchDatabases(folder, CANARIES).hits.map(({ word }) => word);
  expect(found).toEqual(['Zịmvẫng', 'Quỗcxơ', NUMBER]);
  expect((await searchFolder(folder, CANARIES)).map(({ word }) => word)).toEqual(found);

  const files = world.makeFolder();
  const before = Buffer.alloc(4 * 1024 * 1024 - 5, 0x2e);
  writeFileSync(joinPath(files, 'across'), Buffer.concat([before, Buffer.from('Zịmvẫng', 'utf16le')]));
  writeFileSync(joinPath(files, 'apart'), 'Quỗcxơ'.normalize('NFD'));
  writeFileSync(joinPath(files, 'bare'), 'dazwenfo');
  writeFileSync(joinPath(files, 'capitals'), 'FƯZJẶPNO'.normalize('NFD'), 'utf16le');
  const hits = await searchFolder(files, CANARIES);
  expect(Object.fromEntries(hits.map(({ where, word }) => [where, word]))).toEqual({
    across: 'Zịmvẫng',
    apart: 'Quỗcxơ',
    bare: 'Đạzwếnfo',
    capitals: 'Fưzjặpno',
  });
});
