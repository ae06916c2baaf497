import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import {
  QUIET,
  bytes,
  emptyDatabase,
  idOf,
  live,
  makeVault,
  name,
  plain,
  readAll,
  save,
} from '../../../e2e/rig/journal-rig.ts';
import { DISK_HEAD, VaultDatabase, writeTogether } from '../database.ts';
import { VaultConnection } from '../vault-connection.ts';

beforeEach(makeVault);

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
