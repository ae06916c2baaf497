/** What the head asked of a session's team, each with the answer that came. */
import type { AskedQuestion } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import type { SessionReply } from '#shared/model/outreach-session';
import type { HeadQuestion } from '#shared/model/review';
import type { HidePeople } from './hide-people.ts';
import { listBelow } from './read-fields.ts';

interface Asked {
  readonly session: RecordState;
  readonly reviews: readonly RecordState[];
}

/** Oldest first; one that was taken back is not among them. The answer that was heard last counts. */
export function listQuestions(
  { session, reviews }: Asked,
  hide: HidePeople,
): (AskedQuestion & Pick<HeadQuestion, 'about'>)[] {
  const replies = listReplies(session);
  return reviews
    .flatMap((review) =>
      listBelow<HeadQuestion>(review, 'questions').map(([key, asked]) => ({
        ...asked,
        key,
        record: review.record,
      })),
    )
    .map(({ record, key, by, at, text, about, delegation }) => {
      const reply = replies.findLast(({ to }) => to === key);
      const answer = reply ? { by: reply.by, at: reply.at, note: hide(reply.note ?? '') } : null;
      return { record, key, by, at, text, about, answer, isDeputy: delegation !== undefined };
    })
    .sort((one, other) => one.at - other.at);
}

export function listReplies(session: RecordState): SessionReply[] {
  return listBelow<SessionReply>(session, 'replies').map(([, reply]) => reply);
}
