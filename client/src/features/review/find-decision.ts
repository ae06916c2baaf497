/** The head's latest word on a session: what was written here before it was sent, else what the commune knows. */
import type { SessionCounted, SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type { SessionDecision } from '#shared/model/review';
import type { RecordView } from '../../custody/record-store.ts';

export interface ShownDecision {
  readonly decision: SessionDecision['decision'];
  readonly by: string;
  readonly at: number;
  readonly reason: string | undefined;
  /** What was counted when it was said; undefined where that is not known. */
  readonly counted: SessionCounted | undefined;
  /** Where it is written on this device; undefined for one that only the figures tell of. */
  readonly place: { readonly record: RecordId; readonly path: string } | undefined;
}

/** One record per session: a second head adds to it. */
export function findReview(reviews: readonly RecordView[], session: string): RecordView | undefined {
  return reviews.find((review) => review.values['session'] === session);
}

/**
 * `isWaiting`: the record has something that the commune has not received, so its own last word counts whatever a
 * clock says. A word that was taken back is no word.
 */
export function findDecision(
  { session, decision: told }: Pick<SessionSummary, 'session' | 'decision'>,
  reviews: readonly RecordView[],
  isWaiting: (record: RecordId) => boolean,
): ShownDecision | undefined {
  const review = findReview(reviews, session);
  const written = review && findLatest(review);
  if (review && isWaiting(review.record)) return written;
  if (!told) return written;
  if (written && written.at >= told.at) return written;
  const { decision, by, at, reason, counted } = told;
  return {
    ...{ decision, by, at, reason: reason ?? undefined, counted: counted ?? undefined },
    place: undefined,
  };
}

function findLatest({ record, values }: RecordView): ShownDecision | undefined {
  const entries = listEntries<SessionDecision>(values, 'decisions');
  const latest = entries.reduce<(typeof entries)[number] | undefined>(
    (best, entry) => (best === undefined || entry[1].at >= best[1].at ? entry : best),
    undefined,
  );
  if (!latest) return undefined;
  const [key, { decision, by, at, reason, counted }] = latest;
  return { decision, by, at, reason, counted, place: { record, path: `decisions/${key}` } };
}
