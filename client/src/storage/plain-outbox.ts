/**
 * A vault's outbox as a service worker may look at it: on a handle without a version, closed again at once, that neither makes
 * nor upgrades a database. Reads only, and nothing that a key would open.
 */
import type { DiskHead, EncapsulationRow, OutboxRow, PieceRow } from './stored-rows.ts';
import type { VaultEntry } from './vault-registry.ts';

export interface PlainOutbox {
  readonly head: DiskHead;
  /** Whatever the vault keeps under these names; custody knows their types. */
  readonly keys: Readonly<Record<'sendKey' | 'pinned' | 'isStopped', unknown>>;
}

const REGISTRY = 'go-cua';

export async function listPlainVaults(): Promise<readonly VaultEntry[]> {
  return (await readPlain(REGISTRY, 'vaults', (store) => store.getAll() as IDBRequest<VaultEntry[]>)) ?? [];
}

/** Undefined when there is no database of this name, or an empty one. */
export async function readPlainOutbox(database: string): Promise<PlainOutbox | undefined> {
  const head = await readPlain(database, 'meta', (store) => store.get('disk') as IDBRequest<DiskHead>);
  if (!head) return undefined;
  const read = (name: string) => readPlain<unknown>(database, 'keys', (store) => store.get(name));
  const [sendKey, pinned, isStopped] = await Promise.all(['sendKey', 'pinned', 'isStopped'].map(read));
  return { head, keys: { sendKey, pinned, isStopped } };
}

/** Places from `from` on, ascending, at most `limit` of them, with the encapsulations that open them. */
export async function readPlainRun(
  database: string,
  from: number,
  limit: number,
): Promise<{ rows: readonly OutboxRow[]; encapsulations: ReadonlyMap<string, EncapsulationRow> }> {
  const range = IDBKeyRange.bound(from, from + limit - 1);
  const rows = await readPlain(database, 'outbox', (store) => store.getAll(range) as IDBRequest<OutboxRow[]>);
  const all = await readPlain(
    database,
    'encapsulations',
    (store) => store.getAll() as IDBRequest<EncapsulationRow[]>,
  );
  return { rows: rows ?? [], encapsulations: new Map((all ?? []).map((row) => [row.id, row])) };
}

export async function findPlainPiece(
  database: string,
  attachment: string,
  index: number,
): Promise<{ piece: PieceRow; encapsulation: EncapsulationRow } | undefined> {
  const piece = await readPlain(
    database,
    'pieces',
    (store) => store.get([attachment, index]) as IDBRequest<PieceRow>,
  );
  if (!piece) return undefined;
  const encapsulation = await readPlain(
    database,
    'encapsulations',
    (store) => store.get(piece.encapsulation) as IDBRequest<EncapsulationRow>,
  );
  return encapsulation && { piece, encapsulation };
}

async function readPlain<T>(
  database: string,
  table: string,
  read: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const db = await openPlain(database);
  if (!db) return undefined;
  try {
    if (!db.objectStoreNames.contains(table)) return undefined;
    return await settle(read(db.transaction(table).objectStore(table)));
  } finally {
    db.close();
  }
}

function openPlain(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // It is not there: opening it would make an empty one.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database was not read.'));
  });
}
