import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Cursor, SyncAnswer } from '#shared/contracts/sync';
import type { RecordId } from '#shared/ids';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { pull, send } from '../../../fixtures/devices/send-and-pull.ts';

afterEach(closeServers);

const listRecords = (answer: SyncAnswer): string[] => answer.changes.map((change) => change.record);

function saveCitizenWithDossier(phone: FixtureDevice) {
  const citizen = makeId<RecordId>();
  const dossier = makeId<RecordId>();
  const paper = makeId<RecordId>();
  phone.save({ collection: 'citizen', record: citizen, patch: { fullName: 'TRẦN THỊ VÍ DỤ' } });
  phone.save({ collection: 'paper', record: paper, patch: { dossier, citizen, pieces: 1 } });
  phone.save({ collection: 'dossier', record: dossier, patch: { citizen, 'papers/idCard': paper } });
  return { citizen, dossier, paper };
}

describe('what a device reads', () => {
  it('is its team’s work, whole records, and never its own writes', async () => {
    const { server, commune } = await openCommune();
    const writer = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const mate = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const other = await server.enrol(commune.n, { team: 'Thôn Hạ' });
    const record = makeId<RecordId>();
    writer.save({ collection: 'session', record, patch: { place: 'Đình làng' } });
    writer.save({ collection: 'session', record, patch: { day: '2026-11-22' } });
    await send(writer);
    expect((await pull(mate)).changes).toMatchObject([
      { record, kind: 'state', fields: { place: 'Đình làng', day: '2026-11-22' } },
    ]);
    expect((await pull(writer)).changes).toEqual([]);
    expect((await pull(other)).changes).toEqual([]);
  });

  it('is a session that its team has planned, which nobody else has to know of', async () => {
    const { server, commune } = await openCommune();
    const writer = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const mate = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const head = await server.enrol(commune.n, { role: 'head' });
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const record = makeId<RecordId>();
    const plan = { place: 'Đình làng', day: '2026-11-29', time: '08:00', people: 40 };
    writer.save({ collection: 'sessionPlan', record, patch: plan });
    await send(writer);
    expect((await pull(mate)).changes).toMatchObject([{ record, collection: 'sessionPlan', fields: plan }]);
    for (const other of [head, officer]) expect((await pull(other)).changes).toEqual([]);
  });

  it('moves its cursor even when nothing was for it, and reads only what is new', async () => {
    const { server, commune } = await openCommune();
    const writer = await server.enrol(commune.n);
    const mate = await server.enrol(commune.n);
    const record = makeId<RecordId>();
    writer.save({ collection: 'session', record, patch: { place: 'Một' } });
    await send(writer);
    const first = await pull(mate);
    expect((await pull(mate, first.cursor)).changes).toEqual([]);
    writer.save({ collection: 'session', record, patch: { place: 'Hai' } });
    await send(writer, 2);
    expect((await pull(mate, first.cursor)).changes).toMatchObject([{ fields: { place: 'Hai' } }]);
    expect((await pull(writer, first.cursor)).cursor?.seq).toBe(2);
  });

  it('begins again when the store has another name, own writes included', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { place: 'Một' } });
    await send(phone);
    const strange = { incarnation: new Uint8Array(randomBytes(16)), seq: 99 };
    expect((await pull(phone, strange)).cursor?.seq).toBe(1);
    await server.store.beginIncarnation({
      id: makeId(),
      restored: { life: 1, findStart: (seq) => seq + 1_000, revoked: [], endedDelegations: [], at: TEST_NOW },
    });
    const answer = await pull(phone, strange);
    expect(answer.changes).toHaveLength(1);
  });

  it('is nothing under the send key, however it asks', async () => {
    const { server, commune } = await openCommune();
    const writer = await server.enrol(commune.n);
    const mate = await server.enrol(commune.n);
    writer.save({ collection: 'session', record: makeId<RecordId>(), patch: { place: 'Một' } });
    await send(writer);
    const outcome = await mate.sync({ key: 'send', cursor: null });
    expect(outcome).toMatchObject({ ok: true, answer: { changes: [] } });
    expect(outcome.ok && outcome.answer.cursor).toBe(undefined);
  });

  it('holds both values where two people wrote without having seen each other, for the author too', async () => {
    const { server, commune } = await openCommune();
    const one = await server.enrol(commune.n);
    const two = await server.enrol(commune.n);
    const record = makeId<RecordId>();
    one.save({ collection: 'session', record, patch: { place: 'Một' } });
    await send(one);
    two.save({ collection: 'session', record, patch: { place: 'Hai' } });
    await send(two);
    const conflicts = { place: ['Hai', 'Một'] };
    expect((await pull(one)).changes).toMatchObject([{ record, conflicts }]);
    expect((await pull(two)).changes).toMatchObject([{ record, conflicts }]);
  });

  it('comes in pages that lose nothing, whoever wrote in between', async () => {
    const { server, commune } = await openCommune();
    const writer = await server.enrol(commune.n);
    const reader = await server.enrol(commune.n);
    const note = 'Ghi chú '.repeat(200);
    const records = Array.from({ length: 30 }, () => makeId<RecordId>());
    for (const record of records) {
      writer.save({
        collection: 'session',
        record,
        patch: Object.fromEntries(
          Array.from({ length: 10 }, (_, at) => [`incidents/i${at}`, { at, kind: 'power', note }]),
        ),
      });
    }
    await send(writer);
    for (const record of records.slice(0, 5))
      reader.save({ collection: 'session', record, base: 30, patch: { place: 'Của tôi' } });
    await send(reader);
    const seen = new Set<string>();
    let cursor: Cursor | null = null;
    let pages = 0;
    for (let more = true; more; pages += 1) {
      const answer: SyncAnswer = await pull(reader, cursor);
      for (const record of listRecords(answer)) seen.add(record);
      cursor = answer.cursor ?? null;
      more = answer.more;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen).toEqual(new Set(records));
  });
});

describe('what an office reads', () => {
  it('is nothing that comes only after the dossier that names it was opened again', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const [citizen, dossier, paper] = [makeId<RecordId>(), makeId<RecordId>(), makeId<RecordId>()];
    const named = { citizen, 'papers/idCard': paper };
    phone.save({ collection: 'dossier', record: dossier, patch: { ...named, finishedAt: 7 } });
    await send(phone);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: null } });
    await send(phone, 2);
    phone.save({ collection: 'citizen', record: citizen, patch: { fullName: 'TRẦN THỊ VÍ DỤ' } });
    phone.save({ collection: 'paper', record: paper, patch: { dossier, citizen, pieces: 1 } });
    await send(phone, 3);
    const { changes } = await pull(officer);
    expect(changes.filter(({ kind }) => kind !== 'withdrawn')).toEqual([]);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 8 } });
    await send(phone, 5);
    expect(listRecords(await pull(officer)).sort()).toEqual([citizen, dossier, paper].sort());
  });

  it('is a dossier once it is finished, with its citizen and its papers, and no session', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const { citizen, dossier, paper } = saveCitizenWithDossier(phone);
    phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { place: 'Đình' } });
    await send(phone);
    const before = await pull(officer);
    expect(before.changes).toEqual([]);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 1 } });
    await send(phone, 5);
    const after = await pull(officer, before.cursor);
    expect(new Map(after.changes.map((change) => [change.record, change.kind]))).toEqual(
      new Map([
        [dossier, 'state'],
        [citizen, 'granted'],
        [paper, 'granted'],
      ]),
    );
  });

  it('is told once when a dossier is opened again by its writer, and sees neither it nor its citizen and papers', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const { citizen, dossier, paper } = saveCitizenWithDossier(phone);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 1 } });
    await send(phone);
    const before = await pull(officer);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: null, 'answers/a': 'x' } });
    await send(phone, 5);
    const after = await pull(officer, before.cursor);
    expect(after.changes.map(({ record, kind, fields }) => [record, kind, fields])).toEqual(
      expect.arrayContaining([dossier, citizen, paper].map((record) => [record, 'withdrawn', {}])),
    );
    expect(after.changes).toHaveLength(3);
    const another = await pull(await server.enrol(commune.n, { role: 'officer' }));
    expect(another.changes.filter(({ kind }) => kind !== 'withdrawn')).toEqual([]);
    expect(JSON.stringify(another)).not.toContain('VÍ DỤ');
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 2 } });
    await send(phone, 6);
    expect(listRecords(await pull(officer, after.cursor)).sort()).toEqual([citizen, dossier, paper].sort());
  });

  it('goes on seeing a citizen who has another finished dossier', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const { citizen, dossier } = saveCitizenWithDossier(phone);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 1 } });
    phone.save({ collection: 'dossier', record: makeId<RecordId>(), patch: { citizen, finishedAt: 1 } });
    await send(phone);
    const before = await pull(officer);
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: null } });
    await send(phone, 6);
    expect(listRecords(await pull(officer, before.cursor))).not.toContain(citizen);
    expect(listRecords(await pull(await server.enrol(commune.n, { role: 'officer' })))).toContain(citizen);
  });

  it('comes to see a citizen whose record arrives after the finished dossier', async () => {
    const { server, commune } = await openCommune();
    const one = await server.enrol(commune.n);
    const two = await server.enrol(commune.n);
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const [citizen, dossier] = [makeId<RecordId>(), makeId<RecordId>()];
    one.save({ collection: 'dossier', record: dossier, patch: { citizen, finishedAt: 1 } });
    await send(one);
    two.save({ collection: 'citizen', record: citizen, patch: { fullName: 'LÊ VĂN VÍ DỤ' } });
    await send(two);
    expect(listRecords(await pull(officer))).toEqual([dossier, citizen]);
  });

  it('is sessions and reviews for the head, and the review comes back to those who ran the session', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const other = await server.enrol(commune.n, { team: 'Thôn Hạ' });
    const head = await server.enrol(commune.n, { role: 'head' });
    const session = makeId<RecordId>();
    phone.save({ collection: 'session', record: session, patch: { place: 'Đình' } });
    phone.save({ collection: 'citizen', record: makeId<RecordId>(), patch: { session } });
    await send(phone);
    expect(listRecords(await pull(head))).toEqual([session]);
    const decision = { decision: 'returned', by: 'Chị Hà', at: 1, seen: 2, reason: 'Thiếu giờ' };
    head.save({
      collection: 'review',
      record: makeId<RecordId>(),
      patch: { session, 'decisions/a': decision },
    });
    await send(head);
    expect((await pull(phone)).changes.map((change) => change.collection)).toEqual(['review']);
    expect((await pull(other)).changes).toEqual([]);
  });

  it('never reaches another commune, nor lets one write there', async () => {
    const { server, commune } = await openCommune();
    const elsewhere = await server.makeCommune('Xã Khác', 'Tỉnh Khác');
    const phone = await server.enrol(commune.n);
    const stranger = await server.enrol(elsewhere.n);
    const record = makeId<RecordId>();
    phone.save({ collection: 'session', record, patch: { place: 'Đình' } });
    await send(phone);
    expect((await pull(stranger)).changes).toEqual([]);
    stranger.save({ collection: 'session', record, patch: { place: 'Của tôi' } });
    const refused = await stranger.sync({ runs: [stranger.makeRun(1, 1)] });
    expect(refused).toMatchObject({ ok: true, answer: { setAside: [{ seq: 1, code: 'notFound' }] } });
    const mate = await server.enrol(commune.n);
    expect((await pull(mate)).changes).toMatchObject([{ fields: { place: 'Đình' } }]);
  });
});
