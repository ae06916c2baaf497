/** Who approves in the head's place now: for the figures, for the door, and for each word that arrives. Changes nothing. */
import type { Delegation } from '#shared/contracts/review';
import type { WireError } from '#shared/contracts/error-codes';
import type { Deputy } from '#shared/custody/server-types';
import { getDelegationState } from '#shared/rules/delegation';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { StoredDelegation, StoredDevice } from '../storage/rows.ts';
import type { DelegationStore } from '../storage/store.ts';

/** The one that is in force or still to come. */
export async function findOpenDelegation(
  store: DelegationStore,
  communeN: number,
  now: number,
): Promise<Delegation | null> {
  const today = getVietnamDay(now);
  for (const row of await store.listDelegations(communeN)) {
    const state = getDelegationState(row, today);
    const { id, member, name, from, to } = row;
    if (state === 'coming' || state === 'inForce') return { id, member, name, from, to, state };
  }
  return null;
}

/** What of these rows says something of `now`: the one that is in force, else the one that was made last. */
export function findDeputy(rows: readonly StoredDelegation[], now: number): Deputy | undefined {
  const today = getVietnamDay(now);
  const deputies = rows.map((row): Deputy => {
    const { id, name, from, to } = row;
    return { delegation: id, name, from, to, state: getDelegationState(row, today) };
  });
  return deputies.find(({ state }) => state === 'inForce') ?? deputies.at(-1);
}

/** Undefined: may pass. Who was never named is told what anybody is told. */
export async function findDeputyRefusal(
  store: Pick<DelegationStore, 'listDelegationsOf'>,
  device: StoredDevice,
  now: number,
): Promise<WireError | undefined> {
  const deputy = findDeputy(await store.listDelegationsOf(device.memberN), now);
  if (!deputy) return { error: 'notAllowed' };
  const { from, to, state } = deputy;
  return state === 'inForce' ? undefined : { error: 'outsideDelegation', detail: { state, from, to } };
}
