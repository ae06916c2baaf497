/** Every hamlet that the commune has heard of, with the day of its last session. */
import type { ReviewReply } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import { readText } from './read-fields.ts';

/** `named`: hamlets of the teams' members. One that never had a session has no last day. */
export function listHamlets(
  sessions: readonly RecordState[],
  named: readonly string[],
): ReviewReply['hamlets'] {
  const last = new Map<string, string | null>(named.map((hamlet) => [hamlet, null]));
  for (const session of sessions) {
    const [hamlet, day] = [readText(session, 'hamlet'), readText(session, 'day')];
    if (hamlet !== '' && day > (last.get(hamlet) ?? '')) last.set(hamlet, day);
  }
  return [...last].map(([hamlet, lastDay]) => ({ hamlet, lastDay }));
}
