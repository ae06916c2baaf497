import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { isPracticePath } from './realm.ts';
import { COMMUNE_DATABASE, wipePractice } from './wipe-practice.ts';

const REAL = ['go-cua', 'v-AAAA'];
const PRACTICE = ['go-cua-practice', COMMUNE_DATABASE, 'go-cua-practice-v-BBBB'];

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => resolve(request.result);
  });
}

async function listNames(): Promise<string[]> {
  return (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
}

function listKeys(): (string | null)[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
}

beforeEach(async () => {
  installMemoryStorage();
  for (const name of [...REAL, ...PRACTICE]) (await openDatabase(name)).close();
  localStorage.setItem('go-cua.vault.a', JSON.stringify({ database: 'v-AAAA' }));
  localStorage.setItem('go-cua-practice.vault.b', JSON.stringify({ database: 'go-cua-practice-v-BBBB' }));
  localStorage.setItem('go-cua-practice.nonce.b', 'xyz');
});

it('takes all of practice and leaves every real notebook', async () => {
  await wipePractice();
  expect(await listNames()).toEqual(REAL);
  expect(listKeys()).toEqual(['go-cua.vault.a']);
});

it('finds a practice vault by its marker, where a browser cannot list its databases', async () => {
  const { databases } = indexedDB;
  Object.defineProperty(indexedDB, 'databases', { value: undefined, configurable: true });
  await wipePractice();
  Object.defineProperty(indexedDB, 'databases', { value: databases, configurable: true });
  expect(await listNames()).toEqual(REAL);
});

it('does not wait for ever for a tab that holds on', async () => {
  const held = await openDatabase('go-cua-practice');
  await wipePractice();
  held.close();
  expect(listKeys()).toEqual(['go-cua.vault.a']);
});

it('an address is practice only below its own one', () => {
  expect(['/tap-huan', '/tap-huan/buoi', '/tap-huan-that', '/', undefined].map(isPracticePath)).toEqual([
    ...[true, true],
    ...[false, false, false],
  ]);
});
