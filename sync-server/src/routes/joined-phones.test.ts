import { afterEach, describe, expect, it } from 'vitest';
import { reviewReply } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import { createReviewRoutes } from './review.ts';

afterEach(closeServers);

const TEAM = 'Thôn Mẫu';
const FACTS = {
  ...{
    place: 'Nhà văn hóa',
    hamlet: TEAM,
    kind: 'hamletMeeting',
    day: '2026-09-20',
    openedAt: 1,
    leader: 'Lành',
  },
  consentRead: { version: '2026-10', hash: 'h', at: 2, reader: 'Lành' },
};
/** The same, as another phone's program may put it down: the order of the keys is its own. */
const SAME_FACTS = { ...FACTS, consentRead: { reader: 'Lành', at: 2, hash: 'h', version: '2026-10' } };

/** Thu never comes. */
const EXPECTED = {
  'members/b/expected': { name: 'Mai', at: 1 },
  'members/d/expected': { name: 'Thu', at: 1 },
};

async function openSession() {
  const { server, commune } = await openCommune({ moreRoutes: createReviewRoutes });
  const [opener, joined] = [
    await server.enrol(commune.n, { team: TEAM }),
    await server.enrol(commune.n, { team: TEAM }),
  ];
  const head = await server.enrol(commune.n, { role: 'head' });
  const session = makeId<RecordId>();
  opener.save({
    collection: 'session',
    record: session,
    patch: { ...FACTS, 'members/a/in': { name: 'Lành', at: 1 }, ...EXPECTED },
  });
  joined.save({
    collection: 'session',
    record: session,
    patch: { ...SAME_FACTS, 'members/b/in': { name: 'Mai', at: 3 } },
  });
  const review = async () =>
    reviewReply.parse(await (await head.ask('POST', '/api/review/sessions')).json()).sessions;
  return { opener, joined, session, review };
}

function writeList(phone: FixtureDevice, session: RecordId, entries: Patch): void {
  const patch = { session, machine: `${phone.id} x`, lettersGiven: 1, table: 2, ...entries };
  phone.save({ collection: 'attendance', record: makeId<RecordId>(), patch });
}

describe('a phone that joined a session without signal', () => {
  it.each([
    ['before the opener', true],
    ['after the opener', false],
  ])('is heard %s, and the session is one, with both lists and no conflict', async (_, isJoinedFirst) => {
    const { opener, joined, session, review } = await openSession();
    writeList(opener, session, {
      letter: 'A',
      'heads/1': { at: 1 },
      'heads/2': { at: 2 },
    });
    writeList(joined, session, {
      letter: 'B',
      'heads/1': { at: 1 },
      'heads/2': { at: 2 },
      'heads/3': { at: 3 },
    });
    const [first, second] = isJoinedFirst ? [joined, opener] : [opener, joined];
    await send(first);
    expect(await review()).toMatchObject([
      { session, place: 'Nhà văn hóa', people: { total: isJoinedFirst ? 3 : 2 } },
    ]);
    await send(second);
    const [whole, another] = await review();
    expect(another).toBeUndefined();
    expect(whole).toMatchObject({ session, leader: 'Lành', people: { total: 5 } });
    expect(whole?.members.map(({ name, in: at }) => [name, at]).sort()).toEqual([
      ['Lành', 1],
      ['Mai', 3],
      ['Thu', null],
    ]);
    for (const phone of [opener, joined]) {
      const read = await phone.sync({ key: 'read', cursor: null });
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      for (const change of read.answer.changes) expect(change.conflicts).toBeUndefined();
      expect(read.answer.changes.map((change) => change.collection)).toContain('attendance');
    }
  });

  it('keeps both calls when two phones called the same person', async () => {
    const { opener, joined, session } = await openSession();
    const list = makeId<RecordId>();
    const waiting = { citizen: makeId<RecordId>(), at: 1, state: 'waiting' };
    opener.save({ collection: 'attendance', record: list, patch: { session, 'visitors/A01': waiting } });
    await send(opener);
    const call = (by: string, table: number) => ({ ...waiting, state: 'inHand', by, table });
    const seen = opener.queue.length;
    opener.save({
      collection: 'attendance',
      record: list,
      base: 9,
      patch: { 'visitors/A01': call('Lành', 1) },
    });
    const sent = await opener.sync({ runs: [opener.makeRun(seen + 1, seen + 1)] });
    expect(sent.ok).toBe(true);
    joined.save({
      collection: 'attendance',
      record: list,
      base: 1,
      patch: { 'visitors/A01': call('Mai', 2) },
    });
    await send(joined);
    const read = await opener.sync({ key: 'read', cursor: null });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const told = read.answer.changes.find((change) => change.record === list);
    expect(told?.conflicts?.['visitors/A01']).toEqual([call('Mai', 2), call('Lành', 1)]);
  });
});

describe('somebody who was written down on two phones', () => {
  async function writeTwice(numbers: readonly [string, string], said: Patch) {
    const { opener, joined, session, review } = await openSession();
    const [earlier, later] = [makeId<RecordId>(), makeId<RecordId>()];
    const person = (matchKey: string) => ({
      session,
      fullName: 'HOÀNG THỊ MẪU',
      ...(matchKey && { matchKey }),
    });
    opener.save({ collection: 'citizen', record: earlier, patch: person(numbers[0]) });
    writeList(opener, session, {
      letter: 'A',
      'visitors/A01': { citizen: earlier, at: 1, state: 'done' },
    });
    const answers = Object.fromEntries(Object.entries(said).map(([, value]) => [`sameAs/${earlier}`, value]));
    joined.save({ collection: 'citizen', record: later, patch: { ...person(numbers[1]), ...answers } });
    writeList(joined, session, {
      letter: 'B',
      'visitors/B01': { citizen: later, at: 2, state: 'waiting' },
    });
    await send(opener);
    await send(joined);
    return (await review())[0]?.people.total;
  }
  const said = (is: string) => ({ answer: { is, at: 1, by: 'Mai' } });

  it('counts once where somebody said so, and where the numbers do', async () => {
    expect(await writeTwice(['', ''], {})).toBe(2);
    expect(await writeTwice(['', ''], said('same'))).toBe(1);
    expect(await writeTwice(['k', 'k'], {})).toBe(1);
  });

  it('counts twice where somebody said that they are two, and after “the same” was taken back', async () => {
    expect(await writeTwice(['k', 'k'], said('different'))).toBe(2);
    expect(await writeTwice(['', ''], { answer: null })).toBe(2);
  });
});

describe('two sessions of one place and day', () => {
  it('are read as one where the team said so, and as two after it was taken back', async () => {
    const { opener, joined, session, review } = await openSession();
    const twin = makeId<RecordId>();
    joined.save({
      collection: 'session',
      record: twin,
      patch: { ...FACTS, openedAt: 5, 'members/c/in': { name: 'Nam', at: 5 } },
    });
    writeList(opener, session, { letter: 'A', 'heads/1': { at: 1 } });
    writeList(joined, twin, { letter: 'A', 'heads/1': { at: 6 }, 'heads/2': { at: 7 } });
    await send(opener);
    await send(joined);
    expect((await review()).map(({ people }) => people.total).sort()).toEqual([1, 2]);
    const say = async (value: Patch[string]) => {
      joined.save({ collection: 'session', record: twin, patch: { [`sameAs/${session}`]: value } });
      const last = joined.queue.length;
      await joined.sync({ runs: [joined.makeRun(last, last)] });
    };
    await say({ is: 'same', at: 8, by: 'Mai' });
    const [one, another] = await review();
    expect(another).toBeUndefined();
    expect(one).toMatchObject({ session, people: { total: 3 } });
    expect(one?.members.map(({ name }) => name).sort()).toEqual(['Lành', 'Mai', 'Nam', 'Thu']);
    await say(null);
    expect(await review()).toHaveLength(2);
  });
});
