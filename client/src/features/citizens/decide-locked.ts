/** What a yes to somebody who was written down locked comes to: which record, which words, which session. Writes nothing. */
import type { RecordId } from '#shared/ids';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { describeArrival } from './describe-arrival.ts';
import { layOverKnown, type LockedPerson } from './locked-person.ts';
import { type PersonDraft, readRecordIntoDraft } from './person-draft.ts';
import { listByNumber } from './queries.ts';
import type { SessionAnswers } from './session-questions.tsx';

/** Equal numbers are one person: the record that is here goes on. So it does where more was written after they were confirmed. */
export function findKnown(
  work: Work,
  { citizen }: Pick<LockedPerson, 'citizen'>,
  { personalId }: PersonDraft,
): RecordView | undefined {
  const number = personalId.replace(/\s/g, '');
  const byNumber = number === '' ? undefined : listByNumber(work, number)[0];
  return byNumber ?? work.store.findRecord(citizen);
}

export interface Yes {
  /** The boxes as they were confirmed. */
  readonly done: PersonDraft;
  /** The session that is open here; undefined without one. */
  readonly session: RecordId | undefined;
  readonly answers: SessionAnswers;
}

export function decideLocked(
  work: Work,
  person: LockedPerson,
  { done, session, answers }: Yes,
): LockedPerson {
  const known = findKnown(work, person, done);
  const draft = known ? layOverKnown(readRecordIntoDraft(known.values), done) : done;
  return {
    ...person,
    draft,
    ...(known && { citizen: known.record, isKnown: true }),
    ...(session && { arrival: { session, ...describeArrival(work, draft, answers) } }),
  };
}
