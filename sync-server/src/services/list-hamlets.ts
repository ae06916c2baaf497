/** Every hamlet that the commune has heard of, with its last session and what the head asked there since. */
import type { ReviewReply } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { pickQuestion } from '#shared/rules/heads-word';
import type { HidePeople } from './hide-people.ts';
import { listQuestions } from './list-questions.ts';
import { readText } from './read-fields.ts';

interface HamletParts {
  readonly sessions: readonly RecordState[];
  /** Hamlets of the teams' members. One that never had a session has no last day. */
  readonly named: readonly string[];
  readonly listReviews: (session: RecordId) => Promise<readonly RecordState[]>;
  readonly hide: HidePeople;
}

/** As a team typed it, without whoever is named in it; a name that the office gave is left as it is. */
export function nameHamlet(
  session: RecordState,
  { named, hide }: Pick<HamletParts, 'named' | 'hide'>,
): string {
  const typed = readText(session, 'hamlet');
  return named.includes(typed) ? typed : hide(typed);
}

export async function listHamlets({
  sessions,
  named,
  listReviews,
  hide,
}: HamletParts): Promise<ReviewReply['hamlets']> {
  const last = new Map<string, RecordState | null>(named.map((hamlet) => [hamlet, null]));
  for (const session of sessions) {
    const [hamlet, day] = [nameHamlet(session, { named, hide }), readText(session, 'day')];
    const known = last.get(hamlet);
    if (hamlet !== '' && (!known || day > readText(known, 'day'))) last.set(hamlet, session);
  }
  const hamlets: ReviewReply['hamlets'] = [];
  for (const [hamlet, session] of last) {
    if (!session) {
      hamlets.push({ hamlet, lastDay: null, lastSession: null, request: null });
      continue;
    }
    const reviews = await listReviews(session.record);
    const asked = listQuestions({ session, reviews }, hide);
    const request = pickQuestion(asked.filter(({ about }) => about === 'nextSession'));
    hamlets.push({
      ...{ hamlet, lastDay: readText(session, 'day'), lastSession: session.record },
      request: request ?? null,
    });
  }
  return hamlets;
}
