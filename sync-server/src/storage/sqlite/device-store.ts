/** Communes, members, devices and invitations in SQLite. Who may do what is decided elsewhere. */
import type { CommuneStore, DeviceStore } from '../store.ts';
import {
  type CommuneColumns,
  type DeviceColumns,
  SELECT_DEVICE,
  toCommune,
  toDevice,
} from './device-rows.ts';
import type { Db } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';
import { createJoinWrites } from './join-writes.ts';

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
  const listHamlets = db
    .prepare<[number], string>(
      `SELECT DISTINCT hamlet FROM member
       WHERE commune_n = ? AND role IN ('volunteer', 'teamLeader') AND hamlet <> '' ORDER BY hamlet`,
    )
    .pluck();
  const join = createJoinWrites(db);
  const insertMember = db.transaction(join.insertMember);
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
    async insertMember(member) {
      return insertMember.immediate(member);
    },
    async findMember(id) {
      return join.findMember(id);
    },
    async insertDevice(device) {
      return join.insertDevice(device);
    },
    async listTeamHamlets(communeN) {
      return listHamlets.all(communeN);
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
