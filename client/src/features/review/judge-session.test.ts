import { describe, expect, it } from 'vitest';
import { isGoingOn, judgeSession } from './judge-session.ts';
import { makeUpSession } from './made-up-session.ts';

const today = '2026-11-23';
const session = makeUpSession();
const judge = (changes: Parameters<typeof makeUpSession>[0]) => judgeSession(makeUpSession(changes), today);

describe('what the head is asked to look at', () => {
  it('is nothing in a session of forty people over a morning, a jammed scanner included', () => {
    expect(judgeSession(session, today)).toEqual([]);
  });

  it('names a crowd that nobody could have served: 41 people in 35 minutes', () => {
    const openedAt = session.openedAt ?? 0;
    expect(judge({ closedAt: openedAt + 35 * 60_000, people: { ...session.people, total: 41 } })).toEqual([
      { type: 'crowded', people: 41, minutes: 35 },
    ]);
  });

  it('does not call three neighbours in one minute a crowd', () => {
    const openedAt = session.openedAt ?? 0;
    expect(judge({ closedAt: openedAt + 60_000, people: { ...session.people, total: 3 } })).toEqual([]);
  });

  it('names work that was done for people instead of with them: 9 of 12', () => {
    expect(
      judge({
        accounts: { ...session.accounts, stepsByWhoActed: { self: 2, onBehalf: 7 } },
        dossiers: { ...session.dossiers, sectionsByWhoActed: { guided: 1, onBehalf: 2 } },
      }),
    ).toEqual([{ type: 'onBehalf', count: 9, total: 12 }]);
  });

  it('allows exactly a quarter of the work to be done for people', () => {
    const accounts = { ...session.accounts, stepsByWhoActed: { self: 6, onBehalf: 2 } };
    expect(judge({ accounts, dossiers: { ...session.dossiers, sectionsByWhoActed: {} } })).toEqual([]);
  });

  it('names a phone that still holds saves, and passes over one that has sent all', () => {
    const silentPhones = [
      { name: 'anh Nam', missing: 3, lastSeenAt: session.openedAt },
      { name: 'chị Mai', missing: 0, lastSeenAt: session.openedAt },
    ];
    expect(judge({ silentPhones })).toEqual([{ type: 'silentPhones', phones: 1 }]);
  });

  it('names a session closed three days late, by the calendar of Vietnam', () => {
    expect(judge({ closedAt: Date.parse('2026-11-24T17:30:00Z') })).toEqual([{ type: 'late', days: 3 }]);
    expect(judge({ closedAt: Date.parse('2026-11-23T16:59:00Z') })).toEqual([]);
  });

  it('names one that was never closed once its day is over, and leaves one that still goes on alone', () => {
    const open = makeUpSession({ closedAt: null });
    expect(judgeSession(open, today)).toEqual([{ type: 'notClosed' }]);
    expect(judgeSession(open, open.day)).toEqual([]);
    expect([isGoingOn(open, open.day), isGoingOn(open, today), isGoingOn(session, open.day)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('names a phone clock that puts the end before the beginning', () => {
    expect(judge({ closedAt: (session.openedAt ?? 0) - 60_000 })).toEqual([{ type: 'oddTimes' }]);
  });

  it('names missing members, unhappy visitors and reports of impostors', () => {
    expect(judge({ members: [] })).toEqual([{ type: 'nobodySignedIn' }]);
    expect(judge({ satisfaction: { good: 4, fair: 0, poor: 4 } })).toEqual([
      { type: 'unsatisfied', poor: 4, total: 8 },
    ]);
    expect(judge({ incidents: [{ kind: 'fraudReport', note: '' }] })).toEqual([{ type: 'fraudReport' }]);
  });

  it('names a code that no phone has answered, and a phone that was not heard of since the closing', () => {
    const unheard = { name: 'anh Nam', missing: 0, lastSeenAt: 1 } as const;
    const silentPhones = [
      { ...unheard, why: 'joined' as const, name: '', letter: 'B' },
      { ...unheard, why: 'quiet' as const },
      { ...unheard, why: 'behind' as const },
    ];
    expect(judge({ silentPhones })).toEqual([{ type: 'silentPhones', phones: 2 }]);
  });

  it('names people who stand on the lists of two sessions of one day', () => {
    expect(judge({ alsoElsewhere: 2 })).toEqual([{ type: 'alsoElsewhere', people: 2 }]);
    expect(judge({ alsoElsewhere: 0 })).toEqual([]);
  });

  it('judges by the rule that it is given, so that a later rule can be tried on earlier sessions', () => {
    const strict = { since: '2027-01-01', peoplePerMinute: 1, crowdFrom: 10, actsFrom: 4, lateDays: 1 };
    expect(judgeSession(session, today, { ...strict, onBehalfShare: 0, poorShare: 0 })).toEqual([
      { type: 'onBehalf', count: 2, total: 16 },
      { type: 'unsatisfied', poor: 1, total: 40 },
    ]);
  });
});
