/** Reads every column of every row of every SQLite file in a folder, on a copy, and looks for words in its bytes. */
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { type Hit, listFiles, listSpellings, searchBytes } from './search-canaries.ts';

export interface DatabaseScan {
  readonly hits: readonly Hit[];
  /** How many rows were read: a scan that has read nothing proves nothing. */
  readonly rows: number;
}

const HEADER = 'SQLite format 3\0';

export function searchDatabases(folder: string, words: readonly string[]): DatabaseScan {
  const files = listFiles(folder).filter(isDatabase);
  const scans = files.map((path) => searchOne(path, relative(folder, path), words));
  return {
    hits: scans.flatMap((scan) => scan.hits),
    rows: scans.reduce((sum, scan) => sum + scan.rows, 0),
  };
}

/** For the control: what the search must find. */
export function writePlainRow(path: string, text: string): void {
  const db = new Database(path);
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('plain', text);
  db.close();
}

function isDatabase(path: string): boolean {
  const start = Buffer.alloc(HEADER.length);
  const file = openSync(path, 'r');
  readSync(file, start, 0, HEADER.length, 0);
  closeSync(file);
  return start.toString('latin1') === HEADER;
}

function searchOne(path: string, where: string, words: readonly string[]): DatabaseScan {
  const folder = mkdtempSync(join(tmpdir(), 'go-cua-read-'));
  const copy = join(folder, 'copy.sqlite');
  for (const tail of ['', '-wal']) if (existsSync(path + tail)) copyFileSync(path + tail, copy + tail);
  const db = new Database(copy);
  try {
    return searchRows(db, where, words);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

function searchRows(db: Database.Database, where: string, words: readonly string[]): DatabaseScan {
  const spellings = listSpellings(words);
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const hits: Hit[] = [];
  let rows = 0;
  for (const table of tables) {
    for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate()) {
      rows += 1;
      for (const [column, value] of Object.entries(row)) {
        const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value ?? ''));
        hits.push(...searchBytes(bytes, `${where} ${table}.${column}`, spellings));
      }
    }
  }
  return { hits, rows };
}
