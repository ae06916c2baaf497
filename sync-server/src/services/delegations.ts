/** A head names who approves in their place, and for which days; and ends it. */
import { randomBytes } from 'node:crypto';
import type { Delegation, DelegateRequest, DelegationReply } from '#shared/contracts/review';
import type { WireError } from '#shared/contracts/error-codes';
import { bytesToId, type MemberId } from '#shared/ids';
import type { Role } from '#shared/model/collection';
import { err, ok, type Result } from '#shared/result';
import { findDelegationFault, getDelegationState } from '#shared/rules/delegation';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { StoredDelegation, StoredDevice } from '../storage/rows.ts';
import type { DelegationStore, DeviceStore } from '../storage/store.ts';
import type { Administration } from './administer-devices.ts';
import { findOpenDelegation } from './find-deputy.ts';

/** A head needs nobody's leave, and nobody of a team approves what their own team has done. */
const MAY_DEPUTISE: readonly Role[] = ['officer', 'administrator'];

export interface DelegationKeeper extends Pick<Administration, 'recordAudit' | 'noteDecision' | 'now'> {
  readonly store: DelegationStore & DeviceStore;
}

export async function describeDelegation(
  { store, now }: Pick<DelegationKeeper, 'store' | 'now'>,
  communeN: number,
): Promise<DelegationReply> {
  const candidates = await listCandidates(store, communeN);
  return { delegation: await findOpenDelegation(store, communeN, now()), candidates };
}

/** Whoever may be named: of the commune's staff, with a machine that is let in. */
async function listCandidates(store: DeviceStore, communeN: number): Promise<DelegationReply['candidates']> {
  const devices = await store.listDevices(communeN);
  const able = devices.filter(({ role, standing }) => MAY_DEPUTISE.includes(role) && standing === 'approved');
  const byMember = new Map(able.map(({ member, memberName, role }) => [member, { name: memberName, role }]));
  return [...byMember].map(([member, { name, role }]) => ({ member, name, role }));
}

/**
 * A person of another commune, one of a team and one who never was are one answer. `fieldInvalid` with `delegation` while
 * another one is open: it is to be ended first. The same asked again is the same.
 */
export async function delegate(
  { store, recordAudit, now }: DelegationKeeper,
  head: StoredDevice,
  { member, from, to }: DelegateRequest,
): Promise<Result<Delegation, WireError>> {
  const { communeN } = head;
  const at = now();
  const today = getVietnamDay(at);
  const candidates = await listCandidates(store, communeN);
  if (!candidates.some((one) => one.member === member)) return err({ error: 'notFound', field: 'member' });
  const before = await findOpenDelegation(store, communeN, at);
  if (before && before.member === member && before.from === from && before.to === to) return ok(before);
  const taken = err<WireError>({ error: 'fieldInvalid', field: 'delegation' });
  if (before) return taken;
  const field = findDelegationFault({ from, to }, today);
  if (field !== undefined) return err({ error: 'fieldInvalid', field });
  await recordAudit({
    ...describeHead(head),
    action: 'delegateReview',
    object: member,
    reason: `${from} ${to}`,
  });
  const days = { communeN, member: member as MemberId, from, to, today };
  const isPut = await store.putDelegation({
    id: bytesToId(randomBytes(16)),
    ...days,
    madeBy: head.member,
    madeAt: at,
  });
  const made = await findOpenDelegation(store, communeN, at);
  return isPut && made ? ok(made) : taken;
}

/** At once. One that is over already is left as it is; one of another commune looks the same as none. */
export async function endDelegation(
  { store, recordAudit, noteDecision, now }: DelegationKeeper,
  head: StoredDevice,
  id: string,
): Promise<Result<void, WireError>> {
  const at = now();
  const known = (await store.listDelegations(head.communeN)).find((row) => row.id === id);
  if (!known) return err({ error: 'notFound' });
  if (isOver(known, getVietnamDay(at))) return ok(undefined);
  await recordAudit({ ...describeHead(head), action: 'endDelegation', object: id, reason: null });
  noteDecision({ type: 'delegationEnded', delegation: id, at });
  await store.endDelegation(id, { by: head.member, at });
  return ok(undefined);
}

function isOver(row: StoredDelegation, today: string): boolean {
  return ['over', 'ended'].includes(getDelegationState(row, today));
}

function describeHead({ commune, member, id }: StoredDevice) {
  return { commune, member, device: id };
}
