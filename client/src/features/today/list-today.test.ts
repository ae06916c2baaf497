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
const member = { role: 'volunteer', name: 'Lành' };
const none = { dossiers: [], accounts: [], sessions: [], reviews: [], member, today };
const names = (views: readonly { readonly record: RecordId }[]) => views.map(({ record }) => record);

describe('the first screen of a day', () => {
  it('puts the dossier that was begun last first to go on with', () => {
    const dossiers = [
      view('older', 'dossier', { begunAt: 1 }),
      view('last', 'dossier', { begunAt: 2 }),
      view('finished', 'dossier', { begunAt: 3, finishedAt: 1 }),
      view('numbered', 'dossier', { begunAt: 4, lodging: { state: 'lodged', at: 1 } }),
      view('returned', 'dossier', { begunAt: 5, lodging: { state: 'needsFix', at: 1 } }),
    ];
    expect(names(listToday({ ...none, dossiers }).drafts)).toEqual(['last', 'older']);
  });

  it('keeps a session that was never closed in sight after its day', () => {
    const sessions = [
      view('old', 'session', { day: '2026-11-20', openedAt: 1, closedAt: 2 }),
      view('forgotten', 'session', { day: '2026-11-20', openedAt: 3 }),
      view('now', 'session', { day: today, openedAt: 9 }),
    ];
    expect(names(listToday({ ...none, sessions }).sessions)).toEqual(['now', 'forgotten']);
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
    const lists = listToday({ ...none, sessions, reviews });
    expect(names(lists.returned)).toEqual(['back']);
    expect(names(lists.sessions)).toEqual(['answered']);
  });

  it('puts what the head asks before whoever led that session and before a team leader, until it is answered or met', () => {
    const asked = { at: 5, by: 'bà Tịch', text: 'Vì sao?' };
    const next = { ...asked, at: 6, text: 'Mở một buổi nhé', about: 'nextSession' };
    const reviews = [
      view('r1', 'review', { session: 's1', 'questions/q1': asked, 'questions/q2': next }),
      view('r2', 'review', { session: 's2', 'questions/q3': asked, 'questions/q4': null }),
    ];
    const facts = { hamlet: 'Thôn Mẫu', openedAt: 1, closedAt: 2 };
    const sessions = [
      view('s1', 'session', { ...facts, leader: 'Lành' }),
      view('s2', 'session', { ...facts, hamlet: 'Nà Ví', leader: 'Mai' }),
    ];
    const list = (who: typeof member, more: typeof sessions = []) =>
      listToday({ ...none, reviews, sessions: [...sessions, ...more], member: who }).asked.map(
        ({ question }) => question.key,
      );
    expect(list(member)).toEqual(['q2', 'q1']);
    expect(list({ role: 'teamLeader', name: 'Tú' })).toEqual(['q2', 'q1', 'q3']);
    expect(list({ role: 'volunteer', name: 'Nam' })).toEqual([]);
    const held = view('s3', 'session', { hamlet: 'Thôn Mẫu', openedAt: 7, leader: 'Nam' });
    expect(list(member, [held])).toEqual(['q1']);
    const answered = view('s1', 'session', {
      ...{ ...facts, leader: 'Lành' },
      'replies/x': { to: 'q1', at: 9, by: 'Lành', note: 'vì run tay' },
    });
    expect(
      listToday({ ...none, reviews, sessions: [answered] }).asked.map(({ question }) => question.key),
    ).toEqual(['q2']);
  });

  it('names the appointments of the day in its order, after those that have passed, until the dossier is lodged', () => {
    const on = (day: string, part: string): Patch => ({
      finishedAt: 1,
      appointment: { day, part, place: 'quán cô Lý' },
    });
    const dossiers = [
      view('late', 'dossier', on(today, 'afternoon')),
      view('early', 'dossier', on(today, 'morning')),
      view('passed', 'dossier', on('2026-11-20', 'afternoon')),
      view('tomorrow', 'dossier', on('2026-11-23', 'morning')),
      view('done', 'dossier', { ...on(today, 'morning'), lodging: { state: 'lodged', at: 2 } }),
    ];
    const accounts = [
      view('account', 'accountSetup', { followUp: 'later', followUpDay: today, finishedAt: 1 }),
      view('settled', 'accountSetup', { followUpDay: today, finishedAt: 1 }),
      view('undated', 'accountSetup', { followUp: 'police', finishedAt: 1 }),
    ];
    const { agenda } = listToday({ ...none, dossiers, accounts });
    expect(agenda.map(({ view: { record } }) => record)).toEqual(['passed', 'early', 'account', 'late']);
    expect(agenda.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false, false]);
  });
});
