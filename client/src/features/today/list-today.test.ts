import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findHref, listToday } from './list-today.ts';

const view = (record: string, collection: string, values: Patch) => ({
  record: record as RecordId,
  collection,
  values,
  conflicts: {},
});
const today = '2026-11-22';
const member = { role: 'volunteer', name: 'Lành' };
const none = {
  dossiers: [],
  accounts: [],
  people: [],
  sessions: [],
  reviews: [],
  member,
  today,
} as Parameters<typeof listToday>[0];
const names = (views: readonly { readonly record: RecordId }[]) => views.map(({ record }) => record);

const begun = (some: Partial<typeof none>) =>
  listToday({ ...none, ...some }).begun.map(({ view: { record } }) => record);

describe('the first screen of a day', () => {
  it('puts the dossier that was begun last first to go on with', () => {
    const dossiers = [
      view('older', 'dossier', { begunAt: 1 }),
      view('last', 'dossier', { begunAt: 2 }),
      view('finished', 'dossier', { begunAt: 3, finishedAt: 1 }),
      view('numbered', 'dossier', { begunAt: 4, lodging: { state: 'lodged', at: 1 } }),
      view('returned', 'dossier', { begunAt: 5, lodging: { state: 'needsFix', at: 1 } }),
    ];
    expect(begun({ dossiers })).toEqual(['last', 'older']);
  });

  it('puts an account that was left in the middle beside them, by the step that was answered last', () => {
    const step = (at: number) => ({ outcome: 'own', at });
    const accounts = [
      view('middle', 'accountSetup', { citizen: 'a', 'steps/sim': step(1), 'steps/phone': step(3) }),
      view('first', 'accountSetup', { citizen: 'b', 'steps/papers': step(1) }),
      view('at the police', 'accountSetup', { citizen: 'e', 'steps/sim': step(0), policeDay: today }),
      view('dated', 'accountSetup', { citizen: 'c', 'steps/papers': step(9), followUpDay: '2026-11-30' }),
      view('done', 'accountSetup', { citizen: 'd', 'steps/papers': step(9), finishedAt: 9 }),
    ];
    const dossiers = [view('dossier', 'dossier', { begunAt: 2 })];
    expect(begun({ dossiers, accounts })).toEqual(['middle', 'dossier', 'first', 'at the police']);
    const [item] = listToday({ ...none, accounts }).begun;
    expect(item && findHref(item)).toBe('/nguoi-dan/a/tai-khoan');
  });

  it('loses nobody for want of a day: what is left without one is listed, the longest wait first', () => {
    const accounts = [
      view('lately', 'accountSetup', { citizen: 'a', followUp: 'police telco', finishedAt: 9 }),
      view('long ago', 'accountSetup', { citizen: 'b', followUp: 'later', finishedAt: 1 }),
      view('dated', 'accountSetup', { citizen: 'c', followUp: 'later', followUpDay: today, finishedAt: 1 }),
      view('police', 'accountSetup', { citizen: 'd', followUp: 'police', policeDay: today, finishedAt: 1 }),
      view('nothing left', 'accountSetup', { citizen: 'e', finishedAt: 1 }),
      view('before', 'accountSetup', { citizen: 'f', followUp: 'later', finishedAt: 1 }),
      view('done since', 'accountSetup', { citizen: 'f', finishedAt: 2 }),
      view('begun', 'accountSetup', { citizen: 'g', followUp: 'later' }),
    ];
    const { undated, agenda } = listToday({ ...none, accounts });
    expect(names(undated)).toEqual(['long ago', 'lately']);
    expect(agenda.map(({ view: { record } }) => record)).toEqual(['dated', 'police']);
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
    const word = { decision: 'returned', by: 'bà Tịch', at: 5, seen: 2, turn: 1 };
    const otherHeads = { decision: 'approved', by: 'ông Phó', at: 4_070_908_800_000, seen: 1, turn: 1 };
    const reviews = [
      view('r1', 'review', { session: 'back', 'decisions/a': word }),
      view('r3', 'review', { session: 'back', 'decisions/z': otherHeads }),
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
    const facts = { hamlet: 'Thôn Mẫu', day: '2026-10-20', openedAt: 1, closedAt: 2 };
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
    const held = view('s3', 'session', { hamlet: 'Thôn Mẫu', day: today, leader: 'Nam' });
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
    const { agenda, undated } = listToday({ ...none, dossiers, accounts });
    expect(agenda.map(({ view: { record } }) => record)).toEqual(['passed', 'early', 'account', 'late']);
    expect(names(undated)).toEqual(['undated']);
    expect(agenda.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false, false]);
  });
});
