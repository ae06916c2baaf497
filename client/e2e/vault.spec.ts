import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { findDictionary } from '#data/dictionary';
import { itemBinding } from '#shared/model/envelope';
import type { DeviceId, OpId } from '#shared/ids';
import { inflateOperation, openSealed } from './open-sealed.ts';
import type { SealedText } from './pages/vault/vault-page.ts';
import { buildTestPage, type ServedPage, servePage } from './support/serve-test-page.ts';
import { startDemo } from './support/start-demo.ts';

const WASM = " 'wasm-unsafe-eval'";

/** The product's own, as its server says it. */
async function readPolicy(): Promise<string> {
  const demo = await startDemo();
  try {
    return (await fetch(demo.app)).headers.get('content-security-policy') ?? '';
  } finally {
    await demo.stop();
    rmSync(demo.folder, { recursive: true, force: true });
  }
}

const PIN = '482913';
const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const serverKey = server.publicKey.export({ format: 'der', type: 'spki' }).subarray(26).toString('base64url');

let served: ServedPage;
let servedWithoutWasm: ServedPage;

test.beforeAll(async () => {
  const folder = await buildTestPage('vault');
  const policy = await readPolicy();
  expect(policy).toContain(WASM);
  served = await servePage(folder, policy);
  // As a forgotten header would have it.
  servedWithoutWasm = await servePage(folder, policy.replace(WASM, ''));
});

test.afterAll(() => {
  served?.stop();
  servedWithoutWasm?.stop();
});

function listOperations(count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      collection: 'citizen',
      record: 'CQkJCQkJCQkJCQkJCQkJCQ',
      base: 40 + at,
      patch: {
        fullName: `TRẦN THỊ VÍ DỤ ${at}`,
        personalId: '099185004567',
        dateOfBirth: '1985-03-02',
        sex: 'female',
      },
      at: 1_790_000_000_000 + at,
    }),
  );
}

function openItem(key: KeyObject, device: DeviceId, item: SealedText): string {
  const { keyId, dictVersion } = item;
  const binding = itemBinding({ device, keyId, opId: item.opId as OpId, dictVersion });
  const encapsulation = Buffer.from(item.encapsulation, 'base64url');
  const packed = openSealed(key, { encapsulation, sealed: Buffer.from(item.sealed, 'base64url'), binding });
  return inflateOperation(packed, findDictionary(dictVersion) ?? new Uint8Array());
}

test('two periods of work under the strict policy open at the server, any part, in any order', async ({
  page,
}, info) => {
  await page.goto(served.address);
  const { wraps, milliseconds } = await page.evaluate((pin) => window.vaultPage.createVault(pin), PIN);
  expect(wraps.kdf.type).toBe('argon2id');
  const operations = listOperations(60);
  const first = await page.evaluate(([key, texts]) => window.vaultPage.saveMany(key, texts), [
    serverKey,
    operations.slice(0, 30),
  ] as const);
  await page.reload();
  const unlocked = await page.evaluate(([pin, stored]) => window.vaultPage.unlock(pin, stored), [
    PIN,
    wraps,
  ] as const);
  expect(unlocked.outcome).toBe('open');
  const second = await page.evaluate(([key, texts]) => window.vaultPage.saveMany(key, texts), [
    serverKey,
    operations.slice(30),
  ] as const);

  const device = await page.evaluate(() => window.vaultPage.device);
  const items = [...first.items, ...second.items];
  expect(new Set(items.map(({ encapsulation }) => encapsulation)).size).toBe(2);
  const wanted = items.map((item, at) => ({ item, operation: operations[at] })).reverse();
  const key = createPrivateKey(server.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  for (const { item, operation } of wanted.filter((_, at) => at % 3 !== 0))
    expect(openItem(key, device, item)).toBe(operation);

  expect(await page.evaluate(() => window.vaultPage.violations)).toEqual([]);
  expect(served.reports).toEqual([]);
  const times = [...first.times, ...second.times].sort((a, b) => a - b);
  const save = { median: times[30], p95: times[57] };
  const figures = { createVault: milliseconds, unlock: unlocked.milliseconds, save, kdf: wraps.kdf };
  await info.attach('figures', { body: JSON.stringify(figures), contentType: 'application/json' });
});

test('locking leaves no worker behind, and ends what was under way', async ({ page }) => {
  await page.goto(served.address);
  await page.evaluate((pin) => window.vaultPage.createVault(pin), PIN);
  expect(page.workers()).toHaveLength(1);
  expect(await page.evaluate(() => window.vaultPage.lockInTheMiddle())).toEqual(['locked', 'locked']);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a wrong PIN does not open the vault', async ({ page }) => {
  await page.goto(served.address);
  const { wraps } = await page.evaluate((pin) => window.vaultPage.createVault(pin), PIN);
  const unlock = (pin: string) =>
    page.evaluate(([one, stored]) => window.vaultPage.unlock(one, stored), [pin, wraps] as const);
  expect((await unlock('482914')).outcome).toBe('pinWrong');
  expect((await unlock(PIN)).outcome).toBe('open');
});

test('where WebAssembly is refused a vault is made with PBKDF2 and opens again', async ({ page }) => {
  await page.goto(servedWithoutWasm.address);
  const { wraps } = await page.evaluate((pin) => window.vaultPage.createVault(pin), PIN);
  expect(wraps.kdf).toEqual({ type: 'pbkdf2', iterations: 600_000 });
  const unlock = (pin: string) =>
    page.evaluate(([one, stored]) => window.vaultPage.unlock(one, stored), [pin, wraps] as const);
  expect((await unlock('482914')).outcome).toBe('pinWrong');
  expect((await unlock(PIN)).outcome).toBe('open');
  expect(await page.evaluate(() => window.vaultPage.violations)).toEqual([]);
});

test('no other script, origin, address or policy can start a worker', async ({ page }) => {
  await page.goto(served.address);
  expect(await page.evaluate(() => window.vaultPage.listAllowedBreaches())).toEqual([]);
  expect(page.workers()).toHaveLength(0);
});
