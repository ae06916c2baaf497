/** A vault with a second copy in memory, and pages that come and go over it. */
import 'fake-indexeddb/auto';
import { bytesToId, type AttachmentId, type DeviceId, type OpId, type RecordId } from '#shared/ids';
import { createVaultRows } from '../../src/storage/create-vault-rows.ts';
import { VaultDatabase, writeTogether } from '../../src/storage/database.ts';
import { writeJournalsWith } from '../../src/storage/journal/journal-files.ts';
import type { OutboxRow, PieceRow, RecordRow } from '../../src/storage/stored-rows.ts';
import { VaultConnection } from '../../src/storage/vault-connection.ts';
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts';

export const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };
const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(1));
const COMPARED = [
  'meta',
  'records',
  'outbox',
  'encapsulations',
  'pieces',
  'receipts',
  'lockedEntries',
  'keys',
] as const;

export const idOf = <T extends string>(n: number): T => bytesToId<T>(new Uint8Array(16).fill(n));
export const bytes = (n: number): Uint8Array => Uint8Array.of(n, n + 1, 255);

/** Of the vault that `makeVault` has made last. */
export let files: MemoryFiles;
export let name: string;
let names = 0;

export async function makeVault(): Promise<void> {
  files = createMemoryFiles();
  writeJournalsWith(files);
  name = `journal-${names++}`;
  const connection = new VaultConnection(name, QUIET);
  await connection.create((db) =>
    createVaultRows(db, DEVICE, { wraps: { sendKey: 'wrapped' }, sendKey: 'pair' }),
  );
  connection.close();
}

/** A page's whole life with the database: opened, used, and gone without a word. */
export async function live<T>(work: (db: VaultDatabase) => Promise<T>): Promise<T> {
  const connection = new VaultConnection(name, QUIET);
  const done = await connection.run(work);
  connection.close();
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

/** As a power cut leaves it at times: there, and empty. */
export async function emptyDatabase(): Promise<void> {
  const db = new VaultDatabase(name);
  await db.open();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  db.close();
}

export async function readAll(): Promise<Record<string, unknown>> {
  return live(async (db) => {
    const rows: Record<string, unknown> = {};
    for (const table of COMPARED) {
      const keys = await db.table(table).toCollection().primaryKeys();
      const values = await db.table(table).toArray();
      rows[table] = keys.map((key, at) => [key, flatten(values[at])]);
    }
    return rows;
  });
}

/** Bytes as text: comparing them one by one takes longer than all else here. */
function flatten(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, flatten(part)]));
}

export const recordRow = (n: number): RecordRow => ({
  record: idOf<RecordId>(n),
  opId: idOf<OpId>(100 + n),
  cipher: bytes(n),
  slot: {
    ...{ record: idOf<RecordId>(n), opId: idOf<OpId>(100 + n), encapsulation: 'e', keyId: 1, dictVersion: 1 },
    ...{ cipherHash: 'h', length: 3, since: n + 0.5, sealed: bytes(n), encapsulationBytes: bytes(n) },
  },
  pending: 1,
});

export function outboxRow(seq: number): OutboxRow {
  const { slot } = recordRow(seq % 250);
  if (!slot) throw new Error('no slot');
  const { encapsulationBytes: _, ...meta } = slot;
  return { ...meta, seq, prev: 'p', hash: 'h' };
}

export const pieceRow = (n: number): PieceRow => ({
  ...{ attachment: idOf<AttachmentId>(n), index: 0, total: 1, encapsulation: 'e', keyId: 1 },
  ...{ sealed: bytes(n), sent: 0 },
});

export const save = (n: number): Promise<void> =>
  live((db) => writeTogether(db, ['records'], async () => void (await db.records.put(recordRow(n)))));

/** Without what only a rebuilding adds, and what the PIN brings back. */
export function plain(rows: Record<string, unknown>): Record<string, unknown> {
  const keys = (rows['keys'] as [string, unknown][]).filter(
    ([key]) => key !== 'isRebuilt' && key !== 'sendKey',
  );
  return { ...rows, keys };
}
