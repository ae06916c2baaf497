import { createHash } from 'node:crypto';
import { encode } from 'cborg';
import { afterEach, describe, expect, it } from 'vitest';
import { requestSignatureInput, encodeSignedMessage } from '#shared/contracts/signed-message';
import type { Run, WireItem } from '#shared/contracts/sync';
import { ENCAPSULATION_BYTES, LIMITS } from '#shared/model/envelope';
import { type DeviceId, idToBytes, type RecordId } from '#shared/ids';
import { badContents, listMalformedRounds, makeBadRun } from '../../fixtures/devices/bad-rounds.ts';
import { signRaw } from '../../fixtures/devices/device-keys.ts';
import {
  type Answered,
  findRefusal,
  type ListeningServer,
  startListeningServer,
} from '../../fixtures/devices/listening-server.ts';
import { type FixtureDevice, makeId, type Piece } from '../../fixtures/devices/make-device.ts';

const houses: ListeningServer[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function openHouse() {
  const house = await startListeningServer();
  houses.push(house);
  const { server, overHttp } = house;
  const commune = await server.makeCommune();
  const phone = overHttp(await server.enrol(commune.n));
  const mate = overHttp(await server.enrol(commune.n));
  const head = overHttp(await server.enrol(commune.n, { role: 'head' }));
  return { house, phone, mate, head };
}
type Village = Awaited<ReturnType<typeof openHouse>>;

/** The phone's own next save arrives, a colleague reads it, the head counts it, and no fault of ours was logged. */
async function expectAllIsWell({ house, phone, mate, head }: Village): Promise<void> {
  const record = makeId<RecordId>();
  const patch = { place: 'Nhà văn hóa', day: '2026-11-22' };
  const { seq } = phone.save({ collection: 'session', record, patch });
  const sent = await phone.sync({ runs: [phone.makeRun(seq, seq)] });
  expect(sent).toMatchObject({ ok: true, receipt: { upTo: seq }, answer: { setAside: [] } });
  const pulled = await mate.sync({ key: 'read', cursor: null });
  expect(pulled.ok && pulled.answer.changes.map((change) => change.record)).toContain(record);
  expect((await head.ask('POST', '/api/review/sessions')).status).toBe(200);
  expect(house.server.log).toEqual([]);
}

async function getNonce(device: FixtureDevice): Promise<Uint8Array> {
  const synced = await device.sync();
  if (!synced.ok) throw new Error(JSON.stringify(synced.error));
  return device.nonce;
}

async function sendRound(
  { house, phone }: Village,
  round: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const quiet = [0, 0, 0, 900, 'test', 0];
  const whole = { v: 1, d: idToBytes(phone.id), n: await getNonce(phone), h: quiet, ...round };
  const present = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  const payload = encode(present);
  const signature = signRaw(phone.readKey, requestSignatureInput('POST /api/sync', payload));
  const body = encodeSignedMessage({ payload, key: 'read', signature });
  return house.ask({ method: 'POST', path: '/api/sync', body });
}

describe('the frame of a round under a right signature', () => {
  it('is malformed, whichever number is negative, broken, none at all or beyond 2^53', async () => {
    const village = await openHouse();
    const wrong: string[] = [];
    for (const round of listMalformedRounds(village.phone.id)) {
      const answered = await sendRound(village, round);
      const code = findRefusal(answered)?.error;
      if (code !== 'malformed')
        wrong.push(`${Buffer.from(encode(round)).toString('hex').slice(0, 99)}: ${code ?? answered.status}`);
    }
    expect(wrong).toEqual([]);
    expect(findRefusal(await sendRound(village, { v: 2 }))?.error).toBe('unsupportedVersion');
    const strange = { r: [makeBadRun(makeId<DeviceId>())] };
    expect(findRefusal(await sendRound(village, strange))?.error).toBe('deviceUnknown');
    const notTheirs = { r: [makeBadRun(village.mate.id)] };
    expect(findRefusal(await sendRound(village, notTheirs))?.error).toBe('signatureWrong');
    await expectAllIsWell(village);
  });

  it('at the far end of every number is asked to begin where it stopped', async () => {
    const village = await openHouse();
    const { phone } = village;
    const far = Number.MAX_SAFE_INTEGER;
    const items = Array(128).fill([new Uint8Array(16), 0, 2 ** 40, 2 ** 40, new Uint8Array()]);
    const answered = await sendRound(village, {
      r: [makeBadRun(phone.id, { f: far, i: items })],
      c: [new Uint8Array(16), far],
      h: [far, far, 0, -1e300, '\u0000', 1e300],
    });
    expect(answered.status).toBe(200);
    expect(await phone.sync()).toMatchObject({ ok: true, answer: { expected: 1, forked: false } });
    await expectAllIsWell(village);
  });

  it('that leaves a gap is asked for what lies between; another history ends the phone’s sending and nobody else’s', async () => {
    const village = await openHouse();
    const { phone, mate } = village;
    for (const place of ['A', 'B', 'C'])
      phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { place } });
    expect(await phone.sync({ runs: [phone.makeRun(3, 3)] })).toMatchObject({
      ...{ ok: true, receipt: { upTo: 0 }, answer: { expected: 1, forked: false } },
    });
    await phone.sync({ runs: [phone.makeRun(1, 3)] });
    const run = phone.makeRun(2, 3);
    const forked = await phone.sync({ runs: [{ ...run, prev: new Uint8Array(32) }] });
    expect(forked).toMatchObject({ ok: true, receipt: { upTo: 3 }, answer: { forked: true } });
    await expectAllIsWell({ ...village, phone: mate, mate: village.head });
  });
});

describe('what is inside a seal', () => {
  it('is set aside under its own name when it makes no sense, and what comes behind it proceeds', async () => {
    const village = await openHouse();
    const { phone } = village;
    const contents = Object.entries(badContents);
    for (const [, { content }] of contents)
      phone.queueBytes(content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content)));
    const sent = await phone.sync({ runs: [phone.makeRun(1, contents.length)] });
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    expect(sent.receipt.upTo).toBe(contents.length);
    const named = new Map(sent.answer.setAside.map(({ seq, code }) => [seq, code]));
    expect(contents.map(([name], at) => [name, named.get(at + 1)])).toEqual(
      contents.map(([name, { code }]) => [name, code]),
    );
    await expectAllIsWell(village);
  });

  it('is set aside when the seal itself is none, whatever stands in its place', async () => {
    const village = await openHouse();
    const { phone } = village;
    const spoils: ((item: WireItem) => WireItem)[] = [
      (item) => ({ ...item, sealed: new Uint8Array() }),
      (item) => ({ ...item, sealed: item.sealed.subarray(0, 27) }),
      (item) => ({
        ...item,
        sealed: Uint8Array.from(item.sealed, (byte, at) => (at === 30 ? byte ^ 1 : byte)),
      }),
      (item) => ({ ...item, keyId: 2 ** 40 }),
      (item) => ({ ...item, dictVersion: 2 ** 16 + item.dictVersion }),
      (item) => ({ ...item, encapsulation: 1 }),
      (item) => ({ ...item, encapsulation: 2 }),
      (item) => ({ ...item, sealed: new Uint8Array(LIMITS.itemBytes + 1) }),
    ];
    const save = { collection: 'session', record: makeId<RecordId>(), patch: { place: 'A' } };
    const codes = ['sealUnopened', 'sealUnopened', 'sealUnopened', 'sealUnopened', 'unsupportedVersion'];
    const offCurve = Uint8Array.from({ length: ENCAPSULATION_BYTES }, (_, at) => (at === 0 ? 4 : 0xff));
    for (const spoil of spoils) {
      const { seq } = phone.save(save);
      const { [seq - 1]: queued } = phone.queue;
      const run = queued && phone.makeRun(seq, seq);
      if (!run) throw new Error('nothing was queued');
      const encapsulations = [...run.encapsulations, new Uint8Array(ENCAPSULATION_BYTES), offCurve];
      const spoilt: Run = { ...run, encapsulations, items: run.items.map(spoil) };
      const sent = await phone.sync({ runs: [spoilt] });
      const code = codes[seq - 1] ?? (seq === spoils.length ? 'tooLarge' : 'sealUnopened');
      expect(sent).toMatchObject({ ok: true, receipt: { upTo: seq }, answer: { setAside: [{ seq, code }] } });
      // What the server chained is what arrived: the phone's next save hangs on that.
      const head = sent.ok ? sent.receipt.head : new Uint8Array();
      phone.queue[seq - 1] = { ...queued, hash: head };
    }
    await expectAllIsWell(village);
  });
});

describe('a piece under a right signature', () => {
  const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const put = async (device: FixtureDevice, piece: Piece & { path?: string }): Promise<[number, unknown]> => {
    const { attachment, index, path = `/api/attachments/${attachment}/${index}` } = piece;
    const make = device.makePiece(piece);
    const response = await device.ask('PUT', path, { key: 'send', route: 'PUT /api/attachments', make });
    const { status, headers } = response;
    const body = Buffer.from(await response.arrayBuffer());
    return [status, findRefusal({ status, body, headers: Object.fromEntries(headers) })?.error];
  };

  it('is refused out of range, too long, under another address and in another’s paper', async () => {
    const village = await openHouse();
    const { phone, mate } = village;
    const attachment = makeId<RecordId>();
    const piece = { attachment, index: 0, total: 1, content: JPEG };
    expect(await put(phone, piece)).toEqual([200, undefined]);
    const refused: [Partial<Piece> & { path?: string }, [number, string]][] = [
      [{ index: 1 }, [400, 'malformed']],
      [{ index: 999, total: 1_000 }, [400, 'malformed']],
      [{ total: 0 }, [400, 'malformed']],
      [{ total: 49 }, [400, 'malformed']],
      [{ total: 2 ** 40 }, [400, 'malformed']],
      [{ index: -1, path: `/api/attachments/${attachment}/0` }, [400, 'malformed']],
      [{ index: 0.5, path: `/api/attachments/${attachment}/0` }, [400, 'malformed']],
      [{ path: `/api/attachments/${attachment}/1` }, [400, 'malformed']],
      [{ path: `/api/attachments/${attachment}/00` }, [400, 'malformed']],
      [{ path: `/api/attachments/${makeId()}/0` }, [400, 'malformed']],
      [{ path: '/api/attachments/%00/0' }, [400, 'malformed']],
      [{ path: '/api/attachments/%ff/0' }, [400, 'malformed']],
      [{ content: Buffer.alloc(LIMITS.pieceBytes + 1) }, [413, 'tooLarge']],
      [{ content: Buffer.alloc(LIMITS.pieceBytes + 2_000) }, [413, 'tooLarge']],
    ];
    for (const [changed, answer] of refused)
      expect([changed.path ?? changed, await put(phone, { ...piece, ...changed })]).toEqual([
        ...[changed.path ?? changed, answer],
      ]);
    expect(await put(mate, piece)).toEqual([404, 'notFound']);
    await expectAllIsWell(village);
  });

  it('that cannot be opened is named once its text is there, and spoils no later round', async () => {
    const village = await openHouse();
    const { phone } = village;
    const paper = makeId<RecordId>();
    const encapsulation = phone.sealed.encapsulation;
    const spoilt = makeSpoiltPieces(phone, paper, encapsulation);
    for (const [at, make] of spoilt.entries()) {
      const path = `/api/attachments/${paper}/${at}`;
      const sent = await phone.ask('PUT', path, { key: 'send', route: 'PUT /api/attachments', make });
      expect(sent.status).toBe(200);
    }
    const sha256 = createHash('sha256').update(JPEG).digest('base64url');
    const patch = { size: 4, pieces: spoilt.length, type: 'image/jpeg', sha256, citizen: makeId<RecordId>() };
    phone.save({ collection: 'paper', record: paper, patch });
    const sent = await phone.sync({ runs: [phone.makeRun(1, 1)] });
    expect(sent).toMatchObject({
      ...{ ok: true, answer: { missing: [], setAside: [{ seq: 1, code: 'sealUnopened', field: 'sha256' }] } },
    });
    await expectAllIsWell(village);
  });
});

/** Under no key of ours, under no point of the curve, too short to be a seal. */
function makeSpoiltPieces(phone: FixtureDevice, paper: RecordId, encapsulation: Uint8Array) {
  const place = { d: idToBytes(phone.id), a: idToBytes(paper), t: 3 };
  const { keyId } = phone.pinned;
  return [
    { i: 0, e: encapsulation, k: 2 ** 40, b: new Uint8Array(60) },
    { i: 1, e: new Uint8Array(ENCAPSULATION_BYTES), k: keyId, b: new Uint8Array(60) },
    { i: 2, e: encapsulation, k: keyId, b: new Uint8Array() },
  ].map((piece) => (nonce: Uint8Array) => encode({ ...place, n: nonce, ...piece }));
}
