/** The part of a transaction that lets somebody join: the code is spent, the person and the device are there, or none of it. */
import { GENESIS } from '#shared/model/envelope';
import type { BatchTx } from '../batch-tx.ts';
import {
  type DeviceColumns,
  type MemberColumns,
  SELECT_DEVICE,
  SELECT_MEMBER,
  toDevice,
  toMember,
} from './device-rows.ts';
import type { Db } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';

type MemberWrites = Pick<BatchTx, 'findMember' | 'findMemberLike' | 'insertMember'>;
type JoinWrites = MemberWrites & Pick<BatchTx, 'spendInvitation' | 'insertDevice'>;

export function createJoinWrites(db: Db): JoinWrites {
  const spend = db.prepare('UPDATE invitation SET spent_at = ? WHERE n = ? AND spent_at IS NULL');
  const find = db.prepare<[Uint8Array], DeviceColumns>(`${SELECT_DEVICE} WHERE d.id = ?`);
  const insert = db.prepare(
    `INSERT INTO device (id, member_n, commune_n, send_key, read_key, name, build, words, standing, enrolled_at, head)
     SELECT @id, n, commune_n, @sendKey, @readKey, @name, @build, @words, 'waiting', @enrolledAt, @head
     FROM member WHERE n = @memberN`,
  );
  return {
    ...createMemberWrites(db),
    spendInvitation: (invitationN, at) => spend.run(at, invitationN).changes === 1,
    insertDevice(device) {
      const { sendKey, readKey, name, build, enrolledAt, memberN } = device;
      const id = idToBytes(device.id);
      const words = JSON.stringify(device.words);
      insert.run({ id, memberN, sendKey, readKey, name, build, words, enrolledAt, head: GENESIS });
      const row = find.get(id);
      if (!row) throw new Error('A device was enrolled for a member who is not there.');
      return toDevice(row);
    },
  };
}

function createMemberWrites(db: Db): MemberWrites {
  const addTeam = db.prepare('INSERT INTO team (commune_n, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insert = db.prepare(
    `INSERT INTO member (id, commune_n, team_n, name, role, hamlet, created_at)
     SELECT @id, @communeN, n, @name, @role, @hamlet, @createdAt FROM team WHERE commune_n = @communeN AND name = @team`,
  );
  const find = db.prepare<[Uint8Array], MemberColumns>(`${SELECT_MEMBER} WHERE m.id = ?`);
  const like = db.prepare<[Record<string, unknown>], MemberColumns>(
    `${SELECT_MEMBER} WHERE m.commune_n = @communeN AND m.name = @name AND m.role = @role AND m.hamlet IS @hamlet
     ORDER BY m.n LIMIT 1`,
  );
  return {
    findMember(id) {
      const row = find.get(idToBytes(id));
      return row && toMember(row);
    },
    findMemberLike({ communeN, name, role, hamlet }) {
      const row = like.get({ communeN, name, role, hamlet });
      return row && toMember(row);
    },
    insertMember(member) {
      const id = idToBytes(member.id);
      const team = member.team ?? '';
      addTeam.run(member.communeN, team);
      const { communeN, name, role, hamlet, createdAt } = member;
      insert.run({ id, communeN, name, role, hamlet, createdAt, team });
      const row = find.get(id);
      if (!row) throw new Error('A member did not reach the table.');
      return toMember(row);
    },
  };
}
