/** Rows of communes, members and devices, as columns and as the port's objects. */
import type { CommuneId, DeviceId, MemberId } from '#shared/ids';
import { roles, type Role } from '#shared/model/collection';
import type { Standing, StoredCommune, StoredDevice, StoredMember } from '../rows.ts';
import { bytesToId } from './id-bytes.ts';

export interface CommuneColumns {
  n: number;
  id: Uint8Array;
  name: string;
  province: string;
  code: string;
  phone: string | null;
  seq: number;
  incarnation_start: number;
}

export function toCommune(row: CommuneColumns): StoredCommune {
  const { n, name, province, code, phone, seq } = row;
  const id = bytesToId<CommuneId>(row.id);
  return { n, id, name, province, code, phone, seq, incarnationStart: row.incarnation_start };
}

export interface MemberColumns {
  n: number;
  id: Uint8Array;
  commune_n: number;
  team_n: number;
  team: string;
  name: string;
  role: string;
  hamlet: string | null;
}

export const SELECT_MEMBER = `SELECT m.n, m.id, m.commune_n, m.team_n, t.name AS team, m.name, m.role, m.hamlet
  FROM member m JOIN team t ON t.n = m.team_n`;

export function toMember(row: MemberColumns): StoredMember {
  return {
    n: row.n,
    id: bytesToId<MemberId>(row.id),
    communeN: row.commune_n,
    teamN: row.team_n,
    team: row.team === '' ? null : row.team,
    name: row.name,
    role: toRole(row.role),
    hamlet: row.hamlet,
  };
}

export interface DeviceColumns {
  n: number;
  id: Uint8Array;
  commune_n: number;
  commune: Uint8Array;
  member_n: number;
  member: Uint8Array;
  member_name: string;
  team_n: number;
  role: string;
  send_key: Uint8Array;
  read_key: Uint8Array;
  name: string;
  build: string;
  words: string;
  standing: Standing;
  enrolled_at: number;
  last_seq: number;
  head: Uint8Array;
  forked: number;
  backed_up: number;
  last_seen_at: number | null;
  said_seq: number;
  said_pending: number;
  said_oldest_age: number;
  said_storage_left: number;
  said_clock_offset: number;
}

export const SELECT_DEVICE = `SELECT d.*, c.id AS commune, m.id AS member, m.name AS member_name, m.team_n, m.role
  FROM device d JOIN member m ON m.n = d.member_n JOIN commune c ON c.n = d.commune_n`;

export function toDevice(row: DeviceColumns): StoredDevice {
  return {
    n: row.n,
    id: bytesToId<DeviceId>(row.id),
    communeN: row.commune_n,
    commune: bytesToId<CommuneId>(row.commune),
    memberN: row.member_n,
    member: bytesToId<MemberId>(row.member),
    memberName: row.member_name,
    teamN: row.team_n,
    role: toRole(row.role),
    sendKey: row.send_key,
    readKey: row.read_key,
    name: row.name,
    build: row.build,
    words: JSON.parse(row.words) as string[],
    standing: row.standing,
    enrolledAt: row.enrolled_at,
    lastSeq: row.last_seq,
    head: row.head,
    forked: row.forked === 1,
    backedUp: row.backed_up,
    lastSeenAt: row.last_seen_at,
    saidSeq: row.said_seq,
    saidPending: row.said_pending,
    saidOldestAge: row.said_oldest_age,
    saidStorageLeft: row.said_storage_left,
    saidClockOffset: row.said_clock_offset,
  };
}

export function toRole(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new Error(`The database holds a role that this server does not know: ${text}`);
  return role;
}
