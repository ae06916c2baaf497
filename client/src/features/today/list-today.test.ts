import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { listToday } from './list-today.ts';

const view = (record: string, collection: string, values: Patch) => ({
  record: record as RecordId,
  collection,
  values,
  conflicts: {},
});
const today = '2026-11-22';

describe('the first screen of a day', () => {
  it('puts an unfinished dossier first to go on with', () => {
    const dossiers = [view('a', 'dossier', {}), view('b', 'dossier', { finishedAt: 1 })];
    expect(listToday({ dossiers, sessions: [], reviews: [], today }).drafts.map((one) => one.record)).toEqual(
      ['a'],
    );
  });

  it('keeps a session that was never closed in sight after its day', () => {
    const sessions = [
      view('old', 'session', { day: '2026-11-20', openedAt: 1, closedAt: 2 }),
      view('forgotten', 'session', { day: '2026-11-20', openedAt: 3 }),
      view('now', 'session', { day: today, openedAt: 9 }),
    ];
    expect(
      listToday({ dossiers: [], sessions, reviews: [], today }).sessions.map((one) => one.record),
    ).toEqual(['now', 'forgotten']);
  });

  it('puts a session that the head has sent back before the others, until it is answered', () => {
    const session = { day: today, openedAt: 1, closedAt: 2 };
    const word = { decision: 'returned', by: 'bà Tịch', at: 5, seen: 1 };
    const reviews = [
      view('r1', 'review', { session: 'back', 'decisions/a': word }),
      view('r2', 'review', { session: 'answered', 'decisions/b': word }),
    ];
    const sessions = [
      view('back', 'session', session),
      view('answered', 'session', { ...session, 'replies/x': { to: 'b', at: 6, by: 'Lành' } }),
    ];
    const lists = listToday({ dossiers: [], sessions, reviews, today });
    expect(lists.returned.map((one) => one.record)).toEqual(['back']);
    expect(lists.sessions.map((one) => one.record)).toEqual(['answered']);
  });

  it('names the appointments of the day until the dossier is lodged', () => {
    const appointment = { day: today, part: 'morning', place: 'quán cô Lý' };
    const dossiers = [
      view('due', 'dossier', { finishedAt: 1, appointment }),
      view('done', 'dossier', { finishedAt: 1, appointment, lodging: { state: 'lodged', at: 2 } }),
    ];
    const lists = listToday({ dossiers, sessions: [], reviews: [], today });
    expect(lists.appointments.map((one) => one.record)).toEqual(['due']);
    expect(lists.news.map((one) => one.record)).toEqual(['done']);
  });
});
