import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { findWord } from './find-word.ts';

const session = 'S1' as RecordId;
const approved = { decision: 'approved', by: 'Bà Chủ tịch', at: 5, seen: 1 };
const returned = { decision: 'returned', by: 'Bà Chủ tịch', at: 9, seen: 1, reason: 'Số người chưa khớp' };

describe('the head’s word on a session', () => {
  it('is the latest one, whichever record of the session holds it', () => {
    const reviews = [
      { values: { session, 'decisions/b': returned } },
      { values: { session, 'decisions/a': approved } },
    ];
    expect(findWord(reviews, session)).toEqual(returned);
  });

  it('is none where nobody has said one, or where it was said of another session', () => {
    expect(findWord([{ values: { session } }], session)).toBeUndefined();
    expect(findWord([{ values: { session: 'S2', 'decisions/a': approved } }], session)).toBeUndefined();
  });
});
