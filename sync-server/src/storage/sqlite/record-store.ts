/** Records and the change sequence as reads: always within one commune, never opened here. */
import type { RecordId } from '#shared/ids';
import type { StoredChange, StoredRecord } from '../rows.ts';
import type { ChangeStore, RecordStore } from '../store.ts';
import type { Db } from './open-database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';

export interface RecordColumns {
  n: number;
  id: Uint8Array;
  commune_n: number;
  collection: string;
  subject_n: number;
  subject_id: Uint8Array;
  wrapped: Uint8Array | null;
  seq: number;
  version: number;
  office: number;
  cipher: Uint8Array;
}

export const SELECT_RECORD = `SELECT r.n, r.id, r.commune_n, r.collection, r.subject_n, s.id AS subject_id, s.wrapped,
  r.seq, r.version, r.office, r.cipher FROM record r JOIN subject_key s ON s.n = r.subject_n`;

/** One pair of (path, value) per row of the filter: a path that the record lacks reads as null. */
export const LIST_RECORDS = `${SELECT_RECORD} WHERE r.commune_n = ? AND r.collection = ? AND NOT EXISTS (
    SELECT 1 FROM json_each(?) f WHERE json_extract(r.clear, '$."' || f.key || '"') IS NOT f.atom)
  ORDER BY r.n`;

export function toRecord(row: RecordColumns): StoredRecord {
  return {
    n: row.n,
    id: bytesToId<RecordId>(row.id),
    communeN: row.commune_n,
    collection: row.collection,
    subject: { n: row.subject_n, id: bytesToId(row.subject_id), wrapped: row.wrapped },
    seq: row.seq,
    version: row.version,
    office: row.office === 1,
    cipher: row.cipher,
  };
}

export function createRecordStore(db: Db): RecordStore {
  const find = db.prepare<[Uint8Array], RecordColumns>(`${SELECT_RECORD} WHERE r.id = ?`);
  const list = db.prepare<[number, string, string], RecordColumns>(LIST_RECORDS);
  const seen = db.prepare<[number, number], number>(
    'SELECT 1 FROM record_team WHERE record_n = ? AND team_n = ?',
  );
  const byNumber = db.prepare<[number, Uint8Array], RecordColumns>(
    `${SELECT_RECORD} JOIN personal_number p ON p.record_n = r.n WHERE p.commune_n = ? AND p.blind = ? ORDER BY r.n`,
  );
  return {
    async findRecord(id) {
      const row = find.get(idToBytes(id));
      return row && toRecord(row);
    },
    async listRecords({ communeN, collection, clear = {} }) {
      return list.all(communeN, collection, JSON.stringify(clear)).map(toRecord);
    },
    async isSeenByTeam(recordN, teamN) {
      return seen.get(recordN, teamN) !== undefined;
    },
    async findByNumber(communeN, blind) {
      return byNumber.all(communeN, blind).map(toRecord);
    },
  };
}

interface ChangeColumns {
  seq: number;
  record_n: number;
  origin: number;
  kind: StoredChange['kind'];
}

export function createChangeStore(db: Db): ChangeStore {
  const list = db.prepare<[number, number, number], ChangeColumns>(
    'SELECT seq, record_n, origin, kind FROM change WHERE commune_n = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const start = db.prepare<[number], number>('SELECT incarnation_start FROM commune WHERE n = ?').pluck();
  const byNumbers = db.prepare<[string], RecordColumns>(
    `${SELECT_RECORD} WHERE r.n IN (SELECT value FROM json_each(?))`,
  );
  const seen = db
    .prepare<[number, string], number>(
      'SELECT record_n FROM record_team WHERE team_n = ? AND record_n IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  return {
    async listChanges({ communeN, after, limit }) {
      return list
        .all(communeN, after, limit)
        .map((row) => ({ seq: row.seq, recordN: row.record_n, origin: row.origin, kind: row.kind }));
    },
    async getIncarnationStart(communeN) {
      return start.get(communeN) ?? 0;
    },
    async listRecordsByNumber(numbers) {
      return byNumbers.all(JSON.stringify(numbers)).map(toRecord);
    },
    async listSeenByTeam(numbers, teamN) {
      return new Set(seen.all(teamN, JSON.stringify(numbers)));
    },
  };
}
