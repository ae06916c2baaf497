/** Delegations of approval in SQLite. Which of them is in force is decided elsewhere. */
import type { MemberId } from '#shared/ids';
import type { BatchTx } from '../batch-tx.ts';
import type { StoredDelegation } from '../rows.ts';
import type { DelegationStore } from '../store.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';
import type { Db } from './open-database.ts';

interface DelegationColumns {
  id: Uint8Array;
  member: Uint8Array;
  name: string;
  from_day: string;
  to_day: string;
  ended_at: number | null;
}

const SELECT = `SELECT d.id, m.id AS member, m.name, d.from_day, d.to_day, d.ended_at
  FROM delegation d JOIN member m ON m.n = d.member_n`;

function toDelegation(row: DelegationColumns): StoredDelegation {
  return {
    id: bytesToId<string>(row.id),
    member: bytesToId<MemberId>(row.member),
    name: row.name,
    from: row.from_day,
    to: row.to_day,
    endedAt: row.ended_at,
  };
}

export function createDelegationReads(db: Db): Pick<BatchTx, 'listDelegationsOf'> {
  const list = db.prepare<[number], DelegationColumns>(`${SELECT} WHERE d.member_n = ? ORDER BY d.n`);
  return { listDelegationsOf: (memberN) => list.all(memberN).map(toDelegation) };
}

export function createDelegationStore(db: Db): DelegationStore {
  const { listDelegationsOf } = createDelegationReads(db);
  const list = db.prepare<[number], DelegationColumns>(`${SELECT} WHERE d.commune_n = ? ORDER BY d.n`);
  const put = db.prepare(
    `INSERT INTO delegation (id, commune_n, member_n, from_day, to_day, made_by, made_at)
     SELECT @id, @communeN, n, @from, @to, @madeBy, @madeAt FROM member
     WHERE id = @member AND commune_n = @communeN AND NOT EXISTS (
       SELECT 1 FROM delegation WHERE commune_n = @communeN AND ended_at IS NULL AND to_day >= @today
     )`,
  );
  const end = db.prepare(
    'UPDATE delegation SET ended_by = @by, ended_at = @at WHERE id = @id AND ended_at IS NULL',
  );
  return {
    async listDelegations(communeN) {
      return list.all(communeN).map(toDelegation);
    },
    async listDelegationsOf(memberN) {
      return listDelegationsOf(memberN);
    },
    async putDelegation({ id, member, madeBy, ...row }) {
      const ids = { id: idToBytes(id), member: idToBytes(member), madeBy: idToBytes(madeBy) };
      return put.run({ ...row, ...ids }).changes === 1;
    },
    async endDelegation(id, { by, at }) {
      end.run({ id: idToBytes(id), by: idToBytes(by), at });
    },
  };
}
