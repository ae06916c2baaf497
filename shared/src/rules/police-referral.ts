/** What the police are told of somebody who wants it: no more than this, and nothing once nothing is wanted of them. Pure. */
import type { Patch } from '../model/operation.ts';
import { type PoliceErrand, policeErrands, type ShownPaper } from '../model/police-referral.ts';
import type { AccountOutcome, AccountRecord } from './account-guide.ts';

export interface ReferralFacts {
  /** Paths of the citizen's record. */
  readonly citizen: Patch;
  /** Of the account guide, as far as it was walked; empty where it was never begun. */
  readonly outcomes: readonly AccountOutcome[];
  readonly records: AccountRecord;
  readonly isGuideFinished: boolean;
  /** yyyy-mm-dd. */
  readonly day: string | undefined;
}

/** Before the guide says anything, level 2: what the consent was asked for. */
function listErrands({
  outcomes,
  records,
  isGuideFinished,
}: Omit<ReferralFacts, 'citizen' | 'day'>): PoliceErrand[] {
  const named = outcomes.flatMap(({ errand }) => errand ?? []);
  if (named.length > 0) return policeErrands.filter((errand) => named.includes(errand));
  return isGuideFinished || records.activated === true ? [] : ['level2'];
}

/** The paths of a referral that a team writes, besides whose it is; null takes one away. */
export function describeReferral(facts: ReferralFacts): Patch {
  const { fullName, phone } = facts.citizen;
  return {
    name: typeof fullName === 'string' ? fullName : '',
    phone: typeof phone === 'string' && phone !== '' ? phone : null,
    errands: listErrands(facts),
    paper: findShownPaper(facts.records) ?? null,
    day: facts.day ?? null,
  };
}

function findShownPaper({ cardValid, idDocType }: AccountRecord): ShownPaper | undefined {
  if (cardValid === true) return 'card';
  if (idDocType === 'expired' || idDocType === 'oldPaper') return idDocType;
  return cardValid === false ? 'none' : undefined;
}
