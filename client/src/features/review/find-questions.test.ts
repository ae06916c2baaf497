import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findQuestions } from './find-questions.ts';

const session = 's';
const review = (values: Patch) => [
  { record: 'r' as RecordId, collection: 'review', values: { session, ...values }, conflicts: {} },
];
const asked = (at: number, text = 'Vì sao?') => ({ at, by: 'bà Tịch', text });
const answer = { by: 'Lành', at: 9, note: 'vì run tay' };
const told = [{ key: 'q1', ...asked(1), answer }];

describe('what the head asked', () => {
  it('is there at once, before any signal, and with its answer when the figures bring it', () => {
    const reviews = review({ 'questions/q1': asked(1) });
    expect(findQuestions({ session, told: [], reviews })).toEqual([
      { key: 'q1', ...asked(1), answer: null, isDeputy: false, place: { record: 'r', path: 'questions/q1' } },
    ]);
    expect(findQuestions({ session, told, reviews })).toMatchObject([{ key: 'q1', answer }]);
  });

  it('is known from the figures where the record is on another device', () => {
    expect(findQuestions({ session, told, reviews: [] })).toEqual([{ ...told[0], place: undefined }]);
  });

  it('by somebody else is known from the figures beside what was asked here in the head’s place', () => {
    const reviews = review({ 'questions/q2': { ...asked(2), delegation: 'd' } });
    const [heads] = told.map((question) => ({ ...question, record: 'heads' }));
    if (!heads) throw new Error('nothing asked');
    expect(findQuestions({ session, told: [heads], reviews })).toMatchObject([
      { key: 'q1', place: undefined },
      { key: 'q2', isDeputy: true },
    ]);
    expect(findQuestions({ session, told: [{ ...heads, record: 'r' }], reviews })).toHaveLength(1);
  });

  it('stands in the order of asking', () => {
    const reviews = review({ 'questions/q2': asked(2), 'questions/q1': asked(1) });
    expect(findQuestions({ session, told: [], reviews }).map(({ key }) => key)).toEqual(['q1', 'q2']);
  });

  it('is gone at once when it is taken back here, although the figures still tell of it', () => {
    // What is taken away is absent from the record.
    expect(findQuestions({ session, told, reviews: review({}) })).toEqual([]);
  });

  it('about this session is no request for another one', () => {
    const reviews = review({ 'questions/q2': { ...asked(2), about: 'nextSession' } });
    expect(findQuestions({ session, told: [], reviews })).toEqual([]);
    expect(findQuestions({ session, told: [], reviews, about: 'nextSession' })).toHaveLength(1);
  });
});
