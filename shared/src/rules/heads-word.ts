/** Which word of the heads on a session counts, for phones and server alike, and whether its team has answered it. Has no clock. */
import type { RecordId } from '../ids.ts';
import { listEntries } from '../model/collection.ts';
import type { SessionReply } from '../model/outreach-session.ts';
import type { Patch } from '../model/operation.ts';
import { type HeadQuestion, MOST_TURNS, type SessionDecision } from '../model/review.ts';

interface Review {
  readonly record: RecordId;
  readonly values: Patch;
}

export interface HeadsWord extends SessionDecision {
  /** In which it is written. */
  readonly record: RecordId;
  /** What an answer to it names. */
  readonly key: string;
}

/** Every word that stands in these records; one that was taken back is not among them. */
export function listWords(reviews: readonly Review[]): readonly HeadsWord[] {
  return reviews.flatMap(({ record, values }) =>
    listEntries<SessionDecision>(values, 'decisions').map(([key, word]) => ({ record, key, ...word })),
  );
}

/** What decides which word counts; figures and words of before turns were counted say less of it. */
interface Said {
  readonly turn?: number | undefined;
  readonly seen?: number | undefined;
  readonly key?: string | undefined;
}

/**
 * A word that was said in knowledge of others counts before them. Of those that did not know of each other it is the one whose
 * writer had read more of the commune's changes; then the key, so that everybody comes to the same.
 */
export function pickWord<T extends Said>(words: readonly T[]): T | undefined {
  return words.reduce<T | undefined>(
    (best, word) => (best === undefined || countsBefore(word, best) ? word : best),
    undefined,
  );
}

function countsBefore(one: Said, other: Said): boolean {
  const byTurn = (one.turn ?? 0) - (other.turn ?? 0);
  const bySeen = (one.seen ?? 0) - (other.seen ?? 0);
  return (byTurn || bySeen || ((one.key ?? '') > (other.key ?? '') ? 1 : -1)) > 0;
}

/** For a word whose writer knows these. Where a faulty phone has counted to the end, `seen` decides from then on. */
export function findNextTurn(known: readonly Said[]): number {
  return Math.min(MOST_TURNS, 1 + Math.max(0, ...known.map(({ turn = 0 }) => turn)));
}

export function findWord(reviews: readonly Review[], session: string): HeadsWord | undefined {
  return pickWord(listWords(reviews.filter(({ values }) => values['session'] === session)));
}

/** `values`: the session's own. */
export function findReply(values: Patch, { key }: Pick<HeadsWord, 'key'>): SessionReply | undefined {
  return listEntries<SessionReply>(values, 'replies')
    .map(([, reply]) => reply)
    .findLast((reply) => reply.to === key);
}

/** Sent back, and nobody of the team has answered yet. */
export function isToBeMended(
  session: { readonly record: string; readonly values: Patch },
  reviews: readonly Review[],
): boolean {
  const word = findWord(reviews, session.record);
  return word?.decision === 'returned' && findReply(session.values, word) === undefined;
}

export interface AskedByHead extends HeadQuestion {
  /** What an answer to it names. */
  readonly key: string;
}

/** What the head asked of a session's team, newest first; one that was taken back is not among them. */
export function listAsked(
  reviews: readonly { readonly values: Patch }[],
  session: string,
): readonly AskedByHead[] {
  return reviews
    .filter(({ values }) => values['session'] === session)
    .flatMap(({ values }) => listEntries<HeadQuestion>(values, 'questions'))
    .map(([key, question]) => ({ key, ...question }))
    .sort((one, other) => other.at - one.at);
}

/** Of several the one that waits for its answer, whatever clock it was asked by. */
export function pickQuestion<T extends { readonly answer: unknown }>(questions: readonly T[]): T | undefined {
  return questions.findLast(({ answer }) => answer === null) ?? questions.at(-1);
}

/** Whom a question is put to: the team's leader, and whoever led that very session. */
export function isAskedOf(
  { role, name }: { readonly role: string; readonly name: string },
  session: { readonly values: Patch },
): boolean {
  return role === 'teamLeader' || session.values['leader'] === name;
}

/**
 * A request for another session is put to the hamlet's last one, and met once that is not its last any more: by the day that a
 * session says of itself, as in the figures.
 */
export function isMet(
  question: Pick<HeadQuestion, 'about'>,
  session: { readonly values: Patch },
  sessions: readonly { readonly values: Patch }[],
): boolean {
  if (question.about !== 'nextSession') return false;
  const getDay = ({ values }: { readonly values: Patch }): string => String(values['day'] ?? '');
  return sessions.some(
    (other) => other.values['hamlet'] === session.values['hamlet'] && getDay(other) > getDay(session),
  );
}
