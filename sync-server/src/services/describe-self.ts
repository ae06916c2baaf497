/** What a device may know of itself beside its records: standing, member, commune, and once approved the commune's match key. */
import type { SelfReply } from '#shared/contracts/enrolment';
import { bytesToBase64Url, idToBytes } from '#shared/ids';
import { isOfTeam } from '#shared/model/collection';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredDevice } from '../storage/rows.ts';
import type {
  AuthorisationStore,
  CalendarStore,
  CommuneStore,
  DelegationStore,
  DeviceStore,
  MetaStore,
} from '../storage/store.ts';
import {
  describeCommune,
  describeMember,
  describeSealing,
  getCommuneByNumber,
  getMember,
  readCommuneFacts,
} from './describe-commune.ts';
import { findDeputy } from './find-deputy.ts';
import { findNewerCalendar } from './set-calendar.ts';

export interface SelfDeps {
  readonly store: CommuneStore &
    DeviceStore &
    MetaStore &
    AuthorisationStore &
    CalendarStore &
    DelegationStore;
  readonly now: () => number;
  readonly keys: KeyRing;
  readonly leaseDays: number;
  readonly postAgreement: string | null;
}

export async function describeSelf(
  { store, keys, leaseDays, postAgreement, now }: SelfDeps,
  device: StoredDevice,
  knownCalendar: number,
): Promise<SelfReply> {
  const isApproved = device.standing === 'approved';
  const authorisations = isApproved ? await store.listAuthorisations(device.communeN) : [];
  const calendar = isApproved ? await findNewerCalendar(store, device.communeN, knownCalendar) : undefined;
  const matchKey = keys.deriveMatchKey(idToBytes(device.commune));
  return {
    standing: device.standing,
    member: describeMember(await getMember(store, device.member)),
    commune: describeCommune(await getCommuneByNumber(store, device.communeN)),
    sealing: describeSealing(keys),
    matchKey: isApproved ? bytesToBase64Url(matchKey) : null,
    leaseDays,
    postAgreement,
    delegation: isApproved ? await findOwnDays(store, device, now()) : null,
    ...(calendar && { calendar }),
    teamMembers: isApproved ? await listTeam(store, device) : [],
    ...(await readCommuneFacts(store)),
    authorisations: authorisations.map((row) => ({
      decisionNumber: row.decisionNumber,
      signer: row.signer,
      from: row.validFrom,
      to: row.validTo,
      procedures: [...row.procedures],
    })),
  };
}

async function findOwnDays(
  store: DelegationStore,
  { memberN }: StoredDevice,
  now: number,
): Promise<SelfReply['delegation']> {
  const deputy = findDeputy(await store.listDelegationsOf(memberN), now);
  if (deputy?.state !== 'inForce' && deputy?.state !== 'coming') return null;
  return { from: deputy.from, to: deputy.to };
}

/** Colleagues as a session expects them; the commune's staff are no team. */
async function listTeam(
  store: DeviceStore,
  { communeN, teamN, role }: StoredDevice,
): Promise<SelfReply['teamMembers']> {
  if (teamN === 0 || !isOfTeam(role)) return [];
  const devices = await store.listDevices(communeN);
  const ofTeam = devices.filter(
    (one) => one.teamN === teamN && isOfTeam(one.role) && one.standing === 'approved',
  );
  const names = new Map(ofTeam.map(({ member, memberName }) => [member, memberName]));
  return [...names].map(([id, name]) => ({ id, name }));
}
