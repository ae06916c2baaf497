import { describe, expect, it } from 'vitest';
import type { Json, Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import { findDecision } from './find-decision.ts';
import { makeUpSession } from './made-up-session.ts';

const review = (values: Patch) => [{ record: 'r' as RecordId, collection: 'review', values, conflicts: {} }];
const word = (decision: string, turn: number, more: { at?: number; seen?: number } = {}): Json => ({
  ...{ decision, by: 'bà Tịch', at: 100, seen: 9, turn },
  ...more,
});
const session = makeUpSession();
const fromBefore = { decision: 'approved', by: 'ông Phó', at: 500, reason: null, counted: null } as const;
/** As figures told it before words had keys. */
const toldBefore = makeUpSession({ decision: fromBefore });
const Y2099 = Date.parse('2099-01-01T00:00:00Z');
const told = makeUpSession({
  decision: { ...fromBefore, key: 'm', record: 'r2', turn: 1, seen: 9, at: Y2099 },
});
const sent = () => false;
const waiting = () => true;

describe('the word on a session', () => {
  it('is none before anybody has decided', () => {
    expect(findDecision(session, [], sent)).toBeUndefined();
  });

  it('is at once what was just written here, before any signal', () => {
    const reviews = review({ session: session.session, 'decisions/a': word('approved', 1) });
    expect(findDecision(session, reviews, waiting)).toMatchObject({
      decision: 'approved',
      by: 'bà Tịch',
      place: { record: 'r', path: 'decisions/a' },
    });
  });

  it('is the one that was said in knowledge of the other, whatever the clock said, and the earlier again when that was taken back', () => {
    const both = { 'decisions/a': word('returned', 1, { at: Y2099 }), 'decisions/b': word('approved', 2) };
    const reviews = review({ session: session.session, ...both });
    expect(findDecision(session, reviews, sent)?.decision).toBe('approved');
    const takenBack = review({ session: session.session, ...both, 'decisions/b': null });
    expect(findDecision(session, takenBack, sent)?.decision).toBe('returned');
  });

  it('comes from the figures when another device wrote it', () => {
    expect(findDecision(told, [], sent)).toMatchObject({ by: 'ông Phó', place: undefined });
  });

  it('that answers what the figures tell counts from when it is written, though it was told by a clock of 2099', () => {
    const reviews = review({ session: session.session, 'decisions/a': word('returned', 2, { at: 0 }) });
    expect(findDecision(told, reviews, waiting)?.decision).toBe('returned');
    expect(findDecision(told, reviews, sent)?.decision).toBe('returned');
  });

  it('of two heads who did not know of each other is the commune’s, before and after the own one was sent', () => {
    const say = (seen: number) =>
      review({ session: session.session, 'decisions/a': word('returned', 1, { seen }) });
    for (const isWaiting of [waiting, sent]) {
      expect(findDecision(told, say(10), isWaiting)?.decision).toBe('returned');
      expect(findDecision(told, say(8), isWaiting)).toMatchObject({ by: 'ông Phó', place: undefined });
    }
  });

  it('of figures from before words had keys gives way to any that is written here', () => {
    expect(findDecision(toldBefore, [], sent)).toMatchObject({ by: 'ông Phó' });
    const reviews = review({ session: session.session, 'decisions/a': word('returned', 1) });
    expect(findDecision(toldBefore, reviews, sent)?.decision).toBe('returned');
  });

  it('disappears at once when it is taken back here, although the figures still tell of it', () => {
    const reviews = review({ session: session.session, 'decisions/a': null });
    expect(findDecision(toldBefore, reviews, waiting)).toBeUndefined();
  });

  it('stays taken back, before and after that was sent, until the figures have heard of it too', () => {
    const word = {
      key: 'a',
      decision: 'approved',
      by: 'bà Tịch',
      at: 100,
      reason: null,
      counted: null,
    } as const;
    const figures = makeUpSession({ decision: word });
    // What is taken away is absent from the record.
    const reviews = review({ session: session.session });
    expect(findDecision(figures, reviews, waiting)).toBeUndefined();
    expect(findDecision(figures, reviews, sent)).toBeUndefined();
    const kept = review({ session: session.session, 'decisions/a': { ...word, seen: 9 } });
    expect(findDecision(figures, kept, sent)?.place?.path).toBe('decisions/a');
  });

  it('of another head stands, in a record of its own beside the one in which this device asked something', () => {
    const word = {
      key: 'b',
      decision: 'approved',
      by: 'ông Phó',
      at: 500,
      reason: null,
      counted: null,
    } as const;
    const asked = review({ session: session.session, 'questions/q': { at: 600, by: 'bà Tịch', text: '?' } });
    const theirs = [
      {
        ...asked[0],
        record: 'r2' as RecordId,
        values: {
          session: session.session,
          'decisions/b': { decision: 'approved', by: 'ông Phó', at: 500, seen: 9 },
        },
      },
    ] as typeof asked;
    const figures = makeUpSession({ decision: word });
    expect(findDecision(figures, [...asked, ...theirs], waiting)).toMatchObject({ by: 'ông Phó' });
  });

  it('of the head stands where only what was asked in the head’s place is written here, and says whose place', () => {
    const asked = { at: 600, by: 'anh Tú', text: '?', delegation: 'd' };
    const reviews = review({ session: session.session, 'questions/q': asked });
    const heads = {
      key: 'b',
      decision: 'approved',
      by: 'bà Tịch',
      at: 500,
      reason: null,
      counted: null,
    } as const;
    const elsewhere = makeUpSession({ decision: { ...heads, record: 'heads' } });
    expect(findDecision(elsewhere, reviews, waiting)).toMatchObject({ by: 'bà Tịch', isDeputy: false });
    const instead = { decision: 'approved', by: 'anh Tú', at: 700, seen: 9, delegation: 'd' };
    const decided = review({ session: session.session, 'decisions/c': instead });
    expect(findDecision(elsewhere, decided, waiting)).toMatchObject({ by: 'anh Tú', isDeputy: true });
  });

  it('on another session says nothing about this one', () => {
    const reviews = review({ session: 'another', 'decisions/a': word('approved', 1) });
    expect(findDecision(session, reviews, waiting)).toBeUndefined();
  });
});
