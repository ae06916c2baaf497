/** In whose place this person reads the log: their own as a head, a head's on the days of a delegation, or nobody's. Has no clock. */
import type { Delegation } from '#shared/contracts/review';
import type { WireError } from '#shared/contracts/error-codes';
import type { Work } from '../../custody/work.ts';
import type { Figures } from './queries.ts';

/** Why the log is shut, as the commune says it; undefined where it is open. */
export interface Shut {
  readonly state: 'coming' | 'over' | 'ended';
  readonly from: string;
  readonly to: string;
}

/** Undefined for a head. The figures tell of it, those that were kept too. */
export function findDeputy({ member }: Pick<Work, 'member'>, { reply }: Figures): Delegation | undefined {
  const delegation = reply?.delegation;
  return member.role !== 'head' && delegation?.member === member.id ? delegation : undefined;
}

/**
 * The commune's own word counts first. Without a line there is only this machine's clock, and it shuts what it takes to be
 * over: what would be approved then could not count.
 */
export function findShut(
  deputy: Delegation | undefined,
  fault: Figures['fault'],
  today: string,
): Shut | undefined {
  if (fault?.refusal?.error === 'outsideDelegation') return readDetail(fault.refusal);
  if (!deputy || !fault || today <= deputy.to) return undefined;
  return { state: 'over', from: deputy.from, to: deputy.to };
}

function readDetail({ detail }: WireError): Shut {
  const { state, from, to } = detail ?? {};
  const known = state === 'coming' || state === 'ended' ? state : 'over';
  return { state: known, from: String(from), to: String(to) };
}
