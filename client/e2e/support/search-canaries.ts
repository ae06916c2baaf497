/** Looks for words that must stand nowhere in clear: in every file of a folder, and in everything that a page has stored. */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';

export interface Hit {
  readonly word: string;
  /** File, or database and store. */
  readonly where: string;
}

interface Spelling {
  readonly word: string;
  readonly bytes: Buffer;
}

const PART_BYTES = 4 * 1024 * 1024;

/**
 * Every way in which a word could lie on a disk: composed and decomposed, in small and large letters, without its marks as
 * a search index has it; each in UTF-8 and UTF-16LE, and in one byte a letter where that is possible, as browsers keep text.
 */
export function listSpellings(words: readonly string[]): Spelling[] {
  return words.flatMap((word) => {
    const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    const forms = [
      word,
      word.toLowerCase(),
      word.toUpperCase(),
      bare,
      bare.toLowerCase(),
      bare.toUpperCase(),
    ];
    const texts = new Set(forms.flatMap((form) => [form.normalize('NFC'), form.normalize('NFD')]));
    const bytes = [...texts].flatMap((text) => [
      ...[Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')],
      ...(/^[\u0080-\u00ff\p{ASCII}]*$/u.test(text) ? [Buffer.from(text, 'latin1')] : []),
    ]);
    const once = new Map(bytes.map((one) => [one.toString('hex'), one]));
    return [...once.values()].map((one) => ({ word, bytes: one }));
  });
}

export function searchBytes(bytes: Buffer, where: string, spellings: readonly Spelling[]): Hit[] {
  const found = spellings.filter((one) => bytes.includes(one.bytes)).map(({ word }) => word);
  return [...new Set(found)].map((word) => ({ word, where }));
}

export function searchText(text: string, where: string, words: readonly string[]): Hit[] {
  return searchBytes(Buffer.from(text), where, listSpellings(words));
}

/** Files are read part by part, each part with the end of the one before, so that no word hides in between. */
export async function searchFolder(folder: string, words: readonly string[]): Promise<Hit[]> {
  const spellings = listSpellings(words);
  return listFiles(folder).flatMap((path) => searchFile(path, relative(folder, path), spellings));
}

export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function searchFile(path: string, where: string, spellings: readonly Spelling[]): Hit[] {
  const overlap = Math.max(...spellings.map((one) => one.bytes.length));
  const buffer = Buffer.alloc(PART_BYTES + overlap);
  const hits = new Map<string, Hit>();
  const file = openSync(path, 'r');
  let kept = 0;
  for (;;) {
    const read = readSync(file, buffer, kept, PART_BYTES, null);
    if (read === 0) break;
    const part = buffer.subarray(0, kept + read);
    for (const hit of searchBytes(part, where, spellings)) hits.set(hit.word, hit);
    kept = Math.min(overlap, part.length);
    part.copy(buffer, 0, part.length - kept);
  }
  closeSync(file);
  return [...hits.values()];
}

export interface StoreScan {
  readonly hits: readonly Hit[];
  /** How many values were read, by place: a scan that has read nothing proves nothing. */
  readonly read: Readonly<Record<string, number>>;
}

/** Everything that the page's origin has stored, and the page itself as it stands. */
export async function scanStores(page: Page, words: readonly string[]): Promise<StoreScan> {
  const patterns = listSpellings(words).map(({ word, bytes }) => ({ word, text: bytes.toString('latin1') }));
  return page.evaluate(scanInPage, patterns);
}

interface Pattern {
  readonly word: string;
  /** One letter a byte. */
  readonly text: string;
}

/** Runs in the page: it may use nothing from outside itself. */
async function scanInPage(patterns: readonly Pattern[]): Promise<StoreScan> {
  const read: Record<string, number> = {};
  const hits: Hit[] = [];
  const utf8 = new TextEncoder();

  const lookAt = (where: string, bytes: Uint8Array): void => {
    read[where] = (read[where] ?? 0) + 1;
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 8_192)
      parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
    const text = parts.join('');
    for (const pattern of patterns) if (text.includes(pattern.text)) hits.push({ word: pattern.word, where });
  };
  const lookInside = async (where: string, value: unknown): Promise<void> => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') return lookAt(where, utf8.encode(String(value)));
    if (value instanceof ArrayBuffer) return lookAt(where, new Uint8Array(value));
    if (ArrayBuffer.isView(value))
      return lookAt(where, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    if (value instanceof Blob) return lookAt(where, new Uint8Array(await value.arrayBuffer()));
    if (value instanceof CryptoKey) {
      if (value.extractable) await lookInside(where, await crypto.subtle.exportKey('jwk', value));
      return;
    }
    const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
    for (const [key, inner] of entries) {
      await lookInside(where, key);
      await lookInside(where, inner);
    }
  };
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });

  for (const { name = '' } of await indexedDB.databases()) {
    const db = await settle(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const where = `indexedDB ${name} ${store}`;
      const rows = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([settle(rows.getAllKeys()), settle(rows.getAll())]);
      await lookInside(where, name);
      await lookInside(where, keys);
      await lookInside(where, values);
    }
    db.close();
  }
  for (const [place, storage] of Object.entries({ localStorage, sessionStorage }))
    await lookInside(place, { ...storage });
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      await lookInside('caches', [name, request.url, [...(response?.headers ?? [])]]);
      await lookInside('caches', await response?.arrayBuffer());
    }
  }
  const lookInFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const handle of folder.values()) {
      await lookInside('files', handle.name);
      if (handle.kind === 'directory') await lookInFolder(handle as FileSystemDirectoryHandle);
      else await lookInside('files', await (handle as FileSystemFileHandle).getFile());
    }
  };
  await lookInFolder(await navigator.storage.getDirectory());
  const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
    'value' in field ? field.value : '',
  );
  await lookInside('page', [document.documentElement.outerHTML, document.title, document.cookie, typed]);
  await lookInside('page', [location.href, history.state, window.name]);
  await lookInside(
    'page',
    performance.getEntries().map((entry) => entry.name),
  );
  return { hits, read };
}
