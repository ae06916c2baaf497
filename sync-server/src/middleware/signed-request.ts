/** The door of every signed route: who signed, with which key, in which standing and role. What is asked for it does not know. */
import type { WireError } from '#shared/contracts/error-codes';
import type { Role } from '#shared/model/collection';
import { err, type Result } from '#shared/result';
import { findDeputyRefusal } from '../services/find-deputy.ts';
import {
  type SignedCaller,
  type VerifyDeps,
  verifySignedRequest,
} from '../services/verify-signed-request.ts';
import type { Standing } from '../storage/rows.ts';
import type { DelegationStore } from '../storage/store.ts';

/** Who may pass; a route declares it. */
export interface Admission {
  readonly access: 'anyDevice' | 'readKey';
  readonly roles: readonly Role[];
  readonly standings: readonly Standing[];
  /** Also whoever approves in the head's place, on their days. */
  readonly deputies?: boolean;
}

export interface DoorDeps extends VerifyDeps {
  readonly store: VerifyDeps['store'] & Pick<DelegationStore, 'listDelegationsOf'>;
  /** Server clock, milliseconds. */
  readonly now: () => number;
}

export interface SignedBody {
  readonly bytes: Uint8Array;
  readonly route: string;
}

/** Key before standing before role: a lost phone's send key is not told what its owner may do. */
export async function admitCaller(
  deps: DoorDeps,
  admission: Admission,
  body: SignedBody,
): Promise<Result<SignedCaller, WireError>> {
  const verified = await verifySignedRequest(deps, body);
  if (!verified.ok) return verified;
  const { device, key } = verified.value;
  if (admission.access === 'readKey' && key !== 'read') return err({ error: 'readKeyNeeded' });
  if (!admission.standings.includes(device.standing)) {
    return err({ error: device.standing === 'revoked' ? 'deviceRevoked' : 'deviceWaiting' });
  }
  if (admission.roles.includes(device.role)) return verified;
  if (admission.deputies !== true) return err({ error: 'notAllowed' });
  const refusal = await findDeputyRefusal(deps.store, device, deps.now());
  return refusal ? err(refusal) : verified;
}
