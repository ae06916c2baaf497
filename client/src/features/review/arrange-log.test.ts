import { describe, expect, it } from 'vitest';
import { arrangeLog, findNextPending, summariseLog } from './arrange-log.ts';
import { makeUpSession } from './made-up-session.ts';

const today = '2026-11-23';
const decided = (session: string) =>
  session === 'done'
    ? ({
        decision: 'approved',
        by: 'bà Tịch',
        at: 1,
        reason: undefined,
        counted: undefined,
        place: undefined,
      } as const)
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
const arrange = (
  of: Parameters<typeof arrangeLog>[0],
  findDecision: Parameters<typeof arrangeLog>[2]['findDecision'],
) => arrangeLog(of, today, { findDecision, findQuestions: () => [] });
const log = arrange(sessions, ({ session }) => decided(session));

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
    expect(summariseLog(log, [], today)).toMatchObject({ pending: 2, ordinary: 1, odd: 1 });
  });

  it('adds up the month of today only', () => {
    const earlier = makeUpSession({ session: 'october', day: '2026-10-31' });
    const both = arrange([...sessions, earlier], () => undefined);
    expect(summariseLog(both, [], today).month).toEqual({
      sessions: 4,
      people: 160,
      selfShare: 10 / 16,
    });
  });

  it('names hamlets without a session for three weeks, the longest first', () => {
    const hamlets = [
      { hamlet: 'Mới Lập', lastDay: null },
      { hamlet: 'Nà Ví', lastDay: '2026-11-02' },
      { hamlet: 'Xa Thử', lastDay: '2026-10-20' },
      { hamlet: 'Thôn Mẫu', lastDay: '2026-11-03' },
    ];
    expect(summariseLog([], hamlets, today).quietHamlets).toEqual([
      { hamlet: 'Xa Thử', weeks: 4, lastDay: '2026-10-20' },
      { hamlet: 'Nà Ví', weeks: 3, lastDay: '2026-11-02' },
      { hamlet: 'Mới Lập', weeks: null, lastDay: null },
    ]);
  });

  it('lets a session that was sent back wait again once the team has answered, and shows what they added', () => {
    const word = {
      key: 'k',
      decision: 'returned',
      by: 'bà Tịch',
      at: 5,
      reason: 'Số người chưa khớp',
    } as const;
    const told = { ...word, counted: { people: 38, dossiers: 5, steps: 12 } };
    const answered = makeUpSession({
      decision: told,
      reply: { by: 'Lành', at: 9, note: 'Đếm sót một nhà' },
      amendment: { by: ['Lành'], at: 8 },
    });
    const shown = { ...told, place: undefined };
    const [entry] = arrange([answered], () => shown);
    expect(entry).toMatchObject({
      standing: 'odd',
      flags: [{ type: 'answered' }],
      reply: { note: 'Đếm sót một nhà' },
      amendment: { by: ['Lành'], at: 8, more: { people: 2, dossiers: 0, steps: 0 } },
    });
    const [later] = arrange([answered], () => ({ ...shown, key: 'l' }));
    expect(later).toMatchObject({ standing: 'returned', reply: null, amendment: undefined });
  });

  it('shows beside an approval what the team added to it, counted from what was approved', () => {
    const counted = { people: 38, dossiers: 6, steps: 12 };
    const word = { key: 'k', decision: 'approved', by: 'bà Tịch', at: 5, reason: null, counted } as const;
    const added = makeUpSession({ decision: word, amendment: { by: ['Nam'], at: 8 } });
    const shown = { ...word, reason: undefined, place: undefined };
    const [entry] = arrange([added], () => shown);
    expect(entry).toMatchObject({
      standing: 'approved',
      amendment: { by: ['Nam'], at: 8, more: { people: 2, dossiers: -1, steps: 0 } },
      reply: null,
    });
    // Figures from before that word was given cannot tell what came after it, though a clock stood still meanwhile.
    const [before] = arrange([added], () => ({ ...shown, key: 'l' }));
    expect(before?.amendment).toBeUndefined();
  });

  it('keeps a session that the head asked about out of the ordinary, until the head has decided', () => {
    const question = { key: 'q', by: 'bà Tịch', at: 3, text: 'Vì sao?', place: undefined };
    const ask = (answer: { by: string; at: number; note: string } | null, decision = false) =>
      arrangeLog([makeUpSession({ session: decision ? 'done' : 'ordinary' })], today, {
        findDecision: ({ session }) => decided(session),
        findQuestions: () => [{ ...question, answer }],
      })[0];
    expect(ask(null)).toMatchObject({ standing: 'odd', flags: [{ type: 'asked' }] });
    const answered = ask({ by: 'Lành', at: 4, note: 'vì run tay' });
    expect(answered).toMatchObject({ standing: 'odd', flags: [{ type: 'questionAnswered' }] });
    expect(ask(null, true)?.standing).toBe('approved');
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
