import { afterEach, describe, expect, it } from 'vitest';
import { reviewReply, type SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { type FixtureServer, makeServer, TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { createReviewRoute } from './review.ts';

const open: FixtureServer[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** What the head must never be sent. */
const PEOPLE = ['HOÀNG THỊ MẪU', '099147000123', '0912345678', 'NÔNG VĂN THỬ', 'nguyễn văn ví dụ'];

async function openVillage() {
  const server = await makeServer({ moreRoutes: (parts) => [createReviewRoute(parts)] });
  open.push(server);
  const commune = await server.makeCommune();
  const phone = await server.enrol(commune.n, { team: 'Thôn Mẫu' });
  const head = await server.enrol(commune.n, { role: 'head' });
  const review = async () => {
    const reply = await head.ask('POST', '/api/review/sessions');
    const text = await reply.text();
    for (const person of PEOPLE) expect(text.toLowerCase()).not.toContain(person.toLowerCase());
    return reviewReply.parse(JSON.parse(text));
  };
  return { server, commune, phone, head, review };
}

async function send(device: FixtureDevice): Promise<void> {
  const sent = await device.sync({ runs: [device.makeRun(1, device.queue.length)] });
  if (!sent.ok || sent.answer.setAside.length > 0) throw new Error(JSON.stringify(sent));
}

function writeSession(phone: FixtureDevice, member: string, day = '2026-09-20'): RecordId {
  const session = makeId<RecordId>();
  phone.save({
    collection: 'session',
    record: session,
    patch: {
      ...{ place: 'Nhà văn hóa thôn Mẫu', hamlet: 'Thôn Mẫu', kind: 'hamletMeeting', day, leader: 'Lành' },
      ...{ openedAt: 1, closedAt: 2, satisfaction: { good: 36, fair: 3, poor: 1 } },
      [`members/${member}/in`]: { name: 'Lành', at: 1 },
      [`members/${member}/out`]: { at: 2 },
    },
  });
  return session;
}

function writePeople(phone: FixtureDevice, session: RecordId): RecordId[] {
  const names = ['HOÀNG THỊ MẪU', 'NÔNG VĂN THỬ', 'NGUYỄN VĂN VÍ DỤ'];
  const citizens = names.map(() => makeId<RecordId>());
  citizens.forEach((record, at) => {
    const number = { personalId: `09914700012${at + 3}`, matchKey: `key${at}`, phone: '0912345678' };
    phone.save({ collection: 'citizen', record, patch: { session, fullName: names[at] ?? '', ...number } });
  });
  return citizens;
}

async function writeDay({ phone, commune, server }: Awaited<ReturnType<typeof openVillage>>) {
  const other = await server.enrol(commune.n, { team: 'Thôn Mẫu' });
  const member = (await server.store.findDevice(phone.id))?.member ?? '';
  const session = writeSession(phone, member);
  const note = 'Máy kẹt khi quét thẻ Nguyễn văn  Ví dụ, gọi 0912 345 678 hoặc HOÀNG THỊ MẪU. 20 phút.';
  const incident = { 'incidents/1': { at: 2, kind: 'scannerJam', note } };
  phone.save({ collection: 'session', record: session, patch: incident });
  const [mau, thu, viDu] = writePeople(phone, session);
  phone.save({
    collection: 'attendance',
    record: makeId<RecordId>(),
    patch: {
      session,
      machine: `${phone.id} Lành`,
      'heads/1': { at: 1, sex: 'female', ageBand: 'from60' },
      'heads/2': { at: 1, declined: true },
      'visitors/A01': { citizen: mau ?? '', at: 1, sex: 'female', ageBand: 'from60', state: 'done' },
      'visitors/A02': { citizen: thu ?? '', at: 1, sex: 'male', state: 'waiting' },
    },
  });
  const again = makeId<RecordId>();
  other.save({
    collection: 'citizen',
    record: again,
    patch: { session, fullName: 'HOÀNG THỊ MẪU', matchKey: 'key0' },
  });
  other.save({
    collection: 'attendance',
    record: makeId<RecordId>(),
    patch: { session, machine: `${other.id} Nam`, 'visitors/B01': { citizen: again, at: 2, state: 'done' } },
  });
  const step = (actedBy: string) => ({ outcome: 'done', actedBy, at: 1 });
  phone.save({
    collection: 'accountSetup',
    record: makeId<RecordId>(),
    patch: {
      session,
      citizen: mau ?? '',
      'steps/install': step('self'),
      'steps/sms': step('onBehalf'),
      finishedAt: 2,
    },
  });
  phone.save({
    collection: 'consent',
    record: makeId<RecordId>(),
    patch: { session, citizen: mau ?? '', purposes: ['prepare', 'policeReferral'], at: 1 },
  });
  const dossier = { session, citizen: thu ?? '', procedure: '2.000635', 'actedBy/requester': 'guided' };
  phone.save({ collection: 'dossier', record: makeId<RecordId>(), patch: dossier });
  const finished = { ...dossier, citizen: viDu ?? '', finishedAt: 2, route: 'counter' };
  phone.save({ collection: 'dossier', record: makeId<RecordId>(), patch: finished });
  await send(phone);
  await send(other);
  return { session, other };
}

const only = (reply: { sessions: SessionSummary[] }): SessionSummary => {
  const [summary, another] = reply.sessions;
  if (!summary || another) throw new Error(`There are ${reply.sessions.length} sessions.`);
  return summary;
};

describe('the head reads a session', () => {
  it('in counts over all phones, without the name, the number or the telephone of anybody who came', async () => {
    const village = await openVillage();
    const { session } = await writeDay(village);
    const reply = await village.review();
    expect(reply.at).toBe(TEST_NOW);
    expect(only(reply)).toMatchObject({
      ...{ session, day: '2026-09-20', place: 'Nhà văn hóa thôn Mẫu', leader: 'Lành' },
      members: [{ name: 'Lành', in: 1, out: 2 }],
      people: {
        ...{ total: 4, named: 2, declined: 1 },
        ...{ bySex: { female: 2, male: 1 }, byAgeBand: { from60: 2 } },
      },
      accounts: { begun: 1, finished: 1, stepsByWhoActed: { self: 1, onBehalf: 1 }, policeReferrals: 1 },
      dossiers: { total: 2, byStanding: { draft: 1, awaitingOffice: 1 }, sectionsByWhoActed: { guided: 2 } },
      incidents: [{ kind: 'scannerJam', note: 'Máy kẹt khi quét thẻ …, gọi … hoặc …. 20 phút.' }],
      satisfaction: { good: 36, fair: 3, poor: 1 },
      silentPhones: [],
      decision: null,
    });
  });

  it('is told which phone has not sent everything, and how much', async () => {
    const village = await openVillage();
    const { other } = await writeDay(village);
    await other.sync({ heartbeat: { lastSeq: other.queue.length + 5, pending: 5 } });
    const elsewhere = await village.server.enrol(village.commune.n);
    await elsewhere.sync({ heartbeat: { lastSeq: 9, pending: 9 } });
    expect(only(await village.review()).silentPhones).toEqual([
      { name: 'Thành viên thử', missing: 5, lastSeenAt: TEST_NOW },
    ]);
  });

  it('sees the decision that the server heard last, whatever the clock of the phone said', async () => {
    const village = await openVillage();
    const { session } = await writeDay(village);
    const { head } = village;
    const { seen } = only(await village.review());
    const review = makeId<RecordId>();
    const decide = (decision: string, at: number) => ({ decision, by: 'Chủ tịch', at, seen });
    head.save({
      collection: 'review',
      record: review,
      patch: { session, 'decisions/1': decide('returned', 900) },
    });
    head.save({ collection: 'review', record: review, patch: { 'decisions/2': decide('approved', 100) } });
    await send(head);
    const { decision, seen: later } = only(await village.review());
    expect(decision).toEqual({ decision: 'approved', by: 'Chủ tịch', at: 100, reason: null });
    expect(later).toBeGreaterThan(seen);
  });

  it('keeps old sessions out once they are decided, and in until then', async () => {
    const village = await openVillage();
    const { phone, head } = village;
    const [old, older] = [
      writeSession(phone, makeId(), '2026-01-02'),
      writeSession(phone, makeId(), '2026-01-01'),
    ];
    await send(phone);
    expect((await village.review()).sessions.map((one) => one.session)).toEqual([old, older]);
    const approved = { decision: 'approved', by: 'Chủ tịch', at: 1, seen: 9 };
    const patch = { session: older, 'decisions/1': approved };
    head.save({ collection: 'review', record: makeId<RecordId>(), patch });
    await send(head);
    expect((await village.review()).sessions.map((one) => one.session)).toEqual([old]);
  });

  it('of the own commune only, and nobody but a head', async () => {
    const village = await openVillage();
    await writeDay(village);
    const { server, commune } = village;
    const elsewhere = await server.makeCommune('Xã Khác');
    const stranger = await server.enrol(elsewhere.n, { role: 'head' });
    const reply = await stranger.ask('POST', '/api/review/sessions');
    expect(reviewReply.parse(await reply.json()).sessions).toEqual([]);
    for (const role of ['volunteer', 'teamLeader', 'officer', 'administrator'] as const) {
      const device = await server.enrol(commune.n, { role });
      expect((await device.ask('POST', '/api/review/sessions')).status).toBe(403);
    }
  });
});
