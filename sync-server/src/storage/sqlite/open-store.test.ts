import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { allMigrations } from './migrations/all-migrations.ts';
import { openDatabase } from './open-database.ts';
import { openSqliteStore } from './open-store.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function makePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'go-cua-store-'));
  folders.push(folder);
  return join(folder, 'go-cua.sqlite');
}

function readSettings(path: string): Record<string, unknown> {
  const db = openDatabase(path);
  const read = (name: string): unknown => db.pragma(name, { simple: true });
  const names = [
    'synchronous',
    'journal_mode',
    'foreign_keys',
    'busy_timeout',
    'trusted_schema',
    'cell_size_check',
  ];
  const settings = Object.fromEntries(names.map((name) => [name, read(name)]));
  db.close();
  return settings;
}

describe('the database file', () => {
  it('is opened for full durability the first time and every time after', () => {
    const path = makePath();
    const safe = {
      ...{ synchronous: 2, journal_mode: 'wal', foreign_keys: 1, busy_timeout: 5_000 },
      ...{ trusted_schema: 0, cell_size_check: 1 },
    };
    expect(readSettings(path)).toEqual(safe);
    expect(readSettings(path)).toEqual(safe);
  });

  it('would forget on a power cut if it were opened in the ordinary way', () => {
    const path = makePath();
    openDatabase(path).close();
    const ordinary = new Database(path);
    expect(ordinary.pragma('synchronous', { simple: true })).toBe(1);
    ordinary.close();
  });

  it('is for its owner’s eyes only', () => {
    const path = makePath();
    openDatabase(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('of an older server is opened with all that is in it, whichever version wrote it', async () => {
    for (let version = 1; version < allMigrations.length; version += 1) {
      const path = makePath();
      const older = new Database(path);
      for (const tables of allMigrations.slice(0, version)) older.exec(tables);
      older.pragma(`user_version = ${version}`);
      older.exec("INSERT INTO commune (id, name, province, code) VALUES (zeroblob(16), 'Xã', 'Tỉnh', '0')");
      older.close();
      const store = openSqliteStore(path);
      const [commune] = await store.listCommunes();
      expect(commune?.name).toBe('Xã');
      expect(await store.listDelegations(commune?.n ?? 0)).toEqual([]);
      store.close();
    }
  });

  it('of a newer server is not touched by an older one', () => {
    const path = makePath();
    openDatabase(path).close();
    const newer = new Database(path);
    newer.pragma('user_version = 999');
    newer.close();
    expect(() => openDatabase(path)).toThrow(/version 999.*Update the server/);
  });
});

describe('a database of an older server', () => {
  it('keeps its numbers, and the portal is asked about each of them', async () => {
    const path = makePath();
    const old = new Database(path);
    for (const sql of allMigrations.slice(0, 3)) old.exec(sql);
    const insert = (table: string, row: Record<string, unknown>): void => {
      const names = Object.keys(row);
      const places = names.map((name) => `@${name}`).join(', ');
      old.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(row);
    };
    insert('commune', { n: 1, id: Buffer.alloc(16, 1), name: 'Xã', province: 'Tỉnh', code: '0' });
    insert('subject_key', { n: 1, commune_n: 1, id: Buffer.alloc(16, 2) });
    const record = { n: 1, id: Buffer.alloc(16, 3), commune_n: 1, collection: 'dossier', subject_n: 1 };
    insert('record', { ...record, seq: 1, version: 1, clear: '{}', cipher: Buffer.alloc(1) });
    insert('dossier_number', { commune_n: 1, dossier_no: 'H57-1', record_n: 1 });
    old.pragma('user_version = 3');
    old.close();
    const store = openSqliteStore(path);
    const due = await store.listNumbersDue(0, 10);
    expect(due).toMatchObject([{ communeN: 1, dossierNo: 'H57-1' }]);
    store.applyBatch((tx) => tx.setNumberDue(1, 'H57-1', null));
    expect(await store.listNumbersDue(8e15, 10)).toEqual([]);
    expect(store.applyBatch((tx) => tx.findDossierNumber(1, 'H57-1'))).toBe(due[0]?.record);
    store.close();
  });
});

describe('one transaction', () => {
  it('leaves nothing behind when it fails half way', async () => {
    const store = openSqliteStore(makePath());
    const id = 'AAAAAAAAAAAAAAAAAAAAAA' as never;
    const commune = await store.insertCommune({ id, name: 'Xã', province: 'Tỉnh', code: '0', phone: null });
    const fail = (): void =>
      store.applyBatch((tx) => {
        tx.setCommuneSeq(commune.n, 7);
        throw new Error('half way');
      });
    expect(fail).toThrow('half way');
    expect((await store.findCommune(id))?.seq).toBe(0);
    store.close();
  });

  it('keeps one change sequence for each commune, dense and its own', async () => {
    const store = openSqliteStore(makePath());
    const place = { name: 'Xã', province: 'Tỉnh', code: '0', phone: null };
    const one = await store.insertCommune({ ...place, id: 'AAAAAAAAAAAAAAAAAAAAAA' as never });
    const two = await store.insertCommune({ ...place, id: 'AAAAAAAAAAAAAAAAAAAAAQ' as never });
    store.applyBatch((tx) => tx.setCommuneSeq(one.n, tx.getCommuneSeq(one.n) + 1));
    expect(store.applyBatch((tx) => [tx.getCommuneSeq(one.n), tx.getCommuneSeq(two.n)])).toEqual([1, 0]);
    store.close();
  });
});
