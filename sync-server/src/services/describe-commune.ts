/** What a device is told of its commune, its member and the server's pinned keys. Opens no record. */
import { bytesToBase64Url, type MemberId } from '#shared/ids';
import type { Commune, EnrolReply, Member } from '#shared/contracts/enrolment';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredCommune, StoredMember } from '../storage/rows.ts';
import type { CommuneStore, DeviceStore, MetaStore } from '../storage/store.ts';

export function describeMember(member: StoredMember): Member {
  const { id, name, role, hamlet, team } = member;
  return { id, name, role, hamlet, team };
}

export function describeCommune(commune: StoredCommune): Commune {
  const { id, name, province, code, phone } = commune;
  return { id, name, province, code, phone };
}

export function describeSealing(keys: KeyRing): EnrolReply['sealing'] {
  return { keyId: keys.sealing.keyId, key: bytesToBase64Url(keys.sealing.publicKey) };
}

export async function getCommuneByNumber(store: CommuneStore, communeN: number): Promise<StoredCommune> {
  const commune = (await store.listCommunes()).find((one) => one.n === communeN);
  if (!commune) throw new Error('A row names a commune that is not there.');
  return commune;
}

export async function getMember(store: DeviceStore, id: MemberId): Promise<StoredMember> {
  const member = await store.findMember(id);
  if (!member) throw new Error('A device names a member who is not there.');
  return member;
}

const MADE_UP_PEOPLE = 'madeUpPeople';
const PROVINCE_CODE = 'provinceCode';

/** What was settled once, when the commune was founded. */
export interface CommuneFacts {
  readonly madeUpPeople: boolean;
  /** Two digits, as in the national table of units. */
  readonly provinceCode: string;
}

export async function readCommuneFacts(store: MetaStore): Promise<CommuneFacts> {
  const madeUpPeople = (await store.findMeta(MADE_UP_PEOPLE)) === 'yes';
  return { madeUpPeople, provinceCode: (await store.findMeta(PROVINCE_CODE)) ?? '' };
}

export async function writeCommuneFacts(store: MetaStore, facts: CommuneFacts): Promise<void> {
  await store.setMeta(MADE_UP_PEOPLE, facts.madeUpPeople ? 'yes' : 'no');
  await store.setMeta(PROVINCE_CODE, facts.provinceCode);
}
