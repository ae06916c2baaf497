/** The commune's own database: what it holds from one phone, beside the running server; and put back, once that is stopped. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface ReceivedWork {
  /** Places in the device's sequence, in order. */
  readonly seqs: readonly number[];
  readonly distinctOps: number;
  readonly setAside: number;
  readonly held: number;
  /** How many records of each collection. */
  readonly records: Readonly<Record<string, number>>;
  readonly attachments: number;
  readonly wholeAttachments: number;
}

/** Of the device whose member has this role. */
export function readReceived(folder: string, role: string): ReceivedWork {
  const db = new Database(databaseIn(folder), { readonly: true });
  try {
    const find = `SELECT d.n FROM device d JOIN member m ON m.n = d.member_n WHERE m.role = ?`;
    const device = db.prepare(find).pluck().get(role) as number;
    const count = (sql: string): number => db.prepare(sql).pluck().get(device) as number;
    const byCollection = db
      .prepare('SELECT collection, count(*) AS n FROM record GROUP BY collection')
      .all() as { collection: string; n: number }[];
    return {
      seqs: db.prepare('SELECT seq FROM op WHERE device_n = ? ORDER BY seq').pluck().all(device) as number[],
      distinctOps: count('SELECT count(DISTINCT op_id) FROM op WHERE device_n = ?'),
      setAside: count('SELECT count(*) FROM set_aside WHERE device_n = ?'),
      held: count('SELECT count(*) FROM held_op WHERE device_n = ?'),
      records: Object.fromEntries(byCollection.map(({ collection, n }) => [collection, n])),
      attachments: count('SELECT count(*) FROM attachment WHERE device_n = ?'),
      wholeAttachments: count(
        'SELECT count(*) FROM attachment WHERE device_n = ? AND whole_at IS NOT NULL AND refused IS NULL',
      ),
    };
  } finally {
    db.close();
  }
}

/** Devices whose member has this role. */
export function countDevices(folder: string, role: string): number {
  const db = new Database(databaseIn(folder), { readonly: true });
  try {
    const find = 'SELECT count(*) FROM device d JOIN member m ON m.n = d.member_n WHERE m.role = ?';
    return db.prepare(find).pluck().get(role) as number;
  } finally {
    db.close();
  }
}

/** Entries of the audit log with this action. */
export function countAudit(folder: string, action: string): number {
  const db = new Database(databaseIn(folder), { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM audit WHERE action = ?').pluck().get(action) as number;
  } finally {
    db.close();
  }
}

const databaseIn = (folder: string): string => join(folder, 'data', 'go-cua.sqlite');

/** A copy as a backup is: whole, and of this moment. */
export async function copyDatabase(folder: string): Promise<string> {
  const copy = join(folder, 'copy.sqlite');
  const db = new Database(databaseIn(folder), { readonly: true });
  await db.backup(copy);
  db.close();
  return copy;
}

export function putBack(copy: string, folder: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(databaseIn(folder) + ending, { force: true });
  const db = new Database(copy);
  db.exec(`VACUUM INTO '${databaseIn(folder)}'`);
  db.close();
}
