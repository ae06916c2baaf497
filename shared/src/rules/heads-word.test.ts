import { describe, expect, it } from 'vitest';
import { findWord, isToBeMended } from './heads-word.ts';

const session = 'S1';
const approved = { decision: 'approved', by: 'Bà Chủ tịch', at: 5, seen: 1 };
const returned = { decision: 'returned', by: 'Bà Chủ tịch', at: 9, seen: 1, reason: 'Số người chưa khớp' };

describe('the head’s word on a session', () => {
  it('is the latest one, whichever record of the session holds it', () => {
    const reviews = [
      { values: { session, 'decisions/b': returned } },
      { values: { session, 'decisions/a': approved } },
    ];
    expect(findWord(reviews, session)).toEqual({ key: 'b', ...returned });
  });

  it('is none where nobody has said one, or where it was said of another session', () => {
    expect(findWord([{ values: { session } }], session)).toBeUndefined();
    expect(findWord([{ values: { session: 'S2', 'decisions/a': approved } }], session)).toBeUndefined();
  });

  it('is to be answered while it asks for something, until somebody of the team has answered this very word', () => {
    const reviews = [{ values: { session, 'decisions/b': returned } }];
    const reply = { to: 'b', at: 1, by: 'Lành' };
    expect(isToBeMended({ record: session, values: {} }, reviews)).toBe(true);
    expect(isToBeMended({ record: session, values: { 'replies/x': { ...reply, to: 'a' } } }, reviews)).toBe(
      true,
    );
    expect(isToBeMended({ record: session, values: { 'replies/x': reply } }, reviews)).toBe(false);
    expect(isToBeMended({ record: 'S2', values: {} }, reviews)).toBe(false);
  });
});
