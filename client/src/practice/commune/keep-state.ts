/** What the practice commune keeps in the browser, encrypted under a key that lives only as long as the tab. Knows nothing of what is in it. */
import { asciiBytes } from '#shared/model/envelope';
import { foldLog } from '../../storage/fold-log.ts';
import { COMMUNE_DATABASE } from '../../storage/wipe-practice.ts';
import { encryptBytes, findDecrypted } from '../../vault/encrypt-bytes.ts';
import { ownBytes, textToBytes } from '../../vault/own-bytes.ts';

const STORE = 'state';
const ROW = 'commune';
const CONTEXT = asciiBytes('go-cua practice commune v1');
const BESIDE = 'beside/';

export interface StateKeeper {
  /** Undefined when there is none, or when it was kept under another key. */
  readonly read: () => Promise<unknown>;
  /** Resolves once it is on the disk. */
  readonly keep: (value: unknown) => Promise<void>;
  /** Bytes beside it, each in a row of its own; the name is bound into them. Resolves once they are on the disk. */
  readonly keepBytes: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined when nothing was kept by that name. */
  readonly findBytes: (name: string) => Promise<Uint8Array | undefined>;
}

/** `raw`: 32 bytes. */
export async function openKeeper(raw: Uint8Array): Promise<StateKeeper> {
  const uses = ['encrypt', 'decrypt'] as const;
  const key = await crypto.subtle.importKey('raw', ownBytes(raw), 'AES-GCM', false, uses);
  const db = await openDatabase();
  const find = async (row: string, context: Uint8Array): Promise<Uint8Array | undefined> => {
    const cipher: unknown = await settle(db.transaction(STORE).objectStore(STORE).get(row));
    return cipher instanceof Uint8Array ? findDecrypted(key, cipher, context) : undefined;
  };
  const put = async (row: string, plain: Uint8Array, context: Uint8Array): Promise<void> => {
    const cipher = await encryptBytes(key, plain, context);
    // Practice lies in one log with the commune's work: what is written of it must not be what loses that.
    await foldLog();
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
    transaction.objectStore(STORE).put(cipher, row);
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error('The disk refused.'));
    });
  };
  return {
    read: async () => {
      const plain = await find(ROW, CONTEXT);
      return plain && (JSON.parse(new TextDecoder().decode(plain)) as unknown);
    },
    keep: (value) => put(ROW, textToBytes(JSON.stringify(value)), CONTEXT),
    keepBytes: (name, bytes) => put(`${BESIDE}${name}`, bytes, asciiBytes(`${BESIDE}${name}`)),
    findBytes: (name) => find(`${BESIDE}${name}`, asciiBytes(`${BESIDE}${name}`)),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(COMMUNE_DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const db = await settle(request);
  // A fresh start deletes it: that must not wait for this worker.
  db.onversionchange = () => db.close();
  return db;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('The disk refused.'));
  });
}
