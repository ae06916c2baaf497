/** The forwarder's durable rows in SQLite: one per reference at the portal. Decides nothing about them. */
import type { RecordId } from '#shared/ids';
import type { ForwardPhase, ForwardState } from '#shared/custody/forwarder-types';
import type { Route } from '#shared/model/dossier';
import type { IntentStore, StoredIntent } from '../store.ts';
import type { Db } from './open-database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';

export interface IntentColumns {
  reference: string;
  record: Uint8Array;
  commune_n: number;
  route: string;
  phase: string;
  attempt: number;
  payload_hash: string;
  created_at: number;
  started_at: number | null;
  unknown_since: number | null;
  query_first: number;
  failures: number;
  due_at: number;
  pack_number: string | null;
  dossier_no: string | null;
  withdraw_asked: number;
}

export const SELECT_INTENT = 'SELECT i.*, r.id AS record FROM intent i JOIN record r ON r.n = i.record_n';

export const PUT_INTENT = `INSERT INTO intent (reference, record_n, commune_n, route, phase, attempt, payload_hash,
    created_at, started_at, unknown_since, query_first, failures, due_at, pack_number, dossier_no, withdraw_asked)
  SELECT @reference, n, @communeN, @route, @phase, @attempt, @payloadHash, @createdAt, @startedAt, @unknownSince, @queryFirst,
    @failures, @dueAt, @packNumber, @dossierNo, @withdrawAsked FROM record WHERE id = @record
  ON CONFLICT (reference) DO UPDATE SET route = excluded.route, phase = excluded.phase, attempt = excluded.attempt,
    payload_hash = excluded.payload_hash, started_at = excluded.started_at, unknown_since = excluded.unknown_since, query_first = excluded.query_first,
    failures = excluded.failures, due_at = excluded.due_at, pack_number = excluded.pack_number,
    dossier_no = excluded.dossier_no, withdraw_asked = excluded.withdraw_asked`;

export function toIntent(row: IntentColumns): StoredIntent {
  return {
    communeN: row.commune_n,
    reference: row.reference,
    record: bytesToId<RecordId>(row.record),
    route: row.route as Route,
    phase: row.phase as ForwardPhase,
    attempt: row.attempt,
    payloadHash: row.payload_hash,
    createdAt: row.created_at,
    startedAt: row.started_at,
    unknownSince: row.unknown_since,
    queryFirst: row.query_first === 1,
    failures: row.failures,
    dueAt: row.due_at,
    packNumber: row.pack_number,
    dossierNo: row.dossier_no,
    withdrawAsked: row.withdraw_asked === 1,
  };
}

export function toIntentColumns(communeN: number, state: ForwardState): Record<string, unknown> {
  const record = idToBytes(state.record);
  const flags = { queryFirst: Number(state.queryFirst), withdrawAsked: Number(state.withdrawAsked) };
  return { ...state, ...flags, communeN, record };
}

export function createIntentStore(db: Db): IntentStore {
  const find = db.prepare<[string], IntentColumns>(`${SELECT_INTENT} WHERE i.reference = ?`);
  const ofRecord = db.prepare<[Uint8Array], IntentColumns>(
    `${SELECT_INTENT} WHERE r.id = ? ORDER BY i.created_at`,
  );
  const due = db.prepare<[number, number], IntentColumns>(
    `${SELECT_INTENT} WHERE i.due_at <= ? ORDER BY i.due_at LIMIT ?`,
  );
  const all = db.prepare<[], IntentColumns>(`${SELECT_INTENT} ORDER BY i.created_at, i.reference`);
  const numbersDue = db.prepare<[number, number], { communeN: number; dossierNo: string; id: Uint8Array }>(
    `SELECT d.commune_n AS communeN, d.dossier_no AS dossierNo, r.id FROM dossier_number d JOIN record r ON r.n = d.record_n
     WHERE d.due_at <= ? ORDER BY d.due_at LIMIT ?`,
  );
  const put = db.prepare(PUT_INTENT);
  return {
    async findIntent(reference) {
      const row = find.get(reference);
      return row && toIntent(row);
    },
    async findIntentsOfRecord(record) {
      return ofRecord.all(idToBytes(record)).map(toIntent);
    },
    async listDue(now, limit) {
      return due.all(now, limit).map(toIntent);
    },
    async listNumbersDue(now, limit) {
      return numbersDue
        .all(now, limit)
        .map(({ id, ...row }) => ({ ...row, record: bytesToId<RecordId>(id) }));
    },
    async listIntents() {
      return all.all().map(toIntent);
    },
    async putIntent(communeN, state) {
      const { changes } = put.run(toIntentColumns(communeN, state));
      if (changes !== 1) throw new Error('An intent was written for a dossier that is not there.');
    },
  };
}
