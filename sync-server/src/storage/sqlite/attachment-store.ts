/** Attachments in SQLite: sealed pieces while they gather, one protected file once they are whole. Opens neither. */
import type { AttachmentId } from '#shared/ids';
import type { StoredAttachment, StoredPiece } from '../rows.ts';
import type { AttachmentStore, NewPiece, StoredFile, Untold } from '../store.ts';
import type { Db } from './open-database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';
import { type SetAsideColumns, toSetAside } from './op-writes.ts';

interface AttachmentColumns {
  n: number;
  id: Uint8Array;
  commune_n: number;
  device_n: number;
  record_n: number | null;
  total: number | null;
  whole_at: number | null;
  refused: string | null;
  type: string | null;
}

function toAttachment(row: AttachmentColumns): StoredAttachment {
  return {
    n: row.n,
    id: bytesToId<AttachmentId>(row.id),
    communeN: row.commune_n,
    deviceN: row.device_n,
    recordN: row.record_n,
    total: row.total,
    wholeAt: row.whole_at,
    refused: row.refused,
    type: row.type,
  };
}

const COLUMNS = 'a.n, a.id, a.commune_n, a.device_n, a.record_n, a.total, a.whole_at, a.refused, a.type';

interface PieceColumns {
  at: number;
  total: number;
  device_n: number;
  key_id: number;
  encapsulation: Uint8Array;
  sealed: Uint8Array;
}

function toPiece(row: PieceColumns): StoredPiece {
  const { at, total, encapsulation, sealed } = row;
  return { at, total, encapsulation, sealed, deviceN: row.device_n, keyId: row.key_id };
}

export function createAttachmentStore(db: Db): AttachmentStore {
  return { ...createPieceStore(db), ...createWholeStore(db) };
}

type Pieces = Pick<
  AttachmentStore,
  'putPiece' | 'findAttachment' | 'listPieces' | 'listMissing' | 'listComplete'
>;

function createPieceStore(db: Db): Pieces {
  const find = db.prepare<[Uint8Array], AttachmentColumns>(
    `SELECT ${COLUMNS} FROM attachment a WHERE a.id = ?`,
  );
  const pieces = db.prepare<[number], PieceColumns>('SELECT * FROM piece WHERE attachment_n = ? ORDER BY at');
  const missing = db.prepare<[number], { id: Uint8Array; total: number; have: string }>(
    `SELECT a.id, a.total, (SELECT json_group_array(p.at) FROM piece p WHERE p.attachment_n = a.n) AS have
     FROM attachment a WHERE a.device_n = ? AND a.told_at IS NULL AND a.whole_at IS NULL AND a.refused IS NULL AND a.record_n IS NOT NULL`,
  );
  const complete = db.prepare<[number], AttachmentColumns>(
    `SELECT ${COLUMNS} FROM attachment a
     WHERE a.device_n = ? AND a.told_at IS NULL AND a.whole_at IS NULL AND a.refused IS NULL AND a.record_n IS NOT NULL
       AND a.total = (SELECT COUNT(*) FROM piece p WHERE p.attachment_n = a.n)`,
  );
  const putPiece = createPutPiece(db);
  return {
    async putPiece(piece) {
      return putPiece(piece);
    },
    async findAttachment(id) {
      const row = find.get(idToBytes(id));
      return row && toAttachment(row);
    },
    async listPieces(attachmentN) {
      return pieces.all(attachmentN).map(toPiece);
    },
    async listMissing(deviceN) {
      return missing.all(deviceN).flatMap(({ id, total, have }) => {
        const filled = new Set(JSON.parse(have) as number[]);
        const empty = Array.from({ length: total }, (_, at) => at).filter((at) => !filled.has(at));
        return empty.length > 0 ? [{ attachment: bytesToId<AttachmentId>(id), pieces: empty }] : [];
      });
    },
    async listComplete(deviceN) {
      return complete.all(deviceN).map(toAttachment);
    },
  };
}

function createPutPiece(db: Db): (piece: NewPiece) => Awaited<ReturnType<AttachmentStore['putPiece']>> {
  const orphans = db
    .prepare<[number], number>(
      'SELECT COUNT(*) FROM attachment WHERE device_n = ? AND told_at IS NULL AND record_n IS NULL',
    )
    .pluck();
  const begin = db.prepare(
    'INSERT INTO attachment (id, commune_n, device_n) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const find = db.prepare<[Uint8Array], AttachmentColumns>(
    `SELECT ${COLUMNS} FROM attachment a WHERE a.id = ?`,
  );
  const insert = db.prepare(
    `INSERT INTO piece (attachment_n, at, total, device_n, key_id, encapsulation, sealed)
     VALUES (@attachmentN, @at, @total, @deviceN, @keyId, @encapsulation, @sealed) ON CONFLICT DO NOTHING`,
  );
  const run = db.transaction((piece: NewPiece) => {
    const id = idToBytes(piece.attachment);
    if (!find.get(id) && (orphans.get(piece.deviceN) ?? 0) >= MOST_ORPHANS) return 'tooMany';
    begin.run(id, piece.communeN, piece.deviceN);
    const row = find.get(id);
    if (row?.device_n !== piece.deviceN) return 'otherOwner';
    if (row.whole_at !== null) return 'known';
    if (row.total !== null && row.total !== piece.total) return 'otherTotal';
    const { at, total, deviceN, keyId, encapsulation, sealed } = piece;
    const { changes } = insert.run({ attachmentN: row.n, at, total, deviceN, keyId, encapsulation, sealed });
    return changes === 1 ? 'stored' : 'known';
  });
  return (piece) => run.immediate(piece);
}

/** Attachments whose paper has not come yet: a phone's whole day fits, a disk is not filled. */
const MOST_ORPHANS = 256;

type Whole = Pick<AttachmentStore, 'makeWhole' | 'refuse' | 'findContent' | 'listUntold' | 'markTold'>;

function createWholeStore(db: Db): Whole {
  const keep = db.prepare(
    `UPDATE attachment SET content = @content, type = @type, subject_n = @subjectN, whole_at = @at, refused = NULL
     WHERE n = @attachmentN`,
  );
  const dropPieces = db.prepare('DELETE FROM piece WHERE attachment_n = ?');
  // The paper's operation: the last change of its record, where this device wrote it.
  const setRefused = db.prepare(
    `UPDATE attachment SET refused = @reason, refused_seq = (
       SELECT o.seq FROM record r JOIN change c ON c.commune_n = r.commune_n AND c.seq = r.seq JOIN op o ON o.n = c.op_n
       WHERE r.n = attachment.record_n AND o.device_n = attachment.device_n) WHERE n = @attachmentN`,
  );
  const setAside = db.prepare(
    `INSERT INTO set_aside (device_n, seq, code, field)
     SELECT device_n, refused_seq, refused, 'sha256' FROM attachment WHERE n = ? AND refused_seq IS NOT NULL
     ON CONFLICT (device_n, seq) DO NOTHING`,
  );
  const content = db.prepare<[number], Omit<StoredFile, 'subject'> & { subject: Uint8Array }>(
    `SELECT a.content, a.type, a.subject_n AS subjectN, s.id AS subject, s.wrapped
     FROM attachment a JOIN subject_key s ON s.n = a.subject_n WHERE a.n = ? AND a.whole_at IS NOT NULL`,
  );
  const untold = db.prepare<[number], UntoldColumns>(
    `SELECT id, refused, refused_seq FROM attachment
     WHERE device_n = ? AND told_at IS NULL AND (whole_at IS NOT NULL OR refused IS NOT NULL) ORDER BY n LIMIT 64`,
  );
  const told = db.prepare(
    'UPDATE attachment SET told_at = ? WHERE id = ? AND (whole_at IS NOT NULL OR refused IS NOT NULL)',
  );
  const untoldAside = db.prepare<[number], SetAsideColumns>(
    `SELECT seq, code, field, detail FROM set_aside WHERE device_n = ? AND told_at IS NULL ORDER BY seq LIMIT 64`,
  );
  const toldAside = db.prepare('UPDATE set_aside SET told_at = ? WHERE device_n = ? AND seq = ?');
  return {
    async makeWhole(attachmentN, file) {
      db.transaction(() => {
        keep.run({ attachmentN, ...file });
        dropPieces.run(attachmentN);
      }).immediate();
    },
    async refuse(attachmentN, reason) {
      db.transaction(() => {
        setRefused.run({ reason, attachmentN });
        setAside.run(attachmentN);
        dropPieces.run(attachmentN);
      }).immediate();
    },
    async findContent(attachmentN) {
      const row = content.get(attachmentN);
      return row && { ...row, subject: bytesToId(row.subject) };
    },
    async listUntold(deviceN) {
      return { ...toUntold(untold.all(deviceN)), setAside: untoldAside.all(deviceN).map(toSetAside) };
    },
    async markTold({ deviceN, attachments, setAside: seqs, at }) {
      db.transaction(() => {
        for (const id of attachments) told.run(at, idToBytes(id));
        for (const seq of seqs) toldAside.run(at, deviceN, seq);
      }).immediate();
    },
  };
}

interface UntoldColumns {
  id: Uint8Array;
  refused: string | null;
  refused_seq: number | null;
}

function toUntold(rows: readonly UntoldColumns[]): Pick<Untold, 'whole' | 'refused'> {
  const named = rows.map((row) => ({ ...row, attachment: bytesToId<AttachmentId>(row.id) }));
  return {
    whole: named.filter((row) => row.refused === null).map((row) => row.attachment),
    // Without a paper of this device's own there is nothing to name.
    refused: named
      .filter((row) => row.refused !== null && row.refused_seq !== null)
      .map((row) => row.attachment),
  };
}
