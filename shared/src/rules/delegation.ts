/** Days on which somebody approves in the head's place, both included: what may be asked for, and where a day stands. Has no clock. */
import { isFullDate } from './partial-date.ts';
import { countDaysBetween } from './vietnam-day.ts';

export interface DelegationDays {
  /** `yyyy-mm-dd` in Vietnam. */
  readonly from: string;
  readonly to: string;
}

export const LONGEST_DELEGATION_DAYS = 90;

/** What cannot be meant, seen from `today`; undefined when all can. */
export function findDelegationFault({ from, to }: DelegationDays, today: string): 'from' | 'to' | undefined {
  if (!isFullDate(from) || from < today) return 'from';
  if (!isFullDate(to) || to < from) return 'to';
  return countDaysBetween(from, to) < LONGEST_DELEGATION_DAYS ? undefined : 'to';
}

/** `ended`: before its last day had passed. */
export type DelegationState = 'coming' | 'inForce' | 'over' | 'ended';

export function getDelegationState(
  { from, to, endedAt }: DelegationDays & { readonly endedAt: number | null },
  today: string,
): DelegationState {
  if (endedAt !== null) return 'ended';
  if (today > to) return 'over';
  return today < from ? 'coming' : 'inForce';
}
