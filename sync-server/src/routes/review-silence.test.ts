import { afterEach, describe, expect, it } from 'vitest';
import type { SilentPhone } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import { openReviewVillage } from '../../../fixtures/devices/review-village.ts';

afterEach(closeServers);

const MINUTE = 60_000;
const TEAM = 'Thôn Mẫu';

/** The opener's phone (letter A, its list here), and a colleague's of the same team. */
async function openTwoPhones() {
  const village = await openReviewVillage();
  const { server, commune, phone: opener } = village;
  const other = await server.enrol(commune.n, { team: TEAM, name: 'Nam' });
  const session = makeId<RecordId>();
  const member = async (device: FixtureDevice) => (await server.store.findDevice(device.id))?.member ?? '';
  const facts = {
    place: 'Nhà văn hóa',
    hamlet: TEAM,
    kind: 'hamletMeeting',
    day: '2026-09-20',
    leader: 'Lành',
  };
  opener.save({
    collection: 'session',
    record: session,
    patch: { ...facts, openedAt: TEST_NOW, [`members/${await member(opener)}/in`]: { name: 'Lành', at: 1 } },
  });
  const list = makeId<RecordId>();
  const writeList = (patch: Patch) =>
    opener.save({
      collection: 'attendance',
      record: list,
      patch: { session, machine: `${opener.id} Lành`, letter: 'A', ...patch },
    });
  writeList({ 'heads/1': { at: 1 } });
  const sent = new Map<FixtureDevice, number>();
  const sendOf = async (device: FixtureDevice, ahead = 0) => {
    const from = (sent.get(device) ?? 0) + 1;
    sent.set(device, device.queue.length);
    const runs = device.queue.length < from ? [] : [device.makeRun(from, device.queue.length)];
    const outcome = await device.sync({ runs, heartbeat: { clock: server.clock.now + ahead } });
    expect(outcome).toMatchObject({ ok: true, answer: { setAside: [] } });
  };
  const close = (at: number) =>
    opener.save({ collection: 'session', record: session, patch: { closedAt: at } });
  const listSilent = async (): Promise<readonly SilentPhone[] | undefined> =>
    (await village.review()).sessions.find((one) => one.session === session)?.silentPhones;
  return { ...village, opener, other, session, member, writeList, sendOf, close, listSilent };
}

describe('a phone that is silent', () => {
  it('joined by the code without signal and never spoke again: told by its letter, and who it may be', async () => {
    const { opener, other, writeList, sendOf, close, listSilent, server } = await openTwoPhones();
    await sendOf(other);
    writeList({ lettersGiven: 1 });
    server.clock.now += 60 * MINUTE;
    close(server.clock.now);
    await sendOf(opener);
    expect(await listSilent()).toEqual([
      { why: 'joined', name: '', letter: 'B', maybe: ['Nam'], missing: 0, lastSeenAt: null },
    ]);
  });

  it('is none once a list of its letter is here, or the team said that no phone took it', async () => {
    const { opener, other, session, writeList, sendOf, listSilent } = await openTwoPhones();
    writeList({ lettersGiven: 2 });
    await sendOf(opener);
    expect((await listSilent())?.map(({ letter }) => letter)).toEqual(['B', 'C']);
    const record = makeId<RecordId>();
    const patch = { session, machine: `${other.id} Nam`, letter: 'B', 'heads/1': { at: 1 } };
    other.save({ collection: 'attendance', record, patch });
    await sendOf(other);
    writeList({ 'lettersUnused/C': true });
    await sendOf(opener);
    expect(await listSilent()).toEqual([]);
  });

  it('is the opener’s own, when whoever joined by its code was heard first', async () => {
    const { other, session, sendOf, listSilent } = await openTwoPhones();
    other.save({
      collection: 'session',
      record: session,
      patch: { place: 'Nhà văn hóa', hamlet: TEAM, kind: 'hamletMeeting', day: '2026-09-20', openedAt: 1 },
    });
    const patch = { session, machine: `${other.id} Nam`, letter: 'B', 'heads/1': { at: 1 } };
    other.save({ collection: 'attendance', record: makeId<RecordId>(), patch });
    await sendOf(other);
    expect((await listSilent())?.map(({ why, letter }) => [why, letter])).toEqual([['joined', 'A']]);
  });

  it('signed in and has not been heard of since the session was closed, until it is', async () => {
    const { opener, other, session, member, sendOf, close, listSilent, server } = await openTwoPhones();
    const path = `members/${await member(other)}/in`;
    other.save({ collection: 'session', record: session, patch: { [path]: { name: 'Nam', at: 1 } } });
    await sendOf(other);
    server.clock.now += 60 * MINUTE;
    close(server.clock.now);
    server.clock.now += MINUTE;
    await sendOf(opener);
    expect(await listSilent()).toEqual([{ why: 'quiet', name: 'Nam', missing: 0, lastSeenAt: TEST_NOW }]);
    await sendOf(other);
    expect(await listSilent()).toEqual([]);
  });

  it('is not made so by the clock of the phone that closed the session: two hours ahead', async () => {
    const { opener, other, session, sendOf, close, listSilent, server } = await openTwoPhones();
    const patch = { session, machine: `${other.id} Nam`, letter: 'N', 'heads/1': { at: 1 } };
    other.save({ collection: 'attendance', record: makeId<RecordId>(), patch });
    const ahead = 120 * MINUTE;
    close(server.clock.now + ahead);
    server.clock.now += 5 * MINUTE;
    await sendOf(other);
    server.clock.now += 5 * MINUTE;
    await sendOf(opener, ahead);
    expect(await listSilent()).toEqual([]);
  });

  it('owes saves: it is named for that and not for its silence as well', async () => {
    const { opener, other, session, sendOf, close, listSilent, server } = await openTwoPhones();
    const patch = { session, machine: `${other.id} Nam`, letter: 'N', 'heads/1': { at: 1 } };
    other.save({ collection: 'attendance', record: makeId<RecordId>(), patch });
    const heartbeat = { lastSeq: 4, pending: 3 };
    const outcome = await other.sync({ runs: [other.makeRun(1, 1)], heartbeat });
    expect(outcome.ok).toBe(true);
    server.clock.now += 60 * MINUTE;
    close(server.clock.now);
    await sendOf(opener);
    expect(await listSilent()).toEqual([{ why: 'behind', name: 'Nam', missing: 3, lastSeenAt: TEST_NOW }]);
  });

  it('was ended, and so is not waited for', async () => {
    const { opener, other, session, sendOf, close, listSilent, server } = await openTwoPhones();
    const patch = { session, machine: `${other.id} Nam`, letter: 'N', 'heads/1': { at: 1 } };
    other.save({ collection: 'attendance', record: makeId<RecordId>(), patch });
    await sendOf(other);
    server.clock.now += 60 * MINUTE;
    close(server.clock.now);
    await sendOf(opener);
    expect((await listSilent())?.map(({ why }) => why)).toEqual(['quiet']);
    const stored = await server.store.findDevice(other.id);
    await server.store.setStanding(stored?.n ?? 0, 'revoked', { by: makeId(), at: 1 });
    expect(await listSilent()).toEqual([]);
  });
});
