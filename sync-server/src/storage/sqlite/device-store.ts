/** Communes, members, devices and invitations in SQLite. Who may do what is decided elsewhere. */
import { GENESIS } from '#shared/model/envelope';
import type { CommuneStore, DeviceStore } from '../store.ts';
import {
  type CommuneColumns,
  type DeviceColumns,
  type MemberColumns,
  SELECT_DEVICE,
  SELECT_MEMBER,
  toCommune,
  toDevice,
  toMember,
} from './device-rows.ts';
import type { Db } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';

export function createCommuneStore(db: Db): CommuneStore {
  const insert = db.prepare(
    'INSERT INTO commune (id, name, province, code, phone) VALUES (@id, @name, @province, @code, @phone)',
  );
  const find = db.prepare<[Uint8Array], CommuneColumns>('SELECT * FROM commune WHERE id = ?');
  const list = db.prepare<[], CommuneColumns>('SELECT * FROM commune ORDER BY n');
  return {
    async insertCommune(commune) {
      const { lastInsertRowid } = insert.run({ ...commune, id: idToBytes(commune.id) });
      return { ...commune, n: Number(lastInsertRowid), seq: 0, incarnationStart: 0 };
    },
    async findCommune(id) {
      const row = find.get(idToBytes(id));
      return row && toCommune(row);
    },
    async listCommunes() {
      return list.all().map(toCommune);
    },
  };
}

export function createDeviceStore(db: Db): DeviceStore {
  const find = db.prepare<[Uint8Array], DeviceColumns>(`${SELECT_DEVICE} WHERE d.id = ?`);
  const list = db.prepare<[number], DeviceColumns>(`${SELECT_DEVICE} WHERE d.commune_n = ? ORDER BY d.n`);
  const insert = db.prepare(
    `INSERT INTO device (id, member_n, commune_n, send_key, read_key, name, build, words, standing, enrolled_at, head)
     SELECT @id, n, commune_n, @sendKey, @readKey, @name, @build, @words, 'waiting', @enrolledAt, @head
     FROM member WHERE n = @memberN`,
  );
  const setStanding = db.prepare(
    'UPDATE device SET standing = @standing, decided_at = @at, decided_by = @by WHERE n = @deviceN',
  );
  const setHeartbeat = db.prepare(
    `UPDATE device SET last_seen_at = @lastSeenAt, said_seq = @saidSeq, said_pending = @saidPending,
       said_oldest_age = @saidOldestAge, said_storage_left = @saidStorageLeft,
       said_clock_offset = @saidClockOffset, build = @build WHERE n = @deviceN`,
  );
  const countHeld = db.prepare<[number], number>('SELECT COUNT(*) FROM held_op WHERE device_n = ?').pluck();
  return {
    ...createMemberStore(db),
    async insertDevice(device) {
      const { sendKey, readKey, name, build, enrolledAt, memberN } = device;
      const id = idToBytes(device.id);
      const words = JSON.stringify(device.words);
      insert.run({ id, memberN, sendKey, readKey, name, build, words, enrolledAt, head: GENESIS });
      const row = find.get(id);
      if (!row) throw new Error('A device was enrolled for a member who is not there.');
      return toDevice(row);
    },
    async findDevice(id) {
      const row = find.get(idToBytes(id));
      return row && toDevice(row);
    },
    async listDevices(communeN) {
      return list.all(communeN).map(toDevice);
    },
    async setStanding(deviceN, standing, decided) {
      setStanding.run({ deviceN, standing, at: decided.at, by: idToBytes(decided.by) });
    },
    async setHeartbeat(deviceN, heartbeat) {
      setHeartbeat.run({ deviceN, ...heartbeat });
    },
    async countHeld(deviceN) {
      return countHeld.get(deviceN) ?? 0;
    },
  };
}

function createMemberStore(db: Db): Pick<DeviceStore, 'insertMember' | 'findMember'> {
  const addTeam = db.prepare('INSERT INTO team (commune_n, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insert = db.prepare(
    `INSERT INTO member (id, commune_n, team_n, name, role, hamlet, created_at)
     SELECT @id, @communeN, n, @name, @role, @hamlet, @createdAt FROM team WHERE commune_n = @communeN AND name = @team`,
  );
  const find = db.prepare<[Uint8Array], MemberColumns>(`${SELECT_MEMBER} WHERE m.id = ?`);
  const insertBoth = db.transaction((member: Parameters<DeviceStore['insertMember']>[0]) => {
    const id = idToBytes(member.id);
    const team = member.team ?? '';
    addTeam.run(member.communeN, team);
    const { communeN, name, role, hamlet, createdAt } = member;
    insert.run({ id, communeN, name, role, hamlet, createdAt, team });
    const row = find.get(id);
    if (!row) throw new Error('A member did not reach the table.');
    return toMember(row);
  });
  return {
    async insertMember(member) {
      return insertBoth.immediate(member);
    },
    async findMember(id) {
      const row = find.get(idToBytes(id));
      return row && toMember(row);
    },
  };
}
