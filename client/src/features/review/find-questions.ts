/** What the head asked about a session, with the answers: what was written on this device, and what the commune knows. */
import type { AskedQuestion } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type { HeadQuestion } from '#shared/model/review';
import type { RecordView } from '../../custody/record-store.ts';

export interface ShownQuestion extends AskedQuestion {
  /** Where it is written on this device; undefined for one that only the figures tell of. */
  readonly place: { readonly record: RecordId; readonly path: string } | undefined;
}

interface Asked {
  readonly session: string;
  /** As the figures tell. */
  readonly told: readonly AskedQuestion[];
  readonly reviews: readonly RecordView[];
  /** Only questions about this session, or only requests for another one. */
  readonly about?: HeadQuestion['about'];
}

/** Oldest first. One that was taken back here is gone at once, although the figures still tell of it. */
export function findQuestions({ session, told, reviews, about }: Asked): readonly ShownQuestion[] {
  const here = reviews.filter(({ values }) => values['session'] === session);
  const answers = new Map(told.map(({ key, answer }) => [key, answer]));
  const written = here.flatMap(({ record, values }) =>
    listEntries<HeadQuestion>(values, 'questions')
      .filter(([, question]) => question.about === about)
      .map(([key, { by, at, text, delegation }]) => ({
        ...{ key, by, at, text, answer: answers.get(key) ?? null, isDeputy: delegation !== undefined },
        place: { record, path: `questions/${key}` },
      })),
  );
  // What is taken away is absent from a record: one that is here without it has lost it.
  const isHere = (told: AskedQuestion) =>
    told.record === undefined ? here.length > 0 : here.some(({ record }) => record === told.record);
  const elsewhere = told
    .filter((question) => !isHere(question))
    .map((question) => ({ ...question, place: undefined }));
  return [...elsewhere, ...written].sort((one, other) => one.at - other.at);
}
