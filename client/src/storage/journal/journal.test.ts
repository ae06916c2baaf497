import { beforeEach, describe, expect, it } from 'vitest';
import type { JournalPlace } from '#shared/custody/second-copy';
import type { AttachmentId, RecordId } from '#shared/ids';
import {
  QUIET,
  bytes,
  emptyDatabase,
  files,
  idOf,
  live,
  makeVault,
  name,
  outboxRow,
  pieceRow,
  plain,
  readAll,
  recordRow,
  save,
} from '../../../e2e/rig/journal-rig.ts';
import { DISK_HEAD, type TableName, VaultDatabase, writeTogether } from '../database.ts';
import { putKeys } from '../keep-keys.ts';
import { VaultConnection } from '../vault-connection.ts';

beforeEach(makeVault);

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
