import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesToId, type AttachmentId, type DeviceId, type OpId, type RecordId } from '#shared/ids';
import { createMemoryFiles, type MemoryFiles } from '../../../e2e/rig/memory-files.ts';
import { createVaultRows } from '../create-vault-rows.ts';
import { DISK_HEAD, type TableName, VaultDatabase, writeTogether } from '../database.ts';
import { putKeys } from '../keep-keys.ts';
import { VaultConnection } from '../vault-connection.ts';
import type { JournalPlace } from '#shared/custody/second-copy';
import type { OutboxRow, PieceRow, RecordRow } from '../stored-rows.ts';
import { writeJournalsWith } from './journal-files.ts';

const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };
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

const idOf = <T extends string>(n: number): T => bytesToId<T>(new Uint8Array(16).fill(n));
const bytes = (n: number): Uint8Array => Uint8Array.of(n, n + 1, 255);

let files: MemoryFiles;
let name: string;
let names = 0;
beforeEach(async () => {
  files = createMemoryFiles();
  writeJournalsWith(files);
  name = `journal-${names++}`;
  const connection = new VaultConnection(name, QUIET);
  await connection.create((db) =>
    createVaultRows(db, DEVICE, { wraps: { sendKey: 'wrapped' }, sendKey: 'pair' }),
  );
  connection.close();
});

/** A page's whole life with the database: opened, used, and gone without a word. */
async function live<T>(work: (db: VaultDatabase) => Promise<T>): Promise<T> {
  const connection = new VaultConnection(name, QUIET);
  const done = await connection.run(work);
  connection.close();
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

/** As a power cut leaves it at times: there, and empty. */
async function emptyDatabase(): Promise<void> {
  const db = new VaultDatabase(name);
  await db.open();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  db.close();
}

async function readAll(): Promise<Record<string, unknown>> {
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

const recordRow = (n: number): RecordRow => ({
  record: idOf<RecordId>(n),
  opId: idOf<OpId>(100 + n),
  cipher: bytes(n),
  slot: {
    ...{ record: idOf<RecordId>(n), opId: idOf<OpId>(100 + n), encapsulation: 'e', keyId: 1, dictVersion: 1 },
    ...{ cipherHash: 'h', length: 3, since: n + 0.5, sealed: bytes(n), encapsulationBytes: bytes(n) },
  },
  pending: 1,
});

function outboxRow(seq: number): OutboxRow {
  const { slot } = recordRow(seq % 250);
  if (!slot) throw new Error('no slot');
  const { encapsulationBytes: _, ...meta } = slot;
  return { ...meta, seq, prev: 'p', hash: 'h' };
}

const pieceRow = (n: number): PieceRow => ({
  ...{ attachment: idOf<AttachmentId>(n), index: 0, total: 1, encapsulation: 'e', keyId: 1 },
  ...{ sealed: bytes(n), sent: 0 },
});

const save = (n: number): Promise<void> =>
  live((db) => writeTogether(db, ['records'], async () => void (await db.records.put(recordRow(n)))));

/** Without what only a rebuilding adds, and what the PIN brings back. */
function plain(rows: Record<string, unknown>): Record<string, unknown> {
  const keys = (rows['keys'] as [string, unknown][]).filter(
    ([key]) => key !== 'isRebuilt' && key !== 'sendKey',
  );
  return { ...rows, keys };
}

describe('an empty database', () => {
  it('is built again row by row, but for the key that no file may hold', async () => {
    await save(1);
    await live((db) => putKeys(db, { entry: { initials: 'L.H' } }));
    await live((db) =>
      writeTogether(db, ['outbox', 'pieces', 'encapsulations'], async () => {
        await db.outbox.bulkPut([outboxRow(1), outboxRow(2)]);
        await db.pieces.put(pieceRow(9));
        await db.encapsulations.put({ id: 'e', bytes: bytes(3) });
      }),
    );
    await live((db) => writeTogether(db, ['outbox'], () => db.outbox.where('seq').belowOrEqual(1).delete()));
    const before = await readAll();
    await emptyDatabase();
    const after = await readAll();
    expect(plain(after)).toEqual(plain(before));
    expect(after['keys']).toContainEqual(['isRebuilt', true]);
    expect(JSON.stringify(after['keys'])).not.toContain('pair');
  });

  it('is built again after any run of writes, whatever the length of the file', async () => {
    let seed = 20_261_127;
    const draw = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const acts: ((db: VaultDatabase) => Promise<unknown>)[] = [
      (db) => db.records.put(recordRow(draw(40))),
      (db) => db.records.delete(idOf<RecordId>(draw(40))),
      (db) => db.outbox.put(outboxRow(draw(40))),
      (db) => db.outbox.where('seq').below(draw(40)).delete(),
      (db) =>
        db.outbox
          .where('seq')
          .between(draw(20), 20 + draw(20))
          .delete(),
      (db) => db.pieces.put({ ...pieceRow(draw(9)), index: draw(3), sealed: new Uint8Array(90_000) }),
      (db) => db.pieces.where({ attachment: idOf<AttachmentId>(draw(9)) }).delete(),
      (db) => db.pieces.toCollection().modify({ keyId: draw(5) }),
      (db) => db.lockedEntries.clear(),
      (db) => db.keys.put({ tries: draw(9) }, 'pinAttempts'),
      (db) => db.meta.update(DISK_HEAD, { held: draw(9) }),
    ];
    const tables: TableName[] = ['meta', 'records', 'outbox', 'pieces', 'lockedEntries', 'keys'];
    for (let round = 0; round < 6; round++) {
      await live(async (db) => {
        for (let step = 0; step < 25; step++)
          await writeTogether(db, tables, async () => {
            for (let left = draw(3); left >= 0; left--) await acts[draw(acts.length)]?.(db);
          });
      });
      const before = await readAll();
      await emptyDatabase();
      expect(plain(await readAll())).toEqual(plain(before));
    }
    const generations = await live((db) => db.places.get('journal'));
    expect(generations?.generation).toBeGreaterThan(6);
  });

  it('has again what its commune would not tell it again: what was written here and sent long ago', async () => {
    await live((db) =>
      writeTogether(db, ['records'], async () => {
        const { slot: _, pending: _none, ...row } = recordRow(1);
        await db.records.put(row);
      }),
    );
    const connection = new VaultConnection(name, QUIET);
    await connection.renewSecondCopy();
    connection.close();
    const before = await readAll();
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(before));
  });

  it('has what was written on after a page died between beginning a file and moving over to it', async () => {
    await save(1);
    const [good, other] = await live(async (db) => {
      const place = await db.places.get('journal');
      return place?.file === 0 ? [`${name}.0`, `${name}.1`] : [`${name}.1`, `${name}.0`];
    });
    const content = files.contents.get(good) ?? new Uint8Array();
    const placed = await live((db) => db.places.get('journal'));
    const connection = new VaultConnection(name, QUIET);
    await connection.renewSecondCopy();
    connection.close();
    // As before the moving over: the good file is whole, and the database stands there.
    files.contents.set(good, content);
    expect(files.contents.get(other)?.length).toBeGreaterThan(0);
    const db = new VaultDatabase(name);
    await db.open();
    await db.places.put(placed as JournalPlace, 'journal');
    db.close();
    await save(2);
    const before = await readAll();
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(before));
  });

  it('without a second copy is told as lost, and stays empty', async () => {
    files.contents.clear();
    await emptyDatabase();
    await expect(save(1)).rejects.toThrow('evicted');
    const db = new VaultDatabase(name);
    await db.open();
    expect(await db.keys.count()).toBe(0);
    db.close();
  });
});

describe('a page that dies between the database and its second copy', () => {
  it.each(['torn', 'lost'] as const)('leaves it %s, and the next page puts it right', async (fate) => {
    await save(1);
    files.fate = fate;
    const connection = new VaultConnection(name, QUIET);
    await connection.run((db) => writeTogether(db, ['records'], () => db.records.put(recordRow(2))));
    connection.close();
    files.fate = 'kept';
    const before = await readAll();
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(before));
  });

  it('costs at most what was not shown as saved, if the database goes with it', async () => {
    await save(1);
    const before = await readAll();
    for (const [file, content] of files.contents)
      if (content.length > 0) {
        // Half of the frame behind what was flushed.
        files.contents.set(file, Uint8Array.from([...content, 0, 0, 1, 0, 0, 0]));
      }
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(before));
    await save(3);
    const more = await readAll();
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(more));
  });
});

describe('a database that came back older', () => {
  it('is brought to where its second copy is', async () => {
    await save(1);
    const copy = await copyRows();
    await save(2);
    await live((db) => writeTogether(db, ['records'], () => db.records.delete(idOf<RecordId>(1))));
    const before = await readAll();
    await putBack(copy);
    expect(await readAll()).toEqual(before);
  });

  it('also from before the file was begun', async () => {
    await save(1);
    const copy = await copyRows();
    await save(2);
    const connection = new VaultConnection(name, QUIET);
    await connection.renewSecondCopy();
    connection.close();
    const before = await readAll();
    await putBack(copy);
    expect(plain(await readAll())).toEqual(plain(before));
  });

  it('asks the commune again for what it told in the transactions that are missing', async () => {
    const hear = (cursor: number, n: number) =>
      live((db) =>
        writeTogether(db, ['meta', 'pulled'], async () => {
          await db.pulled.put({ record: idOf<RecordId>(n), cipher: bytes(n) });
          await db.meta.update(DISK_HEAD, { cursor });
        }),
      );
    await hear(4, 1);
    const copy = await copyRows();
    await hear(9, 2);
    await save(3);
    await putBack(copy);
    const { cursor, told, own } = await live(async (db) => ({
      cursor: (await db.meta.get(DISK_HEAD))?.cursor,
      told: await db.pulled.count(),
      own: await db.records.count(),
    }));
    expect({ cursor, told, own }).toEqual({ cursor: 4, told: 1, own: 1 });
  });

  it('drops what the commune told in a life that is over, where the missing transactions knew so', async () => {
    await live((db) =>
      writeTogether(db, ['meta', 'pulled'], async () => {
        await db.pulled.put({ record: idOf<RecordId>(1), cipher: bytes(1) });
        await db.meta.update(DISK_HEAD, { cursor: 4, incarnation: 'first' });
      }),
    );
    const copy = await copyRows();
    await live((db) =>
      writeTogether(db, ['meta', 'pulled'], async () => {
        await db.pulled.clear();
        await db.meta.update(DISK_HEAD, { cursor: 9, incarnation: 'second' });
      }),
    );
    await putBack(copy);
    const head = await live((db) => db.meta.get(DISK_HEAD));
    expect([head?.cursor, head?.incarnation, await live((db) => db.pulled.count())]).toEqual([
      0,
      'second',
      0,
    ]);
  });

  async function copyRows(): Promise<Map<string, [unknown, unknown][]>> {
    return live(async (db) => {
      const copy = new Map<string, [unknown, unknown][]>();
      for (const table of db.tables) {
        const [keys, rows] = [await table.toCollection().primaryKeys(), await table.toArray()];
        copy.set(
          table.name,
          keys.map((key, at): [unknown, unknown] => [key, rows[at]]),
        );
      }
      return copy;
    });
  }

  async function putBack(copy: Map<string, [unknown, unknown][]>): Promise<void> {
    await emptyDatabase();
    const db = new VaultDatabase(name);
    await db.open();
    for (const table of db.tables) {
      const isOutbound = table.schema.primKey.keyPath === null || table.schema.primKey.keyPath === '';
      for (const [key, row] of copy.get(table.name) ?? []) await table.put(row, isOutbound ? key : undefined);
    }
    db.close();
  }
});

describe('a second copy that is refused', () => {
  it('costs no save, is said, and is begun anew as soon as it may be', async () => {
    const connection = new VaultConnection(name, QUIET);
    const write = (n: number) =>
      connection.run((db) => writeTogether(db, ['records'], () => db.records.put(recordRow(n))));
    files.fate = 'refused';
    expect((await write(1)).ok).toBe(true);
    expect(connection.journal?.getState()).toBe('behind');
    connection.close();
    files.fate = 'kept';
    const before = await readAll();
    await emptyDatabase();
    expect(plain(await readAll())).toEqual(plain(before));
  });
});

it('holds nothing of a transaction that was refused where others of its length came after', async () => {
  await save(1);
  const connection = new VaultConnection(name, QUIET);
  const write = (n: number) =>
    connection.run((db) => writeTogether(db, ['records'], () => db.records.put(recordRow(n))));
  const refuse = (): never => {
    throw new Error('The disk refuses it at the last moment.');
  };
  await connection.run(async (db) => db.places.hook('updating', refuse));
  expect((await write(2)).ok).toBe(false);
  await connection.run(async (db) => db.places.hook('updating').unsubscribe(refuse));
  files.fate = 'refused';
  expect((await write(3)).ok).toBe(true);
  files.fate = 'kept';
  expect((await write(4)).ok).toBe(true);
  connection.close();
  const before = await readAll();
  await emptyDatabase();
  expect(plain(await readAll())).toEqual(plain(before));
});

it('lets nothing that was erased lie in either file', async () => {
  await live((db) => putKeys(db, { wraps: { vaultKey: 'the wrap to be erased' } }));
  const connection = new VaultConnection(name, QUIET);
  await connection.run((db) => writeTogether(db, ['keys'], () => db.keys.delete('wraps')));
  const hasIt = () => [...files.contents.values()].some((one) => Buffer.from(one).includes('the wrap to be'));
  expect(hasIt()).toBe(true);
  await connection.renewSecondCopy();
  connection.close();
  expect(hasIt()).toBe(false);
});
