/** The head's latest word on a session, as the team's phone has pulled it. Pure. */
import { listEntries } from '#shared/model/collection';
import type { RecordId } from '#shared/ids';
import type { SessionDecision } from '#shared/model/review';
import type { RecordView } from '../../custody/record-store.ts';

export function findWord(
  reviews: readonly Pick<RecordView, 'values'>[],
  session: RecordId,
): SessionDecision | undefined {
  return reviews
    .filter(({ values }) => values['session'] === session)
    .flatMap(({ values }) => listEntries<SessionDecision>(values, 'decisions').map(([, word]) => word))
    .reduce<SessionDecision | undefined>(
      (latest, word) => (latest === undefined || word.at >= latest.at ? word : latest),
      undefined,
    );
}
