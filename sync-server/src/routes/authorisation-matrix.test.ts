import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesToBase64Url, idToBytes, type RecordId } from '#shared/ids';
import { type Role, roles } from '#shared/model/collection';
import { encodeDeviceRequest } from '#shared/contracts/device-request';
import { encodeSyncRequest } from '#shared/contracts/sync';
import {
  type Caller,
  HOME_TEAM,
  listCallers,
  nameDeputies,
} from '../../../fixtures/devices/matrix-callers.ts';
import { type FixtureDevice, makeDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { type FixtureServer, makeServer, type ServerParts } from '../../../fixtures/devices/make-server.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import { createTryLimiters } from '../services/enrol-device.ts';
import type { Standing } from '../storage/rows.ts';
import { createRoutes } from './create-routes.ts';
import { nameRoute, type Route } from './route.ts';

/** What one route is to answer; written by hand, so that a route that is declared wrongly is found out. */
interface Cells {
  readonly keys: 'either' | 'read' | 'none';
  readonly roles: readonly Role[];
  /** Also whoever approves in the head's place, on their days. */
  readonly deputies?: true;
  readonly standings: readonly Standing[];
  /** Of those who pass the door: who has the home commune's object. Everybody else is told that it is not there. */
  readonly reaches?: (caller: Caller) => boolean;
  /** Who, of those who pass the door, may find the home commune's words in the answer. */
  readonly reads?: (caller: Caller) => boolean;
  readonly path?: (home: Home) => string;
  readonly body?: (home: Home) => unknown;
  readonly makePayload?: (home: Home, caller: FixtureDevice) => (nonce: Uint8Array) => Uint8Array;
  readonly signedAs?: string;
}

interface Home {
  readonly session: RecordId;
  readonly citizen: RecordId;
  readonly paper: RecordId;
  readonly toApprove: FixtureDevice;
  readonly toRevoke: FixtureDevice;
  readonly ended: FixtureDevice;
  readonly delegation: Readonly<Record<'member' | 'from' | 'to', string>>;
  readonly toEnd: string;
}

const CANARY = 'Nhà văn hóa thôn Chim Vàng';
const FILE = Buffer.from(`%PDF-1.7 ${CANARY}`);
const office = ['head', 'administrator'] as const;
const everyone = roles;
const isHome = (caller: Caller): boolean => caller.place === 'home';
const ofTeam = (caller: Caller): boolean =>
  isHome(caller) && caller.team === HOME_TEAM && ['volunteer', 'teamLeader'].includes(caller.role);
const isWriter = (caller: Caller): boolean => caller.name === 'the writer';
const approvedOnly: readonly Standing[] = ['approved'];
const officeCells = { keys: 'read', roles: office, standings: approvedOnly } as const;
const headCells = { keys: 'read', roles: ['head'], standings: approvedOnly } as const;
const pieceCells: Cells = {
  ...{ keys: 'either', roles: everyone, standings: ['waiting', 'approved', 'revoked'], reaches: isWriter },
  path: ({ paper }) => `/api/attachments/${paper}/0`,
  makePayload: ({ paper }, device) =>
    device.makePiece({ attachment: paper, index: 0, total: 1, content: FILE }),
  signedAs: 'PUT /api/attachments',
};

const cells: Readonly<Record<string, Cells>> = {
  'GET /api/openapi.json': { keys: 'none', roles: everyone, standings: ['waiting', 'approved', 'revoked'] },
  'GET /api/health': { keys: 'none', roles: everyone, standings: ['waiting', 'approved', 'revoked'] },
  'POST /api/enrol': { keys: 'none', roles: everyone, standings: ['waiting', 'approved', 'revoked'] },
  'POST /api/sync': {
    ...{ keys: 'either', roles: everyone, standings: ['waiting', 'approved', 'revoked'] },
    reads: (caller) =>
      caller.key === 'read' &&
      caller.standing === 'approved' &&
      (ofTeam(caller) || (isHome(caller) && ['head', 'officer'].includes(caller.role))),
    makePayload: (_home, { id: device }) => {
      const heartbeat = { pending: 0, oldestAge: 0, lastSeq: 0, storageLeft: 1, build: 'test', clock: 0 };
      return (nonce) => encodeSyncRequest({ device, nonce, runs: [], cursor: null, heartbeat });
    },
  },
  'PUT /api/attachments/:id/:piece{[0-9]{1,3}}': pieceCells,
  'POST /api/attachments/:id/:piece{[0-9]{1,3}}': pieceCells,
  'POST /api/attachments/:id/read': {
    ...{ keys: 'read', roles: ['volunteer', 'teamLeader', 'officer'], standings: approvedOnly },
    reaches: (caller) => ofTeam(caller) || (isHome(caller) && caller.role === 'officer'),
    reads: (caller) => ofTeam(caller) || (isHome(caller) && caller.role === 'officer'),
    path: ({ paper }) => `/api/attachments/${paper}/read`,
    body: ({ paper }) => ({ attachment: paper }),
  },
  'POST /api/devices/self': {
    keys: 'read',
    roles: everyone,
    standings: ['waiting', 'approved'],
    reads: isHome,
  },
  'POST /api/administration/invitations': {
    ...officeCells,
    body: () => ({ role: 'volunteer', name: 'Người mới', hamlet: 'Thôn Mẫu', lasts: 'screen' }),
  },
  'POST /api/administration/devices': { ...officeCells, reads: isHome },
  'POST /api/administration/approve': {
    ...{ ...officeCells, reaches: isHome },
    body: ({ toApprove }) => ({ device: toApprove.id }),
  },
  'POST /api/administration/revoke': {
    ...{ ...officeCells, reaches: isHome },
    body: ({ toRevoke }) => ({ device: toRevoke.id }),
  },
  'POST /api/administration/kept-work': {
    ...{ ...officeCells, reaches: isHome },
    body: ({ ended }) => ({ device: ended.id }),
  },
  'POST /api/administration/authorisations': {
    ...officeCells,
    body: () => ({
      ...{ decisionNumber: '12/QĐ-UBND', signer: 'Lê Thị Mẫu', from: '2026-01-01', to: null },
      procedures: ['2.000635'],
    }),
  },
  'POST /api/administration/calendar': {
    ...officeCells,
    body: () => ({ version: 0, days: [], hours: null }),
  },
  'POST /api/review/sessions': {
    ...{ ...headCells, deputies: true },
    reads: isHome,
  },
  'POST /api/review/people': {
    ...{ ...headCells, deputies: true, reaches: isHome, reads: isHome },
    body: ({ session }) => ({ session }),
  },
  'POST /api/review/delegation': headCells,
  'POST /api/review/delegation/make': {
    ...{ ...headCells, reaches: isHome },
    body: ({ delegation }) => delegation,
  },
  'POST /api/review/delegation/end': {
    ...{ ...headCells, reaches: isHome },
    body: ({ toEnd }) => ({ delegation: toEnd }),
  },
};

/** The status that the cells demand, and whether the home commune's words may be in the answer. */
function judge(cell: Cells, caller: Caller): { status: number; mayRead: boolean } {
  if (cell.keys === 'none') return { status: Number.NaN, mayRead: false };
  if (caller.standing === 'unknown') return { status: 401, mayRead: false };
  const passes =
    (cell.keys === 'either' || caller.key === 'read') &&
    cell.standings.includes(caller.standing) &&
    (cell.roles.includes(caller.role) || (cell.deputies === true && caller.deputy === 'inForce'));
  if (!passes) return { status: 403, mayRead: false };
  if (cell.reaches && !cell.reaches(caller)) return { status: 404, mayRead: false };
  return { status: 200, mayRead: cell.reads?.(caller) ?? false };
}

function createAllRoutes(parts: ServerParts): readonly Route[] {
  const recordAudit = async (): Promise<void> => {};
  const readBackup = async () => ({ lastAt: null, sameDisk: true });
  const incarnation = bytesToBase64Url(parts.incarnation.id);
  return createRoutes({
    ...{ health: parts, sync: parts, attachments: parts, review: parts },
    administration: { ...parts, noteDecision: () => undefined, recordAudit, readBackup },
    enrolment: { ...parts, limiters: createTryLimiters(), incarnation },
    self: { ...parts, leaseDays: 45, postAgreement: null },
  });
}

let server: FixtureServer;
let home: Home;
const devices = new Map<Caller, FixtureDevice>();
const callers = listCallers();

beforeAll(async () => {
  server = await makeServer({ allRoutes: createAllRoutes });
  const communes = {
    home: await server.makeCommune(CANARY, 'Tỉnh Chim Vàng'),
    neighbour: await server.makeCommune('Xã Bên', 'Tỉnh Chim Vàng'),
    farAway: await server.makeCommune('Xã Xa', 'Tỉnh Xa'),
  };
  for (const caller of callers) {
    const { role, team, standing, place } = caller;
    const isEnrolled = standing !== 'unknown';
    const device = isEnrolled
      ? await server.enrol(communes[place].n, { role, team, standing })
      : await makeDevice(server.pinned, server.send);
    devices.set(caller, device);
  }
  const enrolWaiting = () => server.enrol(communes.home.n, { standing: 'waiting', team: CANARY });
  const { delegation, toEnd } = await nameDeputies(server, devices);
  home = {
    ...{ delegation, toEnd },
    session: makeId(),
    citizen: makeId(),
    paper: makeId(),
    toApprove: await enrolWaiting(),
    toRevoke: await enrolWaiting(),
    ended: await server.enrol(communes.home.n, { standing: 'revoked', team: CANARY }),
  };
  await writeHomeRecords();
}, 60_000);

afterAll(() => server.close());

/** A session, and a finished dossier with a whole paper, all of the writer's. */
async function writeHomeRecords(): Promise<void> {
  const writer = [...devices.values()][0];
  if (!writer) throw new Error('nobody writes');
  const dossier = makeId<RecordId>();
  const { citizen, paper, session } = home;
  const sha256 = createHash('sha256').update(FILE).digest('base64url');
  const file = { dossier, citizen, size: FILE.length, pieces: 1, type: 'application/pdf', sha256 };
  // By who led it: place and hamlet may name somebody's house, and reach the head without their name.
  const facts = { place: 'Nhà văn hóa', leader: CANARY, day: '2026-11-22' };
  writer.save({ collection: 'session', record: session, patch: facts });
  writer.save({ collection: 'citizen', record: citizen, patch: { session, fullName: `VÍ DỤ ${CANARY}` } });
  writer.save({ collection: 'paper', record: paper, patch: file });
  writer.save({
    collection: 'dossier',
    record: dossier,
    patch: { citizen, session, 'papers/idCard': paper, finishedAt: 1 },
  });
  await send(writer);
  const make = writer.makePiece({ attachment: paper, index: 0, total: 1, content: FILE });
  const put = await writer.ask('PUT', `/api/attachments/${paper}/0`, {
    ...{ key: 'send', route: 'PUT /api/attachments', make },
  });
  if (put.status !== 200) throw new Error('the paper was not taken');
}

async function knock(route: Route, cell: Cells, caller: Caller): Promise<{ status: number; reads: boolean }> {
  const device = devices.get(caller);
  if (!device) throw new Error('A caller without a device.');
  const path = cell.path?.(home) ?? route.path;
  const make =
    cell.makePayload?.(home, device) ??
    ((nonce: Uint8Array) => encodeDeviceRequest({ device: device.id, nonce, body: cell.body?.(home) ?? {} }));
  const response =
    route.method === 'GET'
      ? await server.send(path, {})
      : await device.ask(route.method, path, {
          ...{ key: caller.key, route: cell.signedAs ?? `${route.method} ${route.path}`, make },
        });
  const bytes = Buffer.from(await response.arrayBuffer());
  const { paper, toApprove } = home;
  const isNamed = [CANARY, paper, toApprove.id, idToBytes(paper)].map((word) => Buffer.from(word));
  return { status: response.status, reads: isNamed.some((word) => bytes.includes(word)) };
}

/** What becomes of a word that a caller writes to the home team's citizen; undefined where it is obeyed. */
function judgeWriting(caller: Caller): string | undefined {
  if (caller.standing !== 'approved') return 'held';
  if (!isHome(caller)) return 'notFound';
  if (caller.role === 'officer') return undefined;
  if (caller.role === 'head' || caller.role === 'administrator') return 'notAllowed';
  return caller.team === HOME_TEAM ? undefined : 'notFound';
}

/** How many changes of the home commune's records this device may read, from the beginning. */
async function countReadable(device: FixtureDevice): Promise<number> {
  const read = await device.sync({ key: 'read', cursor: null });
  return read.ok ? read.answer.changes.length : 0;
}

describe('writing to the citizen of a team', () => {
  it.each(callers.filter((caller) => caller.standing !== 'unknown').map((caller) => [caller.name, caller]))(
    '%s is answered as the cells say, and sees no more than before',
    async (_name, caller) => {
      const device = devices.get(caller);
      if (!device) throw new Error('A caller without a device.');
      const before = await countReadable(device);
      const { seq } = device.save({ collection: 'citizen', record: home.citizen, patch: { hamlet: 'Mẫu' } });
      const sent = await device.sync({ runs: [device.makeRun(seq, seq)], key: caller.key });
      if (!sent.ok) throw new Error(JSON.stringify(sent));
      const became = sent.receipt.held ? 'held' : sent.answer.setAside[0]?.code;
      expect(became).toBe(judgeWriting(caller));
      expect(JSON.stringify(sent.answer.setAside)).not.toContain(home.citizen);
      expect(await countReadable(device)).toBe(before);
    },
  );
});

describe('the authorisation matrix', () => {
  it('has cells for every route of the table, and none for a route that is gone', () => {
    expect(server.routes.map(nameRoute).sort()).toEqual(Object.keys(cells).sort());
  });

  it.each(Object.keys(cells))('%s answers each caller as its cells say', async (name) => {
    const route = server.routes.find((one) => nameRoute(one) === name);
    const cell = cells[name];
    if (!route || !cell) throw new Error(`No route ${name}.`);
    const wrong: string[] = [];
    for (const caller of callers) {
      const expected = judge(cell, caller);
      const found = await knock(route, cell, caller);
      const isOpen = Number.isNaN(expected.status) && found.status < 500;
      const isRight = (isOpen || found.status === expected.status) && (expected.mayRead || !found.reads);
      const misses = expected.mayRead && !found.reads;
      if (!isRight || misses) wrong.push(`${caller.name}: ${JSON.stringify({ expected, found })}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is large enough to mean something', () => {
    expect(callers.length * Object.keys(cells).length).toBeGreaterThan(400);
  });

  it('tells an object of another commune and one that never was in the same words', async () => {
    const foreign = callers.find((caller) => caller.name === 'head, another province');
    const device = foreign && devices.get(foreign);
    if (!device) throw new Error('nobody is far away');
    const ask = async (id: string) =>
      (await device.ask('POST', '/api/administration/revoke', { body: { device: id } })).text();
    expect(await ask(home.toRevoke.id)).toBe(await ask(makeId()));
  });
});
