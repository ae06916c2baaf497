/** The head's latest word on a session: what was written here before it was sent, else what the commune knows. */
import type { SessionCounted, SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type { SessionDecision } from '#shared/model/review';
import type { RecordView } from '../../custody/record-store.ts';

export interface ShownDecision {
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

/** One record per session: a second head adds to it. */
export function findReview(reviews: readonly RecordView[], session: string): RecordView | undefined {
  return reviews.find((review) => review.values['session'] === session);
}

/**
 * `isWaiting`: the record has something that the commune has not received, so its own last word counts whatever a
 * clock says. A word that was taken back is no word, though figures that are a minute old still tell of it.
 */
export function findDecision(
  { session, decision: told }: Pick<SessionSummary, 'session' | 'decision'>,
  reviews: readonly RecordView[],
  isWaiting: (record: RecordId) => boolean,
): ShownDecision | undefined {
  const here = reviews.filter((review) => review.values['session'] === session);
  const written = findLatest(here);
  const isOlder = told?.key === undefined;
  if (here.some(({ record }) => isWaiting(record)) && (written ?? isOlder)) return written;
  if (!told || isTakenBack(told, here)) return written;
  if (written && written.at >= told.at) return written;
  const { decision, by, at, reason, counted, isDeputy = false } = told;
  return {
    ...{ decision, by, at, reason: reason ?? undefined, counted: counted ?? undefined, isDeputy },
    place: undefined,
  };
}

/**
 * What is taken away is absent from a record: one that is here without the word that the figures tell of has lost it. Whoever
 * stands in for the head has their own record only.
 */
function isTakenBack(
  { key, record }: NonNullable<SessionSummary['decision']>,
  here: readonly RecordView[],
): boolean {
  if (key === undefined) return false;
  const asked = record === undefined ? here : here.filter((one) => one.record === record);
  return asked.length > 0 && asked.every(({ values }) => values[`decisions/${key}`] === undefined);
}

function findLatest(here: readonly RecordView[]): ShownDecision | undefined {
  const words = here.flatMap(({ record, values }) =>
    listEntries<SessionDecision>(values, 'decisions').map(([key, word]) => ({ record, key, word })),
  );
  const latest = words.reduce<(typeof words)[number] | undefined>(
    (best, entry) => (best === undefined || entry.word.at >= best.word.at ? entry : best),
    undefined,
  );
  if (!latest) return undefined;
  const { record, key, word } = latest;
  const { decision, by, at, reason, counted, delegation } = word;
  const place = { record, path: `decisions/${key}` };
  return { decision, by, at, reason, counted, isDeputy: delegation !== undefined, place };
}
