import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeBytes } from '#shared/contracts/signed-message';
import type { SyncAnswer } from '#shared/contracts/sync';
import { LIMITS } from '#shared/model/envelope';
import type { RecordId } from '#shared/ids';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { verifyAudit } from '../services/audit.ts';

afterEach(closeServers);

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

async function openVillage() {
  const { server, commune } = await openCommune();
  const phone = await server.enrol(commune.n);
  return { server, commune, phone };
}

function cutFile(bytes: Buffer): Buffer[] {
  const total = Math.max(1, Math.ceil(bytes.length / LIMITS.pieceBytes));
  return Array.from({ length: total }, (_, at) =>
    bytes.subarray(at * LIMITS.pieceBytes, (at + 1) * LIMITS.pieceBytes),
  );
}

function savePaper(phone: FixtureDevice, bytes: Buffer, claimed: { type?: string; sha256?: string } = {}) {
  const [paper, dossier, citizen] = [makeId<RecordId>(), makeId<RecordId>(), makeId<RecordId>()];
  const sha256 = createHash('sha256').update(bytes).digest('base64url');
  const pieces = cutFile(bytes);
  const patch = { dossier, citizen, size: bytes.length, pieces: pieces.length, type: 'image/jpeg', sha256 };
  phone.save({ collection: 'citizen', record: citizen, patch: { fullName: 'TRẦN THỊ VÍ DỤ' } });
  phone.save({ collection: 'paper', record: paper, patch: { ...patch, ...claimed } });
  phone.save({ collection: 'dossier', record: dossier, patch: { citizen, 'papers/idCard': paper } });
  return { paper, dossier, pieces };
}

async function putPiece(
  phone: FixtureDevice,
  place: { paper: string; index: number; pieces: readonly Buffer[]; total?: number; method?: string },
) {
  const { paper, index, pieces, total = pieces.length, method = 'PUT' } = place;
  const content = pieces[index] ?? Buffer.alloc(0);
  const make = phone.makePiece({ attachment: paper, index, total, content });
  const path = `/api/attachments/${paper}/${index}`;
  const response = await phone.ask(method, path, { key: 'send', route: 'PUT /api/attachments', make });
  const said = decodeBytes(new Uint8Array(await response.arrayBuffer())) as { w?: boolean; error?: string };
  return { status: response.status, isWhole: said.w, error: said.error };
}

async function sendText(phone: FixtureDevice, from = 1): Promise<SyncAnswer> {
  const outcome = await phone.sync({ runs: [phone.makeRun(from, phone.queue.length)] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.answer;
}

const askToRead = (device: FixtureDevice, paper: string): Promise<Response> =>
  device.ask('POST', `/api/attachments/${paper}/read`, {
    route: 'POST /api/attachments/:id/read',
    body: { attachment: paper },
  });

describe('the pieces of a paper', () => {
  it('are asked for by number, come in any order and twice, and make the paper whole', async () => {
    const { phone } = await openVillage();
    const file = Buffer.concat([JPEG, randomBytes(600_000)]);
    const { paper, pieces } = savePaper(phone, file);
    expect((await sendText(phone)).missing).toEqual([{ attachment: paper, pieces: [0, 1, 2] }]);
    expect(await putPiece(phone, { paper, index: 2, pieces })).toEqual({ status: 200, isWhole: false });
    expect(await putPiece(phone, { paper, index: 2, pieces })).toEqual({ status: 200, isWhole: false });
    expect(await putPiece(phone, { paper, index: 0, pieces, method: 'POST' })).toMatchObject({ status: 200 });
    const between = await phone.sync();
    expect(between.ok && between.answer.missing).toEqual([{ attachment: paper, pieces: [1] }]);
    expect(await putPiece(phone, { paper, index: 1, pieces })).toEqual({ status: 200, isWhole: true });
    expect(await putPiece(phone, { paper, index: 1, pieces })).toEqual({ status: 200, isWhole: true });
  });

  it('that come before their text wait for it', async () => {
    const { phone } = await openVillage();
    const { paper, pieces } = savePaper(phone, JPEG);
    expect(await putPiece(phone, { paper, index: 0, pieces })).toEqual({ status: 200, isWhole: false });
    expect((await sendText(phone)).wholeAttachments).toEqual([paper]);
  });

  it('are called whole again when that answer was lost, and no more once it was read', async () => {
    const { server, phone } = await openVillage();
    const { paper, pieces } = savePaper(phone, JPEG);
    await sendText(phone);
    await putPiece(phone, { paper, index: 0, pieces });
    const { body } = phone.makeSyncBody();
    await server.send('/api/sync', { method: 'POST', body: new Uint8Array(body) });
    const again = await phone.sync();
    const after = await phone.sync();
    expect(again.ok && again.answer.wholeAttachments).toEqual([paper]);
    expect(after.ok && after.answer.wholeAttachments).toEqual([]);
  });

  it('that are not what the paper says are named to their author once, and not asked for again', async () => {
    const { phone } = await openVillage();
    const forged = savePaper(phone, JPEG, { sha256: 'A'.repeat(43) });
    const script = savePaper(phone, Buffer.from('<script>alert(1)</script>'));
    await sendText(phone);
    for (const { paper, pieces } of [forged, script]) await putPiece(phone, { paper, index: 0, pieces });
    const told = await phone.sync();
    expect(told.ok && told.answer.missing).toEqual([]);
    expect(told.ok && told.answer.setAside).toEqual([
      { seq: 2, code: 'pieceMismatch', field: 'sha256' },
      { seq: 5, code: 'wrongType', field: 'sha256' },
    ]);
    const quiet = await phone.sync();
    expect(quiet.ok && quiet.answer.setAside).toEqual([]);
  });

  it('cannot be put in another’s place: address, number, total and owner are bound', async () => {
    const { server, commune, phone } = await openVillage();
    const { paper, pieces } = savePaper(phone, JPEG);
    await sendText(phone);
    const stranger = await server.enrol(commune.n);
    await stranger.sync();
    const make = phone.makePiece({ attachment: paper, index: 0, total: 1, content: JPEG });
    const elsewhere = `/api/attachments/${makeId()}/0`;
    const moved = await phone.ask('PUT', elsewhere, { key: 'send', route: 'PUT /api/attachments', make });
    expect(moved.status).toBe(400);
    expect(await putPiece(phone, { paper, index: 0, pieces, total: 2 })).toMatchObject({
      error: 'pieceMismatch',
    });
    expect(await putPiece(stranger, { paper, index: 0, pieces })).toMatchObject({
      status: 404,
      error: 'notFound',
    });
    expect(await putPiece(phone, { paper, index: 7, pieces, total: 1 })).toMatchObject({
      error: 'malformed',
    });
  });

  it('of more papers than anybody photographs in a day are refused while no text has come', async () => {
    const { phone } = await openVillage();
    let last = { status: 0 };
    for (let count = 0; count <= 256; count += 1)
      last = await putPiece(phone, { paper: makeId(), index: 0, pieces: [JPEG] });
    expect(last).toMatchObject({ status: 507, error: 'storeFull' });
  });
});

describe('a paper that is read again', () => {
  it('comes back byte for byte, is never kept by a browser, and is written down', async () => {
    const { server, commune, phone } = await openVillage();
    const file = Buffer.concat([JPEG, randomBytes(300_000)]);
    const { paper, pieces } = savePaper(phone, file);
    await sendText(phone);
    for (const index of pieces.keys()) await putPiece(phone, { paper, index, pieces });
    const mate = await server.enrol(commune.n);
    const response = await askToRead(mate, paper);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="paper.jpeg"',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/jpeg',
    });
    const entries = await server.store.listAuditEntries(0, 9);
    expect(entries).toMatchObject([{ action: 'openScan', object: paper, device: mate.id }]);
    expect(await verifyAudit(server)).toMatchObject({ ok: true, value: { entries: 1 } });
  });

  it('looks absent to other teams, to other communes and to the office until its dossier is finished', async () => {
    const { server, commune, phone } = await openVillage();
    const { paper, pieces, dossier } = savePaper(phone, JPEG);
    await sendText(phone);
    await putPiece(phone, { paper, index: 0, pieces });
    const elsewhere = await server.makeCommune('Xã Khác');
    const others = [
      await server.enrol(commune.n, { team: 'Thôn Hạ' }),
      await server.enrol(elsewhere.n),
      await server.enrol(commune.n, { role: 'officer' }),
    ];
    const absent = await (await askToRead(phone, makeId())).text();
    for (const other of others) {
      const response = await askToRead(other, paper);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(absent);
    }
    phone.save({ collection: 'dossier', record: dossier, patch: { finishedAt: 1 } });
    await sendText(phone, 4);
    expect(others[2] && (await askToRead(others[2], paper)).status).toBe(200);
  });

  it('is not given to the send key', async () => {
    const { phone } = await openVillage();
    const { paper } = savePaper(phone, JPEG);
    await sendText(phone);
    const response = await phone.ask('POST', `/api/attachments/${paper}/read`, {
      ...{ key: 'send', route: 'POST /api/attachments/:id/read', body: { attachment: paper } },
    });
    expect(response.status).toBe(403);
  });

  it('cannot be found in the database files by anybody who copies them', async () => {
    const { server, phone } = await openVillage();
    const canary = randomBytes(64);
    const { paper, pieces } = savePaper(phone, Buffer.concat([JPEG, canary]));
    await sendText(phone);
    await putPiece(phone, { paper, index: 0, pieces });
    await server.store.checkpoint();
    const stored = readFileSync(server.folders.database);
    expect(stored.includes(canary)).toBe(false);
    expect(stored.includes(Buffer.from('VÍ DỤ'))).toBe(false);
    expect(stored.includes(Buffer.from('idCard'))).toBe(false);
    expect(stored.includes(Buffer.from('image/jpeg'))).toBe(true);
  });
});
