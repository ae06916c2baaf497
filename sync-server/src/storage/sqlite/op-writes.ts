/** The part of a batch's transaction that keeps operations: applied ones, held ones, and those set aside by name. */
import type { OpId } from '#shared/ids';
import type { SetAside } from '#shared/contracts/sync';
import type { BatchTx } from '../batch-tx.ts';
import type { HeldOp, StoredOp } from '../rows.ts';
import type { Db } from './open-database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';

type OpWrites = Pick<BatchTx, 'listKnown' | 'putOp' | 'holdOp' | 'takeHeld' | 'putSetAside' | 'keepSealed'>;

interface KnownColumns {
  seq: number;
  op_id: Uint8Array;
  hash: Uint8Array;
  code: string | null;
  field: string | null;
  detail: string | null;
}

/** The identity of an operation is its place: (device, seq). Both tables share it, so that nothing is ever taken twice. */
const SELECT_KNOWN = `SELECT o.seq, o.op_id, o.hash, s.code, s.field, s.detail FROM (
    SELECT device_n, seq, op_id, hash FROM op WHERE device_n = @deviceN AND seq BETWEEN @from AND @to
    UNION ALL
    SELECT device_n, seq, op_id, hash FROM held_op WHERE device_n = @deviceN AND seq BETWEEN @from AND @to
  ) o LEFT JOIN set_aside s ON s.device_n = o.device_n AND s.seq = o.seq ORDER BY o.seq`;

export interface SetAsideColumns {
  seq: number;
  code: string;
  field: string | null;
  detail: string | null;
}

interface HeldColumns {
  device_n: number;
  seq: number;
  op_id: Uint8Array;
  hash: Uint8Array;
  quarantine: number;
  key_id: number;
  dict_version: number;
  encapsulation: Uint8Array;
  sealed: Uint8Array;
}

export function createOpWrites(db: Db): OpWrites {
  const known = db.prepare<[{ deviceN: number; from: number; to: number }], KnownColumns>(SELECT_KNOWN);
  const putOp = db.prepare(
    `INSERT INTO op (device_n, seq, op_id, hash, change_seq, record_n, subject_n, body)
     VALUES (@deviceN, @seq, @opId, @hash, @changeSeq, @recordN, @subjectN, @body)`,
  );
  const hold = db.prepare(
    `INSERT INTO held_op (device_n, seq, op_id, hash, quarantine, key_id, dict_version, encapsulation, sealed)
     VALUES (@deviceN, @seq, @opId, @hash, @quarantine, @keyId, @dictVersion, @encapsulation, @sealed)`,
  );
  const listHeld = db.prepare<[number], HeldColumns>('SELECT * FROM held_op WHERE device_n = ? ORDER BY seq');
  const dropHeld = db.prepare('DELETE FROM held_op WHERE device_n = ?');
  const putSetAside = db.prepare(
    `INSERT INTO set_aside (device_n, seq, code, field, detail) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (device_n, seq) DO NOTHING`,
  );
  const keepSealed = db.prepare(
    `INSERT INTO set_aside_op (device_n, seq, key_id, dict_version, encapsulation, sealed)
     VALUES (@deviceN, @seq, @keyId, @dictVersion, @encapsulation, @sealed)`,
  );
  return {
    keepSealed({ deviceN, seq, keyId, dictVersion, encapsulation, sealed }) {
      keepSealed.run({ deviceN, seq, keyId, dictVersion, encapsulation, sealed });
    },
    listKnown(deviceN, from, to) {
      return known.all({ deviceN, from, to }).map(toKnown);
    },
    putOp(op) {
      return Number(putOp.run({ ...op, opId: idToBytes(op.opId) }).lastInsertRowid);
    },
    holdOp(op) {
      hold.run({ ...op, opId: idToBytes(op.opId), quarantine: Number(op.quarantine) });
    },
    takeHeld(deviceN) {
      const rows = listHeld.all(deviceN).map(toHeld);
      dropHeld.run(deviceN);
      return rows;
    },
    putSetAside(deviceN, { seq, code, field, detail }) {
      putSetAside.run(deviceN, seq, code, field ?? null, detail ? JSON.stringify(detail) : null);
    },
  };
}

function toKnown(row: KnownColumns): StoredOp {
  const place = { seq: row.seq, opId: bytesToId<OpId>(row.op_id), hash: row.hash };
  const { code } = row;
  return code === null ? place : { ...place, setAside: toSetAside({ ...row, code }) };
}

export function toSetAside({ seq, code, field, detail }: SetAsideColumns): SetAside {
  return {
    seq,
    code: code as SetAside['code'],
    ...(field !== null && { field }),
    ...(detail !== null && { detail: JSON.parse(detail) as NonNullable<SetAside['detail']> }),
  };
}

function toHeld(row: HeldColumns): HeldOp {
  return {
    deviceN: row.device_n,
    seq: row.seq,
    opId: bytesToId<OpId>(row.op_id),
    hash: row.hash,
    quarantine: row.quarantine === 1,
    keyId: row.key_id,
    dictVersion: row.dict_version,
    encapsulation: row.encapsulation,
    sealed: row.sealed,
  };
}
