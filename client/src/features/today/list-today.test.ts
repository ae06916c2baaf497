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
    expect(listToday({ dossiers, sessions: [], today }).drafts.map((one) => one.record)).toEqual(['a']);
  });

  it('keeps a session that was never closed in sight after its day', () => {
    const sessions = [
      view('old', 'session', { day: '2026-11-20', openedAt: 1, closedAt: 2 }),
      view('forgotten', 'session', { day: '2026-11-20', openedAt: 3 }),
      view('now', 'session', { day: today, openedAt: 9 }),
    ];
    expect(listToday({ dossiers: [], sessions, today }).sessions.map((one) => one.record)).toEqual([
      'now',
      'forgotten',
    ]);
  });

  it('names the appointments of the day until the dossier is lodged', () => {
    const appointment = { day: today, part: 'morning', place: 'quán cô Lý' };
    const dossiers = [
      view('due', 'dossier', { finishedAt: 1, appointment }),
      view('done', 'dossier', { finishedAt: 1, appointment, lodging: { state: 'lodged', at: 2 } }),
    ];
    const lists = listToday({ dossiers, sessions: [], today });
    expect(lists.appointments.map((one) => one.record)).toEqual(['due']);
    expect(lists.news.map((one) => one.record)).toEqual(['done']);
  });
});
