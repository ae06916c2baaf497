/** The head's latest word on a session and whether its team has answered it, from the records that a phone has pulled. Has no clock. */
import { listEntries } from '../model/collection.ts';
import type { SessionReply } from '../model/outreach-session.ts';
import type { Patch } from '../model/operation.ts';
import type { HeadQuestion, SessionDecision } from '../model/review.ts';

export interface HeadsWord extends SessionDecision {
  /** What an answer to it names. */
  readonly key: string;
}

export function findWord(
  reviews: readonly { readonly values: Patch }[],
  session: string,
): HeadsWord | undefined {
  return reviews
    .filter(({ values }) => values['session'] === session)
    .flatMap(({ values }) => listEntries<SessionDecision>(values, 'decisions'))
    .map(([key, word]) => ({ key, ...word }))
    .reduce<HeadsWord | undefined>(
      (latest, word) => (latest === undefined || word.at >= latest.at ? word : latest),
      undefined,
    );
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
  reviews: readonly { readonly values: Patch }[],
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

/** Whom a question is put to: the team's leader, and whoever led that very session. */
export function isAskedOf(
  { role, name }: { readonly role: string; readonly name: string },
  session: { readonly values: Patch },
): boolean {
  return role === 'teamLeader' || session.values['leader'] === name;
}

/** A request for another session is met by holding one. */
export function isMet(
  question: Pick<HeadQuestion, 'about' | 'at'>,
  session: { readonly values: Patch },
  sessions: readonly { readonly values: Patch }[],
): boolean {
  if (question.about !== 'nextSession') return false;
  return sessions.some(
    ({ values }) =>
      values['hamlet'] === session.values['hamlet'] && Number(values['openedAt'] ?? 0) > question.at,
  );
}
