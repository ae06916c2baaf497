import { afterEach, describe, expect, it } from 'vitest';
import { peopleReply, reviewReply, type SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import {
  openReviewVillage,
  PEOPLE,
  writeDay,
  writePeople,
  writeSession,
} from '../../../fixtures/devices/review-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import { verifyAudit } from '../services/audit.ts';

afterEach(closeServers);

const only = (reply: { sessions: SessionSummary[] }): SessionSummary => {
  const [summary, another] = reply.sessions;
  if (!summary || another) throw new Error(`There are ${reply.sessions.length} sessions.`);
  return summary;
};

describe('the head reads a session', () => {
  it('in counts over all phones, without the name, the number or the telephone of anybody who came', async () => {
    const village = await openReviewVillage();
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
      accounts: {
        begun: 1,
        finished: 1,
        stepsByWhoActed: { self: 1, onBehalf: 1 },
        policeReferrals: 1,
        policeAppointments: 0,
      },
      dossiers: { total: 2, byStanding: { draft: 1, awaitingOffice: 1 }, sectionsByWhoActed: { guided: 2 } },
      incidents: [{ kind: 'scannerJam', note: 'Máy kẹt khi quét thẻ …, gọi … hoặc …. 20 phút.' }],
      satisfaction: { good: 36, fair: 3, poor: 1 },
      silentPhones: [],
      decision: null,
    });
  });

  it('with a day at the police counted as an appointment, and a yes to their being told as that alone', async () => {
    const village = await openReviewVillage();
    const { phone } = village;
    const session = writeSession(phone, makeId());
    const [mau, thu, viDu] = writePeople(phone, session);
    const yes = { session, purposes: ['policeReferral'], at: 1 };
    const save = (collection: string, patch: Patch) =>
      phone.save({ collection, record: makeId<RecordId>(), patch: { session, ...patch } });
    save('consent', { ...yes, citizen: mau ?? '' });
    save('consent', { ...yes, citizen: thu ?? '' });
    save('consent', { ...yes, citizen: viDu ?? '', withdrawnAt: 2 });
    save('accountSetup', { citizen: mau ?? '', policeDay: '2026-09-23', finishedAt: 2 });
    save('accountSetup', { citizen: thu ?? '', followUp: 'police', finishedAt: 2 });
    const appointment = { day: '2026-09-24', part: 'morning', place: 'Công an xã' };
    const dossier = { citizen: viDu ?? '', procedure: '3.000228', route: 'policeInPerson' };
    save('dossier', { ...dossier, appointment });
    save('dossier', { ...dossier, citizen: thu ?? '' });
    await send(phone);
    expect(only(await village.review()).accounts).toMatchObject({
      policeReferrals: 2,
      policeAppointments: 2,
    });
  });

  it('and without the name of somebody who came to another session', async () => {
    const village = await openReviewVillage();
    const { phone } = village;
    writePeople(phone, writeSession(phone, makeId(), '2026-09-19'));
    const session = writeSession(phone, makeId());
    const note = 'Nông  văn THỬ báo có người lạ';
    const incident = { 'incidents/1': { at: 2, kind: 'fraudReport', note } };
    phone.save({ collection: 'session', record: session, patch: incident });
    await send(phone);
    const told = (await village.review()).sessions.find((one) => one.session === session);
    expect(told?.incidents).toEqual([{ kind: 'fraudReport', note: '… báo có người lạ' }]);
  });

  it('and without the name of a relative who files for somebody, here or at another session', async () => {
    const village = await openReviewVillage();
    const { phone } = village;
    const session = writeSession(phone, makeId());
    const relative = { name: 'Lý Văn Ngọc', kin: 'child', phone: '0987000222', agreedAt: 1 };
    const dossier = { citizen: makeId<RecordId>(), procedure: '2.000635', route: 'relative', relative };
    phone.save({ collection: 'dossier', record: makeId(), patch: dossier });
    const note = 'Con là Lý Văn Ngọc nộp giúp, gọi 0987 000 222';
    const incident = { 'incidents/1': { at: 2, kind: 'other', note } };
    phone.save({ collection: 'session', record: session, patch: incident });
    await send(phone);
    const reply = await village.review();
    expect(JSON.stringify(reply)).not.toMatch(/Ngọc|0987/);
    expect(only(reply).incidents).toEqual([{ kind: 'other', note: 'Con là … nộp giúp, gọi …' }]);
  });

  it('is told which phone has not sent everything, and how much', async () => {
    const village = await openReviewVillage();
    const { other } = await writeDay(village);
    await other.sync({ heartbeat: { lastSeq: other.queue.length + 5, pending: 5 } });
    const elsewhere = await village.server.enrol(village.commune.n);
    await elsewhere.sync({ heartbeat: { lastSeq: 9, pending: 9 } });
    expect(only(await village.review()).silentPhones).toEqual([
      { why: 'behind', name: 'Thành viên thử', missing: 5, lastSeenAt: TEST_NOW },
    ]);
  });

  it('sees the decision that was said in knowledge of the others, whatever the clock of the phone said', async () => {
    const village = await openReviewVillage();
    const { session } = await writeDay(village);
    const { head } = village;
    const { seen } = only(await village.review());
    const review = makeId<RecordId>();
    const decide = (decision: string, turn: number, at: number) => ({
      ...{ decision, by: 'Chủ tịch', at, seen, turn },
    });
    head.save({
      collection: 'review',
      record: review,
      patch: { session, 'decisions/1': decide('returned', 1, 900) },
    });
    head.save({ collection: 'review', record: review, patch: { 'decisions/2': decide('approved', 2, 100) } });
    await send(head);
    const { decision, seen: later } = only(await village.review());
    expect(decision).toEqual({
      ...{ record: review, key: '2', decision: 'approved', by: 'Chủ tịch', at: 100 },
      ...{ turn: 2, seen, reason: null, counted: null, isDeputy: false },
    });
    expect(later).toBeGreaterThan(seen);
  });

  it('keeps old sessions out once they are decided, and in until then', async () => {
    const village = await openReviewVillage();
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
    const village = await openReviewVillage();
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

  it('is shown what the team added after the approval, by whom, and their answer to what was sent back', async () => {
    const village = await openReviewVillage();
    const { session, other } = await writeDay(village);
    const { head } = village;
    const before = only(await village.review());
    const counted = { people: before.people.total, dossiers: before.dossiers.total, steps: 2 };
    const word = { decision: 'returned', by: 'Chủ tịch', at: 5, seen: before.seen, counted };
    head.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'decisions/1': { ...word, reason: 'Số người chưa khớp' } },
    });
    await send(head);
    expect(only(await village.review())).toMatchObject({
      amendment: null,
      reply: null,
      decision: { counted },
    });
    const from = other.queue.length + 1;
    other.save({
      collection: 'attendance',
      record: makeId<RecordId>(),
      patch: { session, machine: 'Nam', 'heads/9': { at: 77 } },
    });
    const note = 'Đếm sót bà Hoàng Thị Mẫu, 0912345678';
    other.save({
      collection: 'session',
      record: session,
      patch: { 'replies/1': { to: '1', at: 88, by: 'Nam', note } },
    });
    const sent = await other.sync({ runs: [other.makeRun(from, other.queue.length)] });
    expect(sent).toMatchObject({ ok: true, answer: { setAside: [] } });
    const after = only(await village.review());
    expect(after.people.total).toBe(before.people.total + 1);
    expect(after.amendment).toEqual({ by: ['Thành viên thử'], at: 77 });
    expect(after.reply).toEqual({ by: 'Nam', at: 88, note: 'Đếm sót bà …, …' });
  });

  it('pulls no word of a team that may name somebody', async () => {
    const village = await openReviewVillage();
    const { session, other } = await writeDay(village);
    const pull = async (device: FixtureDevice) => {
      const read = await device.sync({ key: 'read', cursor: null });
      if (!read.ok) throw new Error(JSON.stringify(read));
      return read.answer.changes;
    };
    const [ofHead, ofTeam] = [await pull(village.head), await pull(other)];
    expect(ofHead.map((change) => change.record)).toEqual([session]);
    const text = JSON.stringify(ofHead).toLowerCase();
    for (const person of PEOPLE) expect(text).not.toContain(person.toLowerCase());
    expect(JSON.stringify(ofTeam)).toContain('Nguyễn văn');
  });

  it('gets the lodged dossiers without whose they are, and every hamlet with its last session', async () => {
    const village = await openReviewVillage();
    const { phone, server, commune } = village;
    const session = writeSession(phone, makeId());
    const [mau] = writePeople(phone, session);
    const record = makeId<RecordId>();
    const dossier = { session, citizen: mau ?? '', procedure: '2.000635', route: 'counter', finishedAt: 2 };
    phone.save({ collection: 'dossier', record, patch: dossier });
    await send(phone);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const noted = { at: 3, by: 'Tú' };
    const number = {
      dossierNo: 'H57.13-261122-0003',
      evidence: 'officerEntered',
      formatKnown: true,
      ...noted,
    };
    const due = { day: '2026-09-25', at: 3, by: 'Tú' };
    const patch = { recordedNumber: number, handedOver: noted, dueOnReceipt: due };
    officer.save({ collection: 'dossier', record, patch });
    await send(officer);
    const reply = await village.review();
    expect(reply.lodged).toEqual([
      {
        ...{
          session,
          procedure: '2.000635',
          route: 'counter',
          evidence: 'officerEntered',
          lodgedAt: TEST_NOW,
        },
        ...{ receivedAt: TEST_NOW, status: null, ended: null, supplements: [], due: { day: due.day, at: 3 } },
        ...{ handedOverAt: 3, closedAt: null },
      },
    ]);
    expect(JSON.stringify(reply)).not.toContain('0003');
    expect(reply.hamlets).toEqual([
      { hamlet: 'Thôn Mẫu', lastDay: '2026-09-20', lastSession: session, request: null },
    ]);
  });

  it('may see who came, once it is written down that they looked', async () => {
    const village = await openReviewVillage();
    const { session } = await writeDay(village);
    const { head, server } = village;
    const reply = await head.ask('POST', '/api/review/people', { body: { session } });
    const { people } = peopleReply.parse(await reply.json());
    expect(people).toEqual([
      { name: 'HOÀNG THỊ MẪU', queue: ['A01', 'B01'], dossiers: [] },
      { name: 'NÔNG VĂN THỬ', queue: ['A02'], dossiers: [{ procedure: '2.000635', standing: 'draft' }] },
      {
        ...{ name: 'NGUYỄN VĂN VÍ DỤ', queue: [] },
        dossiers: [{ procedure: '2.000635', standing: 'awaitingOffice' }],
      },
    ]);
    const [entry, ...more] = await server.store.listAuditEntries(0, 10);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'openSessionPeople', object: session, device: head.id });
    expect(await verifyAudit(server)).toMatchObject({ ok: true, value: { entries: 1 } });
  });

  it('is told nothing of a session that is not theirs, and which field is wrong', async () => {
    const { head, server } = await openReviewVillage();
    const ask = async (body: unknown) => {
      const reply = await head.ask('POST', '/api/review/people', { body });
      return { status: reply.status, said: (await reply.json()) as unknown };
    };
    expect(await ask({ session: makeId() })).toMatchObject({ status: 404 });
    expect(await ask({ session: 'x' })).toEqual({
      status: 422,
      said: { error: 'fieldInvalid', field: 'session' },
    });
    expect(await server.store.listAuditEntries(0, 10)).toEqual([]);
  });
});
