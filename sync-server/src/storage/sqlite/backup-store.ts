/** Copies of the whole database and what can be said of one. Where copies go and how long they stay is decided elsewhere. */
import { createHash } from 'node:crypto';
import { bytesToId, idToBytes, type DeviceId } from '#shared/ids';
import type { BackupStore, CopyFacts, MetaStore } from '../store.ts';
import { type Db, openReadOnly } from './open-database.ts';

interface ProgressColumns {
  id: Uint8Array;
  last_seq: number;
  head: Uint8Array;
  kept: number;
}

const SELECT_PROGRESS = `SELECT d.id, d.last_seq, d.head,
    (SELECT COUNT(*) FROM op o WHERE o.device_n = d.n) + (SELECT COUNT(*) FROM held_op h WHERE h.device_n = d.n) AS kept
  FROM device d ORDER BY d.id`;

const SELECT_HASH_AT = `SELECT hash FROM op WHERE device_n = (SELECT n FROM device WHERE id = @id) AND seq = @seq
  UNION ALL
  SELECT hash FROM held_op WHERE device_n = (SELECT n FROM device WHERE id = @id) AND seq = @seq`;

export function createBackupStore(db: Db): BackupStore {
  const setBackedUp = db.prepare('UPDATE device SET backed_up = MAX(backed_up, ?) WHERE id = ?');
  const hashAt = db.prepare<[{ id: Uint8Array; seq: number }], Uint8Array>(SELECT_HASH_AT).pluck();
  return {
    async copyTo(path) {
      await db.backup(path);
    },
    async inspectCopy(path) {
      const facts = inspect(path);
      // The chain's head at a sequence binds everything before it: the copy must agree with the living store there.
      for (const { device, lastSeq, head } of facts.heads) {
        const here = lastSeq === 0 ? head : hashAt.get({ id: idToBytes(device), seq: lastSeq });
        if (!here || Buffer.compare(here, head) !== 0)
          throw new Error(`The copy differs from the store at device ${device}.`);
      }
      return { stateHash: facts.stateHash, progress: facts.heads };
    },
    async setBackedUp(progress) {
      db.transaction(() =>
        progress.forEach((one) => setBackedUp.run(one.lastSeq, idToBytes(one.device))),
      ).immediate();
    },
    async checkpoint() {
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

type Head = CopyFacts['progress'][number] & { readonly head: Uint8Array };

function inspect(path: string): { stateHash: string; heads: Head[] } {
  const copy = openReadOnly(path);
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`The copy fails its integrity check: ${String(verdict)}`);
    const hash = createHash('sha256');
    const rows = copy.prepare<[], ProgressColumns>(SELECT_PROGRESS).all();
    const heads = rows.map((row) => {
      if (row.kept !== row.last_seq) throw new Error('The copy lacks operations that it says it has.');
      hash.update(row.id).update(`:${row.last_seq}:`).update(row.head);
      return { device: bytesToId<DeviceId>(row.id), lastSeq: row.last_seq, head: row.head };
    });
    for (const row of copy
      .prepare<[], { id: Uint8Array; seq: number; records: number }>(SELECT_COMMUNES)
      .iterate())
      hash.update(row.id).update(`:${row.seq}:${row.records}`);
    return { stateHash: hash.digest('hex'), heads };
  } finally {
    copy.close();
  }
}

const SELECT_COMMUNES = `SELECT c.id, c.seq, (SELECT COUNT(*) FROM record r WHERE r.commune_n = c.n) AS records
  FROM commune c ORDER BY c.id`;

export function createMetaStore(db: Db): MetaStore {
  const find = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const set = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const leap = db.prepare('UPDATE commune SET incarnation_start = seq, seq = seq + ?');
  return {
    async findMeta(key) {
      return find.get(key);
    },
    async setMeta(key, value) {
      set.run(key, value);
    },
    async beginIncarnation({ id, isRestored, jump }) {
      db.transaction(() => {
        set.run('incarnation', id);
        if (!isRestored) return;
        set.run('bornOfRestore', 'yes');
        leap.run(jump);
      }).immediate();
    },
  };
}
