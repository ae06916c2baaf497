/** Opens one SQLite file the only way this server does. Knows no table. */
import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { allMigrations } from './migrations/all-migrations.ts';

export type Db = Database.Database;

/** Older versions can corrupt a WAL when it is reset (sqlite.org/wal.html, "the WAL-reset bug"). */
const OLDEST_SQLITE = [3, 51, 3] as const;
const FULL = 2;

/**
 * Opens and migrates. Throws when the library is too old, when the file was written by a newer server, or when a
 * setting did not take: none of these is something a running server may shrug off.
 */
export function openDatabase(path: string): Db {
  const db = new Database(path);
  try {
    chmodSync(path, 0o600);
    assertVersion(db);
    applySettings(db);
    migrate(db);
    return db;
  } catch (fault) {
    db.close();
    throw fault;
  }
}

/** For copies that are only looked at: no migration, no journal of their own. */
export function openReadOnly(path: string): Db {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return db;
}

/** On every open: a reopened WAL file falls back to the compiled default, which is NORMAL and forgets on power loss. */
function applySettings(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('cache_size = -32000');
  // Seldom inside a request; the rounds of backups and the end of the process do the rest.
  db.pragma('wal_autocheckpoint = 4000');
  const inForce = {
    journal_mode: db.pragma('journal_mode', { simple: true }),
    synchronous: db.pragma('synchronous', { simple: true }),
    foreign_keys: db.pragma('foreign_keys', { simple: true }),
  };
  const isSafe = inForce.synchronous === FULL && inForce.foreign_keys === 1 && inForce.journal_mode === 'wal';
  if (!isSafe) throw new Error(`SQLite refused its settings: ${JSON.stringify(inForce)}`);
}

function assertVersion(db: Db): void {
  const text = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = text.split('.').map(Number);
  const at = OLDEST_SQLITE.findIndex((least, index) => parts[index] !== least);
  if (at >= 0 && (parts[at] ?? 0) < (OLDEST_SQLITE[at] ?? 0))
    throw new Error(`SQLite ${text} is older than ${OLDEST_SQLITE.join('.')}.`);
}

function migrate(db: Db): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > allMigrations.length)
    throw new Error(
      `The database has version ${found}; this server knows ${allMigrations.length}. Update the server.`,
    );
  allMigrations.slice(found).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${found + index + 1}`);
    }).immediate();
  });
}

/** A copy is one file: without this, whoever looks at it leaves two more beside it. False while somebody else has it open. */
export function leaveJournal(path: string): boolean {
  const db = new Database(path, { timeout: 200 });
  try {
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch {
    return false;
  } finally {
    db.close();
  }
}
