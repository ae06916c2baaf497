/** What is written about a session that is to be held: planned, changed, given up, opened. Counts nobody. */
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import type { SessionPlan } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import { openSession } from './actions.ts';

export type PlanFacts = Omit<SessionPlan, 'record'>;

/** `record`: the plan that is changed; undefined for a new one. Told to the team at once. */
export function savePlan(work: Work, record: RecordId | undefined, facts: PlanFacts): RecordId {
  const plan = record ?? work.newId();
  const { place, hamlet, kind, day, time, people } = facts;
  edit(work, plan, {
    ...{ place: place.trim(), kind, day, time },
    ...(hamlet.trim() !== '' && { hamlet: hamlet.trim() }),
    ...((people !== undefined || record !== undefined) && { people: people ?? null }),
    ...(record === undefined && { by: work.member.name }),
  });
  return plan;
}

/** Answers how to take it back. */
export function dropPlan(work: Work, record: RecordId): () => void {
  edit(work, record, { droppedAt: work.now() });
  return () => edit(work, record, { droppedAt: null });
}

/** The session that it becomes, opened now by whoever holds this phone. */
export function openPlan(work: Work, plan: SessionPlan): RecordId {
  const session = openSession(work, plan);
  edit(work, plan.record, { session });
  return session;
}

function edit(work: Work, record: RecordId, patch: Patch): void {
  work.drafts.editRecord({ collection: 'sessionPlan', record, patch });
  void work.drafts.finishEditing(record);
}
