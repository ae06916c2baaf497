/**
 * All that a browser keeps of the app, taken out of one browser and put into another: databases with their shape, the marker,
 * the second copy. Keys that no script can copy out stay behind, as on a phone that was built again from its second copy.
 */
import type { Page } from '@playwright/test';

interface StoredIndex {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

interface StoredTable {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly StoredIndex[];
  /** Key and value, bytes as `{"$bytes": base64}`; the key only where it lies beside the value. */
  readonly rows: readonly { readonly key?: IDBValidKey; readonly value: unknown }[];
}

interface StoredDatabase {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly StoredTable[];
}

export interface StoredPhone {
  readonly databases: readonly StoredDatabase[];
  readonly localStorage: Readonly<Record<string, string>>;
  /** Path in the private file system → base64. */
  readonly files: Readonly<Record<string, string>>;
}

export async function takeOutStored(page: Page): Promise<StoredPhone> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const toText = (bytes: Uint8Array): string =>
      btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    const toPlain = (value: unknown): unknown => {
      if (value instanceof Uint8Array) return { $bytes: toText(value) };
      if (Array.isArray(value)) return value.map(toPlain);
      if (typeof value !== 'object' || value === null) return value;
      if (Object.getPrototypeOf(value) !== Object.prototype)
        throw new Error(`${value} is neither row nor bytes.`);
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toPlain(part)]));
    };
    const isKey = (value: unknown): boolean =>
      value instanceof CryptoKey ||
      (typeof value === 'object' &&
        value !== null &&
        Object.values(value).some((part) => part instanceof CryptoKey));
    const readTable = async (store: IDBObjectStore): Promise<StoredTable> => {
      const [keys, values] = [await settle(store.getAllKeys()), await settle(store.getAll())];
      const rows = values.map((value: unknown, at) => ({
        ...(store.keyPath === null && { key: keys[at] }),
        value,
      }));
      return {
        ...{ name: store.name, keyPath: store.keyPath, autoIncrement: store.autoIncrement },
        indexes: [...store.indexNames]
          .map((name) => store.index(name))
          .map(({ name, keyPath, unique, multiEntry }) => ({ name, keyPath, unique, multiEntry })),
        rows: rows
          .filter(({ value }) => !isKey(value))
          .map(({ value, ...row }) => ({ ...row, value: toPlain(value) })) as StoredTable['rows'],
      };
    };
    const databases: StoredDatabase[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name));
      const tables: StoredTable[] = [];
      for (const table of db.objectStoreNames)
        tables.push(await readTable(db.transaction(table).objectStore(table)));
      databases.push({ name, version: db.version, tables });
      db.close();
    }
    const files: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
        if (!(handle instanceof FileSystemFileHandle)) continue;
        files[path + name] = toText(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return { databases, localStorage: { ...localStorage }, files };
  });
}

/** On a page of the right origin that runs nothing of the app. */
export async function putStored(page: Page, phone: StoredPhone): Promise<void> {
  await page.evaluate(async (text) => {
    const { databases, localStorage: marks, files } = JSON.parse(text) as StoredPhone;
    const toBytes = (coded: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
    const toRow = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(toRow);
      if (typeof value !== 'object' || value === null) return value;
      if ('$bytes' in value) return toBytes(String(value.$bytes));
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toRow(part)]));
    };
    const fillDatabase = ({ name, version, tables }: StoredDatabase): Promise<void> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onerror = () => reject(opening.error ?? new Error('refused'));
        opening.onupgradeneeded = () => {
          for (const { name: table, keyPath, autoIncrement, indexes, rows } of tables) {
            const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
            for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
              store.createIndex(index, path, { unique, multiEntry });
            for (const { key, value } of rows) store.put(toRow(value), key);
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
    for (const database of databases) await fillDatabase(database);
    for (const [name, mark] of Object.entries(marks)) localStorage.setItem(name, mark);
    for (const [path, coded] of Object.entries(files)) {
      const parts = path.split('/');
      const last = parts.pop() ?? '';
      let folder = await navigator.storage.getDirectory();
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const writer = await (await folder.getFileHandle(last, { create: true })).createWritable();
      await writer.write(toBytes(coded));
      await writer.close();
    }
  }, JSON.stringify(phone));
}
