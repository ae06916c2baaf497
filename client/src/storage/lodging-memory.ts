/**
 * Remembers, over a lock or a kill, the folder into which papers were put and under which names. A database of its own: it
 * belongs to the machine, is read before any PIN, and holds nothing of a citizen.
 */
import { foldLog } from './fold-log.ts';
import { LODGING_DATABASE } from './lodging-database.ts';

const STORE = 'folder';
const KEY = 'now';

export interface FilledFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** Id of the dossier whose papers they are. */
  readonly record: string;
  /** Written down before the first of them is written. */
  readonly files: readonly string[];
}

export interface LodgingMemory {
  readonly read: () => Promise<FilledFolder | undefined>;
  readonly write: (folder: FilledFolder) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Every call rejects where the browser refuses its storage: then no folder may be filled. */
export function openLodgingMemory(): LodgingMemory {
  return {
    read: () => run('readonly', (store) => store.get(KEY) as IDBRequest<FilledFolder | undefined>),
    write: async (folder) => void (await run('readwrite', (store) => store.put(folder, KEY))),
    clear: () => run('readwrite', (store) => store.delete(KEY)),
  };
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  // All databases of the page lie in one log: what is written of the folder must not be what loses the others.
  if (mode === 'readwrite') await foldLog();
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The folder was not remembered.'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(LODGING_DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('The folder cannot be remembered.'));
    asked.onblocked = () => reject(new Error('The folder cannot be remembered.'));
  });
}
