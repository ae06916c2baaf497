/** The head's latest word on a session and whether its team has answered it, from the records that a phone has pulled. Has no clock. */
import { listEntries } from '../model/collection.ts';
import type { SessionReply } from '../model/outreach-session.ts';
import type { Patch } from '../model/operation.ts';
import type { SessionDecision } from '../model/review.ts';

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
