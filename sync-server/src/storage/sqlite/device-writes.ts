/** The part of a batch's transaction that moves devices and the commune's change sequence. */
import type { BatchTx } from '../batch-tx.ts';
import { type DeviceColumns, SELECT_DEVICE, toDevice } from './device-rows.ts';
import type { Db } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';

type DeviceWrites = Pick<
  BatchTx,
  'findDevice' | 'setProgress' | 'setStanding' | 'getCommuneSeq' | 'setCommuneSeq' | 'putChange'
>;

export function createDeviceWrites(db: Db): DeviceWrites {
  const find = db.prepare<[Uint8Array], DeviceColumns>(`${SELECT_DEVICE} WHERE d.id = ?`);
  const setProgress = db.prepare('UPDATE device SET last_seq = ?, head = ?, forked = ? WHERE n = ?');
  const setStanding = db.prepare(
    'UPDATE device SET standing = ?, decided_at = ?, decided_by = ? WHERE n = ?',
  );
  const communeSeq = db.prepare<[number], number>('SELECT seq FROM commune WHERE n = ?').pluck();
  const setCommuneSeq = db.prepare('UPDATE commune SET seq = ? WHERE n = ?');
  const putChange = db.prepare(
    `INSERT INTO change (commune_n, seq, record_n, op_n, origin, kind)
     VALUES (@communeN, @seq, @recordN, @opN, @origin, @kind)`,
  );
  return {
    findDevice(id) {
      const row = find.get(idToBytes(id));
      return row && toDevice(row);
    },
    setProgress(deviceN, { lastSeq, head, forked }) {
      setProgress.run(lastSeq, head, Number(forked), deviceN);
    },
    setStanding(deviceN, standing, { by, at }) {
      setStanding.run(standing, at, idToBytes(by), deviceN);
    },
    getCommuneSeq(communeN) {
      const seq = communeSeq.get(communeN);
      if (seq === undefined) throw new Error('A batch names a commune that is not there.');
      return seq;
    },
    setCommuneSeq(communeN, seq) {
      setCommuneSeq.run(seq, communeN);
    },
    putChange(change) {
      putChange.run(change);
    },
  };
}
