/** The head's word that counts on a session, of what is written here and what the commune knows. */
import type { SessionCounted, SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { SessionDecision } from '#shared/model/review';
import { type HeadsWord, listWords, pickWord } from '#shared/rules/heads-word';
import type { RecordView } from '../../custody/record-store.ts';

type Told = NonNullable<SessionSummary['decision']>;

export interface ShownDecision {
  /** Undefined where figures of before do not tell it, as the two below. */
  readonly key?: string | undefined;
  readonly turn?: number | undefined;
  readonly seen?: number | undefined;
  readonly decision: SessionDecision['decision'];
  readonly by: string;
  /** In the head's place. */
  readonly isDeputy?: boolean;
  readonly at: number;
  readonly reason: string | undefined;
  /** What was counted when it was said; undefined where that is not known. */
  readonly counted: SessionCounted | undefined;
  /** Where it is written on this device; undefined for one that only the figures tell of. */
  readonly place: { readonly record: RecordId; readonly path: string } | undefined;
}

export function listReviews(reviews: readonly RecordView[], session: string): readonly RecordView[] {
  return reviews.filter((review) => review.values['session'] === session);
}

/** One record per session: a second head adds to it. */
export function findReview(reviews: readonly RecordView[], session: string): RecordView | undefined {
  return listReviews(reviews, session)[0];
}

/**
 * By the rule that the commune goes by as well, of what is written here, sent or not, and what the figures tell. A word that was
 * taken back is no word, though figures that are a minute old still tell of it.
 */
export function findDecision(
  { session, decision: told }: Pick<SessionSummary, 'session' | 'decision'>,
  reviews: readonly RecordView[],
  isWaiting: (record: RecordId) => boolean,
): ShownDecision | undefined {
  const here = listReviews(reviews, session);
  const written = listWords(here).map(showWritten);
  if (!told || written.some(({ key }) => key === told.key)) return pickWord(written);
  return pickWord(isTakenBack(told, here, isWaiting) ? written : [...written, showTold(told)]);
}

function showWritten(word: HeadsWord): ShownDecision {
  const { record, key, turn, seen, decision, by, at, reason, counted, delegation } = word;
  const place = { record, path: `decisions/${key}` };
  return { key, turn, seen, decision, by, at, reason, counted, isDeputy: delegation !== undefined, place };
}

function showTold(told: Told): ShownDecision {
  const { key, turn, seen, decision, by, at, reason, counted, isDeputy = false } = told;
  return {
    ...{ key, turn, seen, decision, by, at, reason: reason ?? undefined, counted: counted ?? undefined },
    ...{ isDeputy, place: undefined },
  };
}

/**
 * What is taken away is absent from a record: one that is here without the word that the figures tell of has lost it. Whoever
 * stands in for the head has their own record only. Of a word without a key it is known only that something here waits.
 */
function isTakenBack(
  { key, record }: Told,
  here: readonly RecordView[],
  isWaiting: (record: RecordId) => boolean,
): boolean {
  if (key === undefined) return here.some((one) => isWaiting(one.record));
  const asked = record === undefined ? here : here.filter((one) => one.record === record);
  return asked.length > 0 && asked.every(({ values }) => values[`decisions/${key}`] === undefined);
}
