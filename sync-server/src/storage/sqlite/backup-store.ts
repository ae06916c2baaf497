/** Copies of the whole database and what can be said of one. Where copies go and how long they stay is decided elsewhere. */
import { statSync } from 'node:fs';
import type { BackupStore, MetaStore } from '../store.ts';
import { inspectApart } from './inspect-apart.ts';
import { inspectCopy } from './inspect-copy.ts';
import { type Db, leaveJournal } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';

/** Up to here the check takes less than starting a process for it. */
const LARGE_BYTES = 32 * 1024 * 1024;

const SELECT_HASH_AT = `SELECT hash FROM op WHERE device_n = (SELECT n FROM device WHERE id = @id) AND seq = @seq
  UNION ALL
  SELECT hash FROM held_op WHERE device_n = (SELECT n FROM device WHERE id = @id) AND seq = @seq`;

export function createBackupStore(db: Db): BackupStore {
  const setBackedUp = db.prepare('UPDATE device SET backed_up = MAX(backed_up, ?) WHERE id = ?');
  const hashAt = db.prepare<[{ id: Uint8Array; seq: number }], Uint8Array>(SELECT_HASH_AT).pluck();
  return {
    async copyTo(path) {
      await db.backup(path);
      leaveJournal(path);
    },
    async inspectCopy(path) {
      const isLarge = statSync(path).size > LARGE_BYTES;
      const facts = isLarge ? await inspectApart(path) : inspectCopy(path);
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

export function createMetaStore(db: Db): MetaStore {
  const find = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const set = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const communes = db.prepare<[], { n: number; seq: number }>('SELECT n, seq FROM commune');
  const revoke = db.prepare(
    "UPDATE device SET standing = 'revoked', decided_at = ? WHERE id = ? AND standing <> 'revoked'",
  );
  const voidInvitations = db.prepare('UPDATE invitation SET spent_at = ? WHERE spent_at IS NULL');
  const endDelegation = db.prepare('UPDATE delegation SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const goOn = db.prepare('UPDATE commune SET incarnation_start = seq, seq = ? WHERE n = ?');
  return {
    async findMeta(key) {
      return find.get(key);
    },
    async setMeta(key, value) {
      set.run(key, value);
    },
    async beginIncarnation({ id, restored }) {
      db.transaction(() => {
        set.run('incarnation', id);
        if (!restored) return;
        const { life, at, findStart } = restored;
        set.run('bornOfRestore', 'yes');
        set.run('life', String(life));
        for (const { n, seq } of communes.all()) goOn.run(findStart(seq), n);
        for (const device of restored.revoked) revoke.run(at, idToBytes(device));
        for (const delegation of restored.endedDelegations) endDelegation.run(at, idToBytes(delegation));
        // Which of them were used after the copy was made, nobody can say.
        voidInvitations.run(at);
      }).immediate();
    },
  };
}
