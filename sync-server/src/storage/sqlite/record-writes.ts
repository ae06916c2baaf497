/** The part of a batch's transaction that keeps records, who may see them, numbers, intents and attachments' texts. */
import type { RecordId } from '#shared/ids';
import type { BatchTx } from '../batch-tx.ts';
import type { StoredSubject } from '../rows.ts';
import { type IntentColumns, PUT_INTENT, SELECT_INTENT, toIntent, toIntentColumns } from './intent-store.ts';
import type { Db } from './open-database.ts';
import { LIST_RECORDS, type RecordColumns, SELECT_RECORD, toRecord } from './record-store.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';

type SightWrites = Pick<
  BatchTx,
  'listTeams' | 'addTeam' | 'copyTeams' | 'setOffice' | 'awaitSight' | 'takeAwaitedSight'
>;
type SubjectWrites = Pick<BatchTx, 'findSubject' | 'putSubject' | 'setPersonalNumber'>;
type DossierWrites = Pick<
  BatchTx,
  | 'findDossierNumber'
  | 'putDossierNumber'
  | 'dropDossierNumber'
  | 'setNumberDue'
  | 'findIntent'
  | 'listIntents'
  | 'putIntent'
  | 'linkAttachment'
>;
type RecordWrites = Pick<BatchTx, 'findRecord' | 'listRecords' | 'putRecord'> &
  SightWrites &
  SubjectWrites &
  DossierWrites;

export function createRecordWrites(db: Db): RecordWrites {
  const find = db.prepare<[Uint8Array], RecordColumns>(`${SELECT_RECORD} WHERE r.id = ?`);
  const list = db.prepare<[number, string, string], RecordColumns>(LIST_RECORDS);
  const put = db
    .prepare<[Record<string, unknown>], number>(
      `INSERT INTO record (id, commune_n, collection, subject_n, seq, version, office, clear, cipher)
       VALUES (@id, @communeN, @collection, @subjectN, @seq, @version, @office, @clear, @cipher)
       ON CONFLICT (id) DO UPDATE SET subject_n = excluded.subject_n, seq = excluded.seq,
         version = excluded.version, office = excluded.office, clear = excluded.clear, cipher = excluded.cipher
       RETURNING n`,
    )
    .pluck();
  return {
    ...createSightWrites(db),
    ...createSubjectWrites(db),
    ...createDossierWrites(db),
    findRecord(id) {
      const row = find.get(idToBytes(id));
      return row && toRecord(row);
    },
    listRecords: ({ communeN, collection, clear = {} }) =>
      list.all(communeN, collection, JSON.stringify(clear)).map(toRecord),
    putRecord(record) {
      const n = put.get({ ...record, id: idToBytes(record.id), office: Number(record.office) });
      if (n === undefined) throw new Error('A record did not reach the table.');
      return n;
    },
  };
}

function createSightWrites(db: Db): SightWrites {
  const listTeams = db
    .prepare<[number], number>('SELECT team_n FROM record_team WHERE record_n = ? ORDER BY team_n')
    .pluck();
  const addTeam = db.prepare(
    'INSERT INTO record_team (record_n, team_n) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const setOffice = db.prepare('UPDATE record SET office = ? WHERE n = ?');
  const copyTeams = db.prepare(
    'INSERT OR IGNORE INTO record_team (record_n, team_n) SELECT ?, team_n FROM record_team WHERE record_n = ?',
  );
  const awaitSight = db.prepare(
    'INSERT INTO awaited_sight (commune_n, record_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const takeAwaited = db.prepare('DELETE FROM awaited_sight WHERE commune_n = ? AND record_id = ?');
  return {
    listTeams: (recordN) => listTeams.all(recordN),
    addTeam: (recordN, teamN) => addTeam.run(recordN, teamN).changes === 1,
    copyTeams(fromRecordN, toRecordN) {
      copyTeams.run(toRecordN, fromRecordN);
    },
    setOffice(recordN, office) {
      setOffice.run(Number(office), recordN);
    },
    awaitSight(communeN, record) {
      awaitSight.run(communeN, idToBytes(record));
    },
    takeAwaitedSight: (communeN, record) => takeAwaited.run(communeN, idToBytes(record)).changes === 1,
  };
}

function createSubjectWrites(db: Db): SubjectWrites {
  const find = db.prepare<[number, Uint8Array], { n: number; wrapped: Uint8Array | null }>(
    'SELECT n, wrapped FROM subject_key WHERE commune_n = ? AND id = ?',
  );
  const put = db.prepare(
    'INSERT INTO subject_key (id, commune_n, wrapped) VALUES (@id, @communeN, @wrapped)',
  );
  const dropNumber = db.prepare(
    'DELETE FROM personal_number WHERE commune_n = ? AND record_n = ? AND blind <> ?',
  );
  const putNumber = db.prepare(
    'INSERT INTO personal_number (commune_n, blind, record_n) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    findSubject(communeN, id) {
      const row = find.get(communeN, idToBytes(id));
      return row && { ...row, id };
    },
    putSubject({ id, communeN, wrapped }): StoredSubject {
      const { lastInsertRowid } = put.run({ id: idToBytes(id), communeN, wrapped });
      return { n: Number(lastInsertRowid), id, wrapped };
    },
    setPersonalNumber(recordN, communeN, blind) {
      dropNumber.run(communeN, recordN, blind ?? new Uint8Array());
      if (blind) putNumber.run(communeN, blind, recordN);
    },
  };
}

function createDossierWrites(db: Db): DossierWrites {
  const findNumber = db
    .prepare<[number, string], Uint8Array>(
      'SELECT r.id FROM dossier_number d JOIN record r ON r.n = d.record_n WHERE d.commune_n = ? AND d.dossier_no = ?',
    )
    .pluck();
  const putNumber = db.prepare(
    'INSERT INTO dossier_number (commune_n, dossier_no, record_n) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const dropNumber = db.prepare('DELETE FROM dossier_number WHERE commune_n = ? AND dossier_no = ?');
  const setDue = db.prepare('UPDATE dossier_number SET due_at = ? WHERE commune_n = ? AND dossier_no = ?');
  const ofRecord = db.prepare<[Uint8Array], IntentColumns>(`${SELECT_INTENT} WHERE r.id = ?`);
  const findIntent = db.prepare<[string], IntentColumns>(`${SELECT_INTENT} WHERE i.reference = ?`);
  const putIntent = db.prepare(PUT_INTENT);
  const link = db.prepare(
    `INSERT INTO attachment (id, commune_n, device_n, record_n, total) VALUES (@id, @communeN, @deviceN, @recordN, @total)
     ON CONFLICT (id) DO UPDATE SET record_n = excluded.record_n, total = excluded.total
         , refused = NULL, refused_seq = NULL, told_at = NULL
       WHERE commune_n = excluded.commune_n AND whole_at IS NULL`,
  );
  return {
    findDossierNumber(communeN, dossierNo) {
      const id = findNumber.get(communeN, dossierNo);
      return id && bytesToId<RecordId>(id);
    },
    putDossierNumber(communeN, dossierNo, recordN) {
      putNumber.run(communeN, dossierNo, recordN);
    },
    dropDossierNumber(communeN, dossierNo) {
      dropNumber.run(communeN, dossierNo);
    },
    setNumberDue(communeN, dossierNo, dueAt) {
      setDue.run(dueAt, communeN, dossierNo);
    },
    listIntents: (record) => ofRecord.all(idToBytes(record)).map(toIntent),
    findIntent(reference) {
      const row = findIntent.get(reference);
      return row && toIntent(row);
    },
    putIntent(communeN, state) {
      putIntent.run(toIntentColumns(communeN, state));
    },
    linkAttachment(attachment) {
      link.run({ ...attachment, id: idToBytes(attachment.id) });
    },
  };
}
