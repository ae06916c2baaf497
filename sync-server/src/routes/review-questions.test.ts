import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import {
  openReviewVillage,
  writeDay,
  writePeople,
  writeSession,
} from '../../../fixtures/devices/review-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';

afterEach(closeServers);

const only = <T>(list: readonly T[]): T => {
  const [first, another] = list;
  if (first === undefined || another !== undefined) throw new Error(`There are ${list.length}.`);
  return first;
};

describe('what the head asks', () => {
  it('reaches the team, and their answer comes back beside the session without a name', async () => {
    const village = await openReviewVillage();
    const { session, other } = await writeDay(village);
    const { head } = village;
    const text = 'Vì sao làm thay nhiều?';
    head.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'questions/q1': { at: 5, by: 'Chủ tịch', text } },
    });
    await send(head);
    const asked = { key: 'q1', at: 5, by: 'Chủ tịch', text };
    expect(only((await village.review()).sessions)).toMatchObject({
      decision: null,
      questions: [{ ...asked, answer: null }],
    });
    const read = await other.sync({ key: 'read', cursor: null });
    expect(JSON.stringify(read)).toContain(text);
    const from = other.queue.length + 1;
    const answer = { to: 'q1', at: 9, by: 'Nam', note: 'Bà Mẫu run tay, ông Thử nhờ bấm' };
    other.save({ collection: 'session', record: session, patch: { 'replies/1': answer } });
    await send(other, from);
    const told = only((await village.review()).sessions);
    expect(told.questions).toMatchObject([
      { ...asked, answer: { by: 'Nam', at: 9, note: 'Bà … run tay, ông … nhờ bấm' } },
    ]);
    expect([told.reply, told.amendment]).toEqual([null, null]);
  });

  it('is nobody’s to write but the head’s', async () => {
    const { session, other } = await writeDay(await openReviewVillage());
    const from = other.queue.length + 1;
    const question = { at: 1, by: 'Nam', text: 'x' };
    other.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'questions/q': question },
    });
    const sent = await other.sync({ runs: [other.makeRun(from, from)] });
    expect(sent).toMatchObject({ ok: true, answer: { setAside: [{ code: 'notAllowed' }] } });
  });

  it('of a hamlet stands there until a session is held', async () => {
    const village = await openReviewVillage();
    const { phone, head } = village;
    const session = writeSession(phone, makeId());
    await send(phone);
    const question = { at: 5, by: 'Chủ tịch', text: 'Mở một buổi nhé', about: 'nextSession' };
    head.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'questions/q1': question },
    });
    await send(head);
    const reply = await village.review();
    expect(only(reply.hamlets)).toMatchObject({
      lastSession: session,
      request: { key: 'q1', text: 'Mở một buổi nhé', answer: null },
    });
    expect(only(reply.sessions).questions).toEqual([]);
    const from = phone.queue.length + 1;
    const next = writeSession(phone, makeId(), '2026-09-21');
    await send(phone, from);
    expect(only((await village.review()).hamlets)).toMatchObject({ lastSession: next, request: null });
  });
});

describe('the head reads on', () => {
  it('what was added after an approval, beside what was approved', async () => {
    const village = await openReviewVillage();
    const { session, other } = await writeDay(village);
    const { head } = village;
    const before = only((await village.review()).sessions);
    const counted = { people: before.people.total, dossiers: before.dossiers.total, steps: 2 };
    const word = { decision: 'approved', by: 'Chủ tịch', at: 5, seen: before.seen, counted };
    head.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'decisions/1': word },
    });
    await send(head);
    expect(only((await village.review()).sessions)).toMatchObject({ amendment: null, decision: { counted } });
    const from = other.queue.length + 1;
    const heads = { 'heads/8': { at: 70 }, 'heads/9': { at: 77 } };
    other.save({
      collection: 'attendance',
      record: makeId<RecordId>(),
      patch: { session, machine: 'Nam', ...heads },
    });
    await send(other, from);
    expect(only((await village.review()).sessions)).toMatchObject({
      decision: { decision: 'approved', counted },
      amendment: { by: ['Thành viên thử'], at: 77 },
      people: { total: before.people.total + 2 },
      reply: null,
    });
  });

  it('the rows behind the figures, without whose they are', async () => {
    const village = await openReviewVillage();
    await writeDay(village);
    const { rows } = only((await village.review()).sessions);
    expect(rows).toEqual({
      people: [
        { sex: 'female', ageBand: 'from60', kind: 'named', count: 1 },
        { sex: 'male', ageBand: null, kind: 'named', count: 1 },
        { sex: 'female', ageBand: 'from60', kind: 'counted', count: 1 },
        { sex: null, ageBand: null, kind: 'declined', count: 1 },
      ],
      accounts: [{ isFinished: true, level: null, stepsByWhoActed: { self: 1, onBehalf: 1 } }],
      dossiers: [
        { procedure: '2.000635', route: null, standing: 'draft', sectionsByWhoActed: { guided: 1 } },
        {
          ...{ procedure: '2.000635', route: 'counter', standing: 'awaitingOffice' },
          sectionsByWhoActed: { guided: 1 },
        },
      ],
    });
  });

  it('how many are named at two sessions of one day, by number or by record, and at none of another day', async () => {
    const village = await openReviewVillage();
    const { phone } = village;
    const [one, two, later] = ['2026-09-20', '2026-09-20', '2026-09-21'].map((day) =>
      writeSession(phone, makeId(), day),
    ) as [RecordId, RecordId, RecordId];
    const [mau = '', thu = ''] = writePeople(phone, one);
    const again = makeId<RecordId>();
    phone.save({
      collection: 'citizen',
      record: again,
      patch: { session: two, fullName: 'HOÀNG THỊ MẪU', matchKey: 'key0' },
    });
    const write = (session: RecordId, visitors: readonly string[]) =>
      phone.save({
        collection: 'attendance',
        record: makeId<RecordId>(),
        patch: {
          session,
          machine: `${phone.id} Lành`,
          ...Object.fromEntries(
            visitors.map((citizen, at) => [`visitors/A0${at + 1}`, { citizen, at: 1, state: 'done' }]),
          ),
        },
      });
    write(one, [mau, thu]);
    write(two, [again]);
    write(later, [mau, thu]);
    await send(phone);
    const { sessions } = await village.review();
    const count = (session: RecordId) => sessions.find((each) => each.session === session)?.alsoElsewhere;
    expect([one, two, later].map(count)).toEqual([1, 1, 0]);
  });

  it('a house as the place of a session, without whose it is', async () => {
    const village = await openReviewVillage();
    const { phone, head } = village;
    const session = writeSession(phone, makeId());
    writePeople(phone, session);
    const [mau = ''] = writePeople(phone, session);
    phone.save({ collection: 'session', record: session, patch: { place: 'Nhà bà Mẫu' } });
    const visitors = { 'visitors/A01': { citizen: mau, at: 1, state: 'done' } };
    phone.save({
      collection: 'attendance',
      record: makeId<RecordId>(),
      patch: { session, machine: `${phone.id} Lành`, ...visitors },
    });
    await send(phone);
    expect(only((await village.review()).sessions).place).toBe('Nhà bà …');
    const read = await head.sync({ key: 'read', cursor: null });
    expect(JSON.stringify(read)).not.toContain('Nhà bà Mẫu');
  });
});
