/** How far along the guide somebody is, who acts next, and what is left to do. Pure; decides no step. */
import type { ActedBy } from '#shared/model/field-kinds';
import {
  type AccountOutcome,
  type AccountRecord,
  type AccountStep,
  DONE,
  type GuideContext,
} from '#shared/rules/account-guide';

interface Known extends GuideContext {
  readonly records: AccountRecord;
}

function mayBeAsked({ when }: AccountStep, { age, records }: Known): boolean {
  if (when === undefined) return true;
  if (when.minAge !== undefined && age !== undefined && age < when.minAge) return false;
  if (when.belowAge !== undefined && (age === undefined || age >= when.belowAge)) return false;
  const wanted = Object.entries(when.records ?? {}) as [keyof AccountRecord, unknown][];
  return wanted.every(([name, value]) => records[name] === undefined || records[name] === value);
}

/** Steps from this one to the end on the longest way that is still open: the count may shrink as answers come, never grow. */
export function countStepsAhead(steps: readonly AccountStep[], from: string, known: Known): number {
  const lengths = new Map<string, number>([[DONE, 0]]);
  // From the back: every step leads to a later one.
  for (const step of [...steps].reverse()) {
    const ways = step.outcomes.map((outcome) => lengths.get(outcome.next) ?? 0);
    const length = mayBeAsked(step, known)
      ? 1 + Math.max(0, ...ways)
      : (lengths.get(step.otherwise ?? DONE) ?? 0);
    lengths.set(step.id, length);
  }
  return lengths.get(from) ?? 0;
}

/** Who is set before anybody chooses: as in the step before, else the way the team is asked to work. */
export function suggestActor(
  whoMayAct: readonly ActedBy[],
  lastActor: ActedBy | undefined,
): ActedBy | undefined {
  if (lastActor !== undefined && whoMayAct.includes(lastActor) && lastActor !== 'onBehalf') return lastActor;
  return whoMayAct.includes('guided') ? 'guided' : whoMayAct[0];
}

export type FollowUp = NonNullable<AccountOutcome['followUp']>;

/** What is still to be done, each once, in the order it came up. */
export function listFollowUps(outcomes: readonly AccountOutcome[]): FollowUp[] {
  return [...new Set(outcomes.flatMap(({ followUp }) => followUp ?? []))];
}
