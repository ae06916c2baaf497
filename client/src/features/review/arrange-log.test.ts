import { describe, expect, it } from 'vitest';
import { arrangeLog, findNextPending, summariseLog } from './arrange-log.ts';
import { makeUpSession } from './made-up-session.ts';

const today = '2026-11-23';
const decided = (session: string) =>
  session === 'done'
    ? ({ decision: 'approved', by: 'bà Tịch', at: 1, reason: undefined, place: undefined } as const)
    : undefined;
const sessions = [
  makeUpSession({ session: 'done', day: '2026-11-20' }),
  makeUpSession({ session: 'ordinary', day: '2026-11-21', closedAt: Date.parse('2026-11-22T03:00Z') }),
  makeUpSession({ session: 'now', day: today, closedAt: null }),
  makeUpSession({
    session: 'odd',
    day: '2026-11-21',
    silentPhones: [{ name: 'anh Nam', missing: 3, lastSeenAt: null }],
  }),
];
const log = arrangeLog(sessions, today, ({ session }) => decided(session));

describe('the session log', () => {
  it('puts what waits first, the odd before the ordinary, and what was decided last', () => {
    expect(log.map(({ session, standing }) => `${session.session}: ${standing}`)).toEqual([
      'odd: odd',
      'ordinary: ordinary',
      'now: goingOn',
      'done: approved',
    ]);
    expect(log[0]?.silentPhones).toBe(1);
  });

  it('says in numbers how many wait, and does not count a session that still goes on', () => {
    expect(summariseLog(log, today)).toMatchObject({ pending: 2, ordinary: 1, odd: 1 });
  });

  it('adds up the month of today only', () => {
    const earlier = makeUpSession({ session: 'october', day: '2026-10-31' });
    const both = arrangeLog([...sessions, earlier], today, () => undefined);
    expect(summariseLog(both, today).month).toEqual({
      sessions: 4,
      people: 160,
      dossiers: 20,
      lodged: 12,
      selfShare: 10 / 16,
    });
  });

  it('names hamlets without a session for three weeks, the longest first', () => {
    const visits = [
      { session: 'a', hamlet: 'Nà Ví', day: '2026-11-02' },
      { session: 'b', hamlet: 'Nà Ví', day: '2026-10-12' },
      { session: 'c', hamlet: 'Xa Thử', day: '2026-10-20' },
      { session: 'd', hamlet: 'Thôn Mẫu', day: '2026-11-03' },
    ].map((visit) => makeUpSession(visit));
    expect(
      summariseLog(
        arrangeLog(visits, today, () => undefined),
        today,
      ).quietHamlets,
    ).toEqual([
      { hamlet: 'Xa Thử', weeks: 4 },
      { hamlet: 'Nà Ví', weeks: 3 },
    ]);
  });

  it('opens with one key the next one that waits, and goes on from the top after the last', () => {
    expect(findNextPending(log, undefined, 1)?.session.session).toBe('odd');
    expect(findNextPending(log, 'odd', 1)?.session.session).toBe('ordinary');
    expect(findNextPending(log, 'done', 1)?.session.session).toBe('odd');
    expect(findNextPending(log, 'done', -1)?.session.session).toBe('ordinary');
    const alone = log.filter(({ session }) => session.session === 'odd');
    expect(findNextPending(alone, 'odd', 1)).toBeUndefined();
  });
});
