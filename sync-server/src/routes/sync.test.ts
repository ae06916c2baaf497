import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeSignedMessage, requestSignatureInput } from '#shared/contracts/signed-message';
import { encodeReceipt, encodeSyncAnswer, SYNC_ROUTE } from '#shared/contracts/sync';
import type { RecordId } from '#shared/ids';
import { signRaw } from '../../../fixtures/devices/device-keys.ts';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { approveDevice } from '../services/approve-device.ts';

afterEach(closeServers);

const makeSession = (patch: Record<string, string> = { place: 'Nhà văn hóa thôn Đoài' }) => ({
  collection: 'session',
  record: makeId<RecordId>(),
  patch,
});

function saveSessions(phone: FixtureDevice, count: number): void {
  for (let made = 0; made < count; made += 1) phone.save(makeSession());
}

describe('what a phone hands in', () => {
  it('is acknowledged with a receipt that bears the pinned signature', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const last = phone.save(makeSession());
    const outcome = await phone.sync({ runs: [phone.makeRun(1, 1)] });
    expect(outcome).toMatchObject({ ok: true, receipt: { device: phone.id, upTo: 1, held: false } });
    expect(outcome.ok && Buffer.from(outcome.receipt.head)).toEqual(Buffer.from(last.hash));
  });

  it('gets the same answer when the same batch comes again, and is stored once', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    saveSessions(phone, 3);
    phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { nothing: 1 } });
    const first = await phone.sync({ runs: [phone.makeRun(1, 4)] });
    const again = await phone.sync({ runs: [phone.makeRun(1, 4)] });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(first.answer.setAside).toMatchObject([{ seq: 4, code: 'fieldInvalid', field: 'nothing' }]);
    const nonce = new Uint8Array(8);
    expect(encodeReceipt(again.receipt)).toEqual(encodeReceipt(first.receipt));
    expect(encodeSyncAnswer({ ...again.answer, nonce })).toEqual(
      encodeSyncAnswer({ ...first.answer, nonce }),
    );
    expect(await server.store.listChanges({ communeN: commune.n, after: 0, limit: 99 })).toHaveLength(3);
  });

  it('is taken in two runs of one request, and the second continues the first', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    saveSessions(phone, 5);
    const outcome = await phone.sync({ runs: [phone.makeRun(1, 2), phone.makeRun(3, 5)] });
    expect(outcome).toMatchObject({ ok: true, receipt: { upTo: 5 }, answer: { expected: 6 } });
  });

  it('is asked for again from the gap when a stretch is missing, and nothing of it is applied', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    saveSessions(phone, 4);
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    const outcome = await phone.sync({ runs: [phone.makeRun(3, 4)] });
    expect(outcome).toMatchObject({ ok: true, receipt: { upTo: 1 }, answer: { expected: 2 } });
  });

  it('names a copied phone: another history under the same sequence is refused and stays refused', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    saveSessions(phone, 2);
    await phone.sync({ runs: [phone.makeRun(1, 2)] });
    phone.queue.splice(1);
    saveSessions(phone, 1);
    expect(await phone.sync({ runs: [phone.makeRun(2, 2)] })).toMatchObject({
      ok: true,
      answer: { forked: true },
    });
    expect(await phone.sync()).toMatchObject({ ok: true, answer: { forked: true, expected: 3 } });
  });

  it('is set aside by name when it cannot be opened, and what comes behind it proceeds', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    phone.queueBytes(Buffer.from('{"collection":'));
    phone.dictVersion = 0;
    phone.queueBytes(Buffer.from(JSON.stringify({ ...makeSession(), base: 0, at: 1, patch: [] })));
    phone.dictVersion = 1;
    phone.queueBytes(
      Buffer.from(JSON.stringify({ ...makeSession({ place: 'x'.repeat(600_000) }), base: 0, at: 1 })),
    );
    phone.save(makeSession());
    const outcome = await phone.sync({ runs: [phone.makeRun(1, 4)] });
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.receipt.upTo).toBe(4);
    expect(outcome.answer.setAside.map((one) => [one.seq, one.code])).toEqual([
      [1, 'malformed'],
      [2, 'malformed'],
      [3, 'inflatesTooFar'],
    ]);
  });

  it('is set aside by name when it is nested without end or has a key that no field has, and nothing of it is kept', async () => {
    const { server, commune } = await openCommune();
    const [phone, mate] = [await server.enrol(commune.n), await server.enrol(commune.n)];
    phone.dictVersion = 0;
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const queueHead = (head: string): void => {
      const place = `"collection":"attendance","record":"${makeId()}","base":0,"at":1`;
      phone.queueBytes(Buffer.from(`{${place},"patch":{"heads/A1":${head}}}`));
    };
    queueHead(`{"at":1,"x":${deep}}`);
    queueHead('{"at":1,"password":"hunter2"}');
    phone.save(makeSession());
    const outcome = await phone.sync({ runs: [phone.makeRun(1, 3)] });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expect(outcome.answer.setAside).toEqual([
      { seq: 1, code: 'malformed' },
      { seq: 2, code: 'fieldInvalid', field: 'heads/A1' },
    ]);
    const read = await mate.sync({ key: 'read', cursor: null });
    expect(read.ok && read.answer.changes.map((one) => one.collection)).toEqual(['session']);
  });

  it('does not open under another operation, another device or a strange key id', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    saveSessions(phone, 1);
    const run = phone.makeRun(1, 1);
    const items = run.items.map((item) => ({ ...item, keyId: 9 }));
    const outcome = await phone.sync({ runs: [{ ...run, items }] });
    expect(outcome).toMatchObject({ ok: true, answer: { setAside: [{ seq: 1, code: 'sealUnopened' }] } });
  });
});

describe('work that a colleague carries', () => {
  it('is receipted in the name of the phone that wrote it', async () => {
    const { server, commune } = await openCommune();
    const silent = await server.enrol(commune.n);
    const carrier = await server.enrol(commune.n);
    saveSessions(silent, 2);
    const outcome = await carrier.sync({ runs: [silent.makeRun(1, 2, true)] });
    expect(outcome).toMatchObject({
      ok: true,
      receipt: { device: silent.id, upTo: 2 },
      answer: { expected: 3 },
    });
  });

  it('is refused without its origin’s own signature, so that nobody writes in another’s name', async () => {
    const { server, commune } = await openCommune();
    const silent = await server.enrol(commune.n);
    const carrier = await server.enrol(commune.n);
    saveSessions(silent, 1);
    const refused = await carrier.sync({ runs: [silent.makeRun(1, 1, false)] });
    expect(refused).toMatchObject({
      ok: false,
      status: 401,
      error: { error: 'signatureWrong', field: 'run' },
    });
  });
});

describe('a phone that waits for approval', () => {
  it('hands in unopened, is told that it is held, and is obeyed in its order once approved', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { standing: 'waiting' });
    const { record } = makeSession();
    phone.save({ collection: 'session', record, patch: { place: 'Cũ' } });
    phone.save({ collection: 'session', record, patch: { place: 'Mới' } });
    const held = await phone.sync({ key: 'read', cursor: null, runs: [phone.makeRun(1, 2)] });
    expect(held).toMatchObject({
      ok: true,
      receipt: { upTo: 2, held: true },
      answer: { standing: 'waiting', changes: [] },
    });
    expect(held.ok && held.answer.cursor).toBe(undefined);
    expect(await server.store.findRecord(record)).toBe(undefined);
    const waiting = await server.store.findDevice(phone.id);
    if (!waiting) throw new Error('not enrolled');
    approveDevice(server, waiting, waiting.member);
    const colleague = await server.enrol(commune.n);
    const pulled = await colleague.sync({ key: 'read', cursor: null });
    expect(pulled).toMatchObject({ ok: true, answer: { changes: [{ record, fields: { place: 'Mới' } }] } });
    expect(await phone.sync({ runs: [phone.makeRun(1, 2)] })).toMatchObject({
      ok: true,
      receipt: { upTo: 2, held: false },
    });
  });

  it('drains into quarantine after revocation and reads nothing', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { standing: 'revoked' });
    saveSessions(phone, 1);
    const outcome = await phone.sync({ key: 'read', cursor: null, runs: [phone.makeRun(1, 1)] });
    expect(outcome).toMatchObject({
      ok: true,
      receipt: { upTo: 1, held: true },
      answer: { standing: 'revoked', changes: [] },
    });
  });
});

describe('the door of POST /api/sync', () => {
  it('answers a stale nonce with a fresh one, and takes each nonce once', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    expect(await phone.syncOnce({})).toMatchObject({
      ok: false,
      status: 401,
      error: { error: 'nonceStale' },
    });
    const { body } = phone.makeSyncBody();
    const replay = (): Response | Promise<Response> =>
      server.send('/api/sync', { method: 'POST', body: new Uint8Array(body) });
    expect((await replay()).status).toBe(200);
    expect((await replay()).status).toBe(401);
  });

  it('refuses a signature of another route, another key or another device', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    await phone.sync();
    const { payload } = phone.makeSyncBody();
    const sent = async (route: string, key: 'send' | 'read', signer = phone.sendKey): Promise<unknown> => {
      const signature = signRaw(signer, requestSignatureInput(route, payload));
      const body = new Uint8Array(encodeSignedMessage({ payload, key, signature }));
      const response = await server.send('/api/sync', { method: 'POST', body });
      return phone.readError(new Uint8Array(await response.arrayBuffer()));
    };
    expect(await sent('POST /api/other', 'send')).toMatchObject({ error: 'signatureWrong' });
    expect(await sent(SYNC_ROUTE, 'read')).toMatchObject({ error: 'signatureWrong' });
    const stranger = await server.enrol(commune.n);
    expect(await sent(SYNC_ROUTE, 'send', stranger.sendKey)).toMatchObject({ error: 'signatureWrong' });
  });

  it('names what is wrong with bytes that are none of ours and never fails itself', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const post = (body: Uint8Array): Response | Promise<Response> =>
      server.send('/api/sync', { method: 'POST', body: new Uint8Array(body) });
    const { body } = phone.makeSyncBody();
    for (let at = 0; at < body.length; at += 7) {
      const spoilt = Uint8Array.from(body, (byte, place) => (place === at ? byte ^ 0x5a : byte));
      const { status } = await post(spoilt);
      expect(status, `byte ${at}`).toBeGreaterThanOrEqual(400);
      expect(status, `byte ${at}`).toBeLessThan(500);
    }
    expect((await post(randomBytes(300))).status).toBe(400);
    expect((await post(new Uint8Array(400_000))).status).toBe(413);
    expect(server.log).toEqual([]);
  });

  it('takes at most 128 saves at once', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    phone.dictVersion = 0;
    saveSessions(phone, 129);
    const tooMany = [phone.makeRun(1, 100), phone.makeRun(101, 129)];
    expect(await phone.sync({ runs: tooMany })).toMatchObject({
      ok: false,
      status: 413,
      error: { error: 'tooManyItems' },
    });
    expect(await phone.sync({ runs: [phone.makeRun(1, 128)] })).toMatchObject({
      ok: true,
      receipt: { upTo: 128 },
    });
  });

  it('answers an idle poll within 180 bytes, receipt and signature included, and without headers that nobody reads', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    await phone.sync();
    const idle = await phone.sync();
    expect(idle.ok && idle.bytes).toBeLessThanOrEqual(180);
    const { body } = phone.makeSyncBody();
    const response = await server.send('/api/sync', { method: 'POST', body: new Uint8Array(body) });
    expect([...response.headers.keys()]).toEqual([]);
  });

  it('keeps what a phone said of itself, so that what never arrived can be named', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    await phone.sync({
      heartbeat: { lastSeq: 9, pending: 4, oldestAge: 3_600, clock: server.now() - 5_000 },
    });
    expect(await server.store.findDevice(phone.id)).toMatchObject({
      ...{ saidSeq: 9, saidPending: 4, saidOldestAge: 3_600, saidClockOffset: -5_000, lastSeq: 0 },
    });
  });
});
