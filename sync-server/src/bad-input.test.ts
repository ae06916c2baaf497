import { connect } from 'node:net';
import { encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeDeviceRequest } from '#shared/contracts/device-request';
import { encodeSignedMessage, type KeyKind, requestSignatureInput } from '#shared/contracts/signed-message';
import { idToBytes, type RecordId } from '#shared/ids';
import { badBodies, badQuestions } from '../../fixtures/devices/bad-bodies.ts';
import { signRaw } from '../../fixtures/devices/device-keys.ts';
import {
  type Answered,
  findRefusal,
  type ListeningServer,
  startListeningServer,
} from '../../fixtures/devices/listening-server.ts';
import { type FixtureDevice, makeId } from '../../fixtures/devices/make-device.ts';
import { nameRoute, type Route, type SignedRoute } from './routes/route.ts';

const PAPER = makeId<RecordId>();
const ASK_NOTHING = [
  ...['/api/devices/self', '/api/administration/devices', '/api/review/sessions', '/api/review/delegation'],
];

let house: ListeningServer;
let phone: FixtureDevice;
let mate: FixtureDevice;
let head: FixtureDevice;

beforeAll(async () => {
  house = await startListeningServer();
  const { server, overHttp } = house;
  const commune = await server.makeCommune();
  phone = overHttp(await server.enrol(commune.n));
  mate = overHttp(await server.enrol(commune.n));
  head = overHttp(await server.enrol(commune.n, { role: 'head' }));
});
afterAll(() => house.close());

const fillPath = (route: Route): string => route.path.replace(':id', PAPER).replace(/:piece\{.*\}/, '0');
const isSigned = (route: Route): route is SignedRoute => route.access !== 'public';
const listSigned = (): readonly SignedRoute[] => house.server.routes.filter(isSigned);
/** Somebody whom the route's door lets pass, so that what stands behind it is reached. */
const findCaller = (route: SignedRoute): FixtureDevice => (route.roles.includes('volunteer') ? phone : head);
const signedName = (route: SignedRoute): string => route.signedAs ?? nameRoute(route);

function judge(answered: Answered, mayPass: boolean): string | undefined {
  if (findRefusal(answered) && answered.status < 500) return undefined;
  if (mayPass && answered.status === 200) return undefined;
  return `${answered.status} ${answered.body.subarray(0, 80).toString('latin1')}`;
}

async function getNonce(device: FixtureDevice): Promise<Uint8Array> {
  const synced = await device.sync();
  if (!synced.ok) throw new Error(JSON.stringify(synced.error));
  return device.nonce;
}

/** Work of a healthy phone still arrives, is read by a colleague and is counted by the head; and no fault of ours was logged. */
async function expectAllIsWell(): Promise<void> {
  const record = makeId<RecordId>();
  const { seq } = phone.save({
    collection: 'session',
    record,
    patch: { place: 'Nhà văn hóa', day: '2026-11-22' },
  });
  expect(await phone.sync({ runs: [phone.makeRun(seq, seq)] })).toMatchObject({
    ok: true,
    receipt: { upTo: seq },
  });
  const pulled = await mate.sync({ key: 'read', cursor: null });
  expect(pulled.ok && pulled.answer.changes.map((change) => change.record)).toContain(record);
  for (const path of ['/api/review/sessions', '/api/administration/devices', '/api/devices/self'])
    expect([path, (await head.ask('POST', path)).status]).toEqual([path, 200]);
  expect(house.server.log).toEqual([]);
}

describe('whatever bytes arrive at any route', () => {
  it('are refused by a code of the table under its status, and a healthy phone goes on', async () => {
    const wrong: string[] = [];
    for (const route of house.server.routes) {
      for (const [name, body] of Object.entries(badBodies)) {
        const answered = await house.ask({ method: route.method, path: fillPath(route), body });
        const fault = judge(answered, route.method === 'GET');
        if (fault) wrong.push(`${nameRoute(route)}, ${name}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(house.server.routes.length * Object.keys(badBodies).length).toBeGreaterThan(300);
    await expectAllIsWell();
  });

  it('are refused before they have all come when they are announced too long, and after the limit when not', async () => {
    const wrong: string[] = [];
    for (const route of house.server.routes.filter(({ method }) => method !== 'GET')) {
      const body = new Uint8Array(route.bodyBytes + 1);
      for (const chunked of [false, true]) {
        const answered = await house.ask({ method: route.method, path: fillPath(route), body, chunked });
        if (findRefusal(answered)?.error !== 'tooLarge')
          wrong.push(`${nameRoute(route)}: ${answered.status} ${answered.body.toString('latin1')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('do not exist for a wrong method, an unknown path or a path that says one thing and means another', async () => {
    const wrong: string[] = [];
    const paths = [
      ...['/api/nothing', '/api/sync/', '/api//sync', '/api/SYNC', '/api/%73ync/%00', '/api/attachments'],
      ...[`/api/attachments/${PAPER}/-1`, `/api/attachments/${PAPER}/1000`, `/api/attachments/${PAPER}/1e1`],
      ...[
        '/api/attachments/%ff%fe/0/x',
        '/api/%E0%A4%A',
        '/api/../etc/passwd',
        '/api/__proto__',
        '/api/?x=%00',
      ],
    ];
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'];
    const known = house.server.routes.map((route) => ({ path: fillPath(route), route }));
    const asked = [
      ...paths.flatMap((path) => methods.map((method) => ({ method, path }))),
      ...known.flatMap(({ path }) =>
        methods
          .filter((method) => !known.some((one) => one.path === path && one.route.method === method))
          .map((method) => ({ method, path })),
      ),
    ];
    for (const one of asked) {
      const answered = await house.ask(one);
      if (findRefusal(answered)?.error !== 'notFound')
        wrong.push(`${one.method} ${one.path}: ${answered.status} ${answered.body.toString('latin1')}`);
    }
    expect(wrong).toEqual([]);
    await expectAllIsWell();
  });

  it('are turned away under another name than the server’s own, and read in no content type at all', async () => {
    const enrol = { method: 'POST', path: '/api/enrol', body: Buffer.from('{}') };
    for (const host of ['evil.example', '127.0.0.1', 'localhost.evil.example', ''])
      expect([host, (await house.ask({ ...enrol, headers: { host } })).status]).toEqual([host, 421]);
    for (const host of ['localhost:80:80', 'local host'])
      expect([host, (await house.ask({ ...enrol, headers: { host } })).status]).toEqual([host, 400]);
    for (const type of [
      'application/cbor',
      'text/html',
      'multipart/form-data; boundary=x',
      'x'.repeat(999),
    ]) {
      const answered = await house.ask({ ...enrol, headers: { 'content-type': type } });
      expect(findRefusal(answered)).toEqual({ error: 'fieldInvalid', field: 'code' });
    }
    await expectAllIsWell();
  });

  it('may stop in the middle, or be no HTTP at all', async () => {
    const sync = 'POST /api/sync HTTP/1.1\r\nHost: localhost\r\n';
    for (const text of [
      `${sync}Content-Length: 5000\r\n\r\nabc`,
      `${sync}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n`,
      `${sync}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      `${sync}Content-Length: -1\r\n\r\n`,
      'GET http://evil.example/api/health HTTP/1.1\r\nHost: evil.example\r\n\r\n',
      'GET /api/health HTTP/1.0\r\n\r\n',
      'GET /\\evil HTTP/1.1\r\nHost: localhost\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    ])
      expect(await sendAndHangUp(text)).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    await expectAllIsWell();
  });
});

function sendAndHangUp(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(house.port, '127.0.0.1');
    let said = '';
    socket.on('data', (part) => (said += part.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
    socket.write(text, 'latin1');
    setTimeout(() => socket.destroy(), 100);
  });
}

interface Signing {
  readonly device?: FixtureDevice;
  readonly key?: KeyKind;
  readonly route?: string;
  readonly spoil?: boolean;
}

async function askSigned(route: SignedRoute, payload: Uint8Array, signing: Signing = {}): Promise<Answered> {
  const {
    device = findCaller(route),
    key = 'read',
    route: name = signedName(route),
    spoil = false,
  } = signing;
  const pair = key === 'read' ? device.readKey : device.sendKey;
  const signature = signRaw(pair, requestSignatureInput(name, payload));
  if (spoil) signature[40] = (signature[40] ?? 0) ^ 1;
  const body = encodeSignedMessage({ payload, key, signature });
  return house.ask({ method: route.method, path: fillPath(route), body });
}

describe('a signed question', () => {
  it('is refused when its signature is spoilt, of another key, of another device or of another route', async () => {
    const wrong: string[] = [];
    for (const route of listSigned()) {
      const caller = findCaller(route);
      const payload = encodeDeviceRequest({ device: caller.id, nonce: await getNonce(caller), body: {} });
      const other = caller === phone ? head : phone;
      const spoilt: Readonly<Record<string, Signing>> = {
        spoilt: { spoil: true },
        'another device': { device: other },
        'another route': { route: 'POST /api/other' },
        'another method': { route: signedName(route).replace(/^\w+/, 'GET') },
      };
      for (const [name, signing] of Object.entries(spoilt)) {
        const refused = findRefusal(await askSigned(route, payload, signing));
        if (refused?.error !== 'signatureWrong')
          wrong.push(`${nameRoute(route)}, ${name}: ${refused?.error}`);
      }
      const stranger = encodeDeviceRequest({ device: makeId(), nonce: caller.nonce, body: {} });
      const unknown = findRefusal(await askSigned(route, stranger));
      if (unknown?.error !== 'deviceUnknown')
        wrong.push(`${nameRoute(route)}, a stranger: ${unknown?.error}`);
    }
    expect(wrong).toEqual([]);
    await expectAllIsWell();
  });

  it('is taken once, however often it is sent', async () => {
    for (const route of listSigned()) {
      const caller = findCaller(route);
      const payload = encodeDeviceRequest({ device: caller.id, nonce: await getNonce(caller), body: {} });
      await askSigned(route, payload);
      const again = await askSigned(route, payload);
      expect([nameRoute(route), findRefusal(again)?.error]).toEqual([nameRoute(route), 'nonceStale']);
    }
    await expectAllIsWell();
  });

  it('that passes the door and makes no sense is refused by name', async () => {
    const wrong: string[] = [];
    for (const route of listSigned()) {
      const caller = findCaller(route);
      for (const [name, body] of Object.entries(badQuestions)) {
        const map = {
          d: idToBytes(caller.id),
          n: await getNonce(caller),
          ...(body !== undefined && { b: body }),
        };
        const answered = await askSigned(route, encode(map));
        const fault = judge(answered, ASK_NOTHING.includes(route.path));
        if (fault) wrong.push(`${nameRoute(route)}, ${name}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
    await expectAllIsWell();
  });
});
