import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Patch } from '../model/operation.ts';
import { MOST_TURNS, type SessionDecision } from '../model/review.ts';
import { findNextTurn, findWord, isMet, isToBeMended, pickQuestion } from './heads-word.ts';

const session = 'S1';
const Y1970 = 0;
const Y2099 = Date.parse('2099-01-01T00:00:00Z');
const approved: SessionDecision = { decision: 'approved', by: 'Bà Chủ tịch', at: 5, seen: 1 };
const returned: SessionDecision = {
  ...{ ...approved, decision: 'returned', at: 9, seen: 2, turn: 1 },
  reason: 'Số người chưa khớp',
};

const write = (values: Readonly<Record<string, SessionDecision | null>>, record = 'r1', of = session) => ({
  record: record as RecordId,
  values: { session: of, ...values } as Patch,
});
const findKey = (reviews: Parameters<typeof findWord>[0]) => findWord(reviews, session)?.key;

/** Whichever record comes first, and whichever word of it. */
function findKeys(one: SessionDecision, other: SessionDecision): (string | undefined)[] {
  const [first, second] = [write({ 'decisions/a': one }, 'r1'), write({ 'decisions/b': other }, 'r2')];
  return [
    findKey([first, second]),
    findKey([second, first]),
    findKey([write({ 'decisions/a': one, 'decisions/b': other })]),
    findKey([write({ 'decisions/b': other, 'decisions/a': one })]),
  ];
}
const all = (key: string) => [key, key, key, key];

describe('the head’s word on a session', () => {
  it('is the one that was said in knowledge of the other, whatever their clocks said', () => {
    const second = { ...returned, turn: 2 };
    for (const [at, then] of [
      [Y2099, Y1970],
      [Y1970, Y2099],
      [5, 5],
    ] as const)
      expect(findKeys({ ...approved, at, turn: 1 }, { ...second, at: then })).toEqual(all('b'));
    // Also where its writer had read less of what else the commune knows.
    expect(findKeys({ ...approved, turn: 1, seen: 900 }, second)).toEqual(all('b'));
  });

  it('of two that did not know of each other is the one that had read more, and else the same one everywhere', () => {
    const [early, late] = [
      { ...approved, at: Y2099, turn: 1, seen: 4 },
      { ...returned, at: Y1970, turn: 1, seen: 5 },
    ];
    expect(findKeys(early, late)).toEqual(all('b'));
    expect(findKeys(late, early)).toEqual(all('a'));
    expect(findKeys(early, { ...late, seen: 4 })).toEqual(all('b'));
    expect(findKeys({ ...late, seen: 4 }, early)).toEqual(all('b'));
  });

  it('from before turns were counted gives way to any that has one, and among themselves to what had read more', () => {
    expect(findKeys({ ...approved, at: Y2099, seen: 900 }, returned)).toEqual(all('b'));
    expect(findKeys({ ...approved, at: Y2099, seen: 4 }, { ...approved, at: Y1970, seen: 7 })).toEqual(
      all('b'),
    );
  });

  it('is the one before, where the last was taken back', () => {
    const words = { 'decisions/a': { ...approved, turn: 1 }, 'decisions/b': { ...returned, turn: 2 } };
    expect(findKey([write(words)])).toBe('b');
    expect(findKey([write({ ...words, 'decisions/b': null })])).toBe('a');
    expect(findKey([write({ 'decisions/a': null })])).toBeUndefined();
  });

  it('in the head’s place stands like the head’s own, and the head’s next one before it', () => {
    const instead = { ...approved, by: 'Anh Tú', at: Y2099, turn: 1, delegation: 'd' };
    expect(findWord([write({ 'decisions/a': instead })], session)).toMatchObject({
      record: 'r1',
      ...instead,
    });
    expect(findKeys(instead, { ...returned, at: Y1970, turn: findNextTurn([instead]) })).toEqual(all('b'));
  });

  it('is none where nobody has said one, or where it was said of another session', () => {
    expect(findWord([write({})], session)).toBeUndefined();
    expect(findWord([write({ 'decisions/a': approved }, 'r1', 'S2')], session)).toBeUndefined();
  });

  it('is to be answered while it asks for something, until somebody of the team has answered this very word', () => {
    const reviews = [write({ 'decisions/b': returned })];
    const reply = { to: 'b', at: 1, by: 'Lành' };
    expect(isToBeMended({ record: session, values: {} }, reviews)).toBe(true);
    expect(isToBeMended({ record: session, values: { 'replies/x': { ...reply, to: 'a' } } }, reviews)).toBe(
      true,
    );
    expect(isToBeMended({ record: session, values: { 'replies/x': reply } }, reviews)).toBe(false);
    expect(isToBeMended({ record: 'S2', values: {} }, reviews)).toBe(false);
  });

  it('is to be answered though an approval by a clock of 2099 lies beside it', () => {
    const wrong = write({ 'decisions/z': { ...approved, at: Y2099, turn: 1 } }, 'r2');
    const reviews = [wrong, write({ 'decisions/b': { ...returned, at: Y1970 } })];
    expect(isToBeMended({ record: session, values: {} }, reviews)).toBe(true);
  });
});

describe('the next word on a session', () => {
  it('goes on from the highest turn that its writer knew, and from none where there is none', () => {
    expect(findNextTurn([])).toBe(1);
    expect(findNextTurn([approved])).toBe(1);
    expect(findNextTurn([{ turn: 3 }, { turn: 7 }, {}])).toBe(8);
  });

  it('counts also where a faulty phone has counted to the end', () => {
    const last = { ...approved, turn: MOST_TURNS, seen: 4 };
    expect(findKeys(last, { ...returned, turn: findNextTurn([last]), seen: 5 })).toEqual(all('b'));
  });
});

describe('a question of the head', () => {
  it('that waits for its answer stands before one that has it, whichever clock was ahead', () => {
    const [open, answered] = [
      { key: 'open', answer: null },
      { key: 'answered', answer: {} },
    ];
    expect(pickQuestion([open, answered])).toBe(open);
    expect(pickQuestion([answered, open])).toBe(open);
    expect(pickQuestion([answered])).toBe(answered);
    expect(pickQuestion([])).toBeUndefined();
  });

  it('for another session is met once the hamlet has one of a later day, and no question of another kind is', () => {
    const on = (day: string, hamlet = 'Nà Ví') => ({ values: { hamlet, day, openedAt: Y2099 } });
    const met = (...sessions: { values: Patch }[]) =>
      isMet({ about: 'nextSession' }, on('2026-09-20'), [on('2026-09-20'), ...sessions]);
    expect(met()).toBe(false);
    expect(met(on('2026-09-19'), on('2026-09-21', 'Thôn Mẫu'))).toBe(false);
    expect(met(on('2026-09-21'))).toBe(true);
    expect(isMet({}, on('2026-09-20'), [on('2026-09-21')])).toBe(false);
  });
});
