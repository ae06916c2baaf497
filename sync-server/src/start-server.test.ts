import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { invitationReply } from '#shared/contracts/administration';
import { enrolReply } from '#shared/contracts/enrolment';
import { PackReply } from '#shared/contracts/portal';
import { reviewReply } from '#shared/contracts/review';
import type { Change } from '#shared/contracts/sync';
import { bytesToBase64Url, type DeviceId, type RecordId } from '#shared/ids';
import type { Role } from '#shared/model/collection';
import { listPortalProcedures } from '../../fixtures/demo-commune/demo-commune.ts';
import { sendPhoto, writeDossier } from '../../fixtures/demo-commune/write-dossier.ts';
import { type FixtureDevice, makeDevice, makeId } from '../../fixtures/devices/make-device.ts';
import { type PortalTwin, startPortalTwin } from '../../fixtures/portal-twin/server.ts';
import { readConfig } from './config.ts';
import { admitByWords, type Asker, invite } from './services/administer-devices.ts';
import { foundCommune } from './services/found-commune.ts';
import { foundDeployment } from './services/open-deployment.ts';
import { startServer } from './start-server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'go-cua-house-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const twin = await startPortalTwin({ settings: { procedures: listPortalProcedures() } });
  closing.push(() => twin.close());
  const env = { PORT: '0', PORTAL_URL: twin.url, PORTAL_WINDOW: '2s', PORTAL_POLL: '1s' };
  const config = readConfig({ ...env, BACKUP_DIR: 'backup' }, folder);
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const deployment = await foundDeployment(config.value);
  if (!deployment.ok) throw new Error(deployment.error.type);
  const { store, keys } = deployment.value;
  const place = { name: 'xã Ví Dụ', province: 'tỉnh Thử', code: '00001', phone: null };
  const commune = await foundCommune(store, { ...place, provinceCode: '46', madeUpPeople: true });
  const faults: string[] = [];
  const log = (line: string) => faults.push(line);
  const parts = { config: config.value, deployment: deployment.value, now: Date.now, log };
  const server = await startServer(parts);
  if (!server.ok) throw new Error(server.error.type);
  closing.push(() => server.value.close());
  const url = `http://localhost:${server.value.port}`;
  const asker: Asker = { device: null, communeN: commune.n, commune: commune.id };
  const pinned = {
    ...{ keyId: keys.sealing.keyId, sealingKey: keys.sealing.publicKey },
    answerKey: keys.answerPublicKey,
  };
  return { twin, server: server.value, url, asker, pinned, faults };
}

type House = Awaited<ReturnType<typeof startHouse>>;

async function enrol({ url, pinned }: House, code: string): Promise<[FixtureDevice, string]> {
  const device = await makeDevice(pinned, (path, init) => fetch(url + path, init));
  const [sendKey, readKey] = [device.sendKey, device.readKey].map((pair) => bytesToBase64Url(pair.raw));
  const body = JSON.stringify({ code, sendKey, readKey, deviceName: 'Máy thử', build: 'test' });
  const response = await fetch(`${url}/api/enrol`, { method: 'POST', body });
  const reply = enrolReply.parse(await response.json());
  expect(reply.answerKey).toBe(bytesToBase64Url(pinned.answerKey));
  device.id = reply.device as DeviceId;
  return [device, reply.words.join(' ')];
}

/** As on the first day: the head at the server's terminal, everybody else by the head. */
async function enrolHead(house: House): Promise<FixtureDevice> {
  const { server, asker } = house;
  const order = { role: 'head', name: 'Lê Thị Chủ Tịch', hamlet: null, lasts: 'screen' } as const;
  const { code } = await invite(server.administration, asker, order);
  const [head, words] = await enrol(house, code);
  expect(await admitByWords(server.administration, asker, words)).toMatchObject({ ok: true });
  return head;
}

async function enrolBy(head: FixtureDevice, house: House, role: Role): Promise<FixtureDevice> {
  const order = { role, name: `Người ${role}`, hamlet: 'Thôn Mẫu', lasts: 'named' };
  const invited = await head.ask('POST', '/api/administration/invitations', { body: order });
  const [device] = await enrol(house, invitationReply.parse(await invited.json()).code);
  const approved = await head.ask('POST', '/api/administration/approve', { body: { device: device.id } });
  expect(approved.status).toBe(200);
  return device;
}

async function send(device: FixtureDevice, from: number) {
  const sent = await device.sync({ runs: [device.makeRun(from, device.queue.length)] });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.answer.setAside;
}

async function pullLodging(device: FixtureDevice, record: RecordId): Promise<unknown> {
  const pulled = await device.sync({ key: 'read', cursor: null });
  if (!pulled.ok) throw new Error(JSON.stringify(pulled));
  const ofRecord = (change: Change): boolean => change.record === record;
  return pulled.answer.changes.findLast(ofRecord)?.fields['lodging'] ?? null;
}

const waitFor = (read: () => unknown) => expect.poll(read, { timeout: 45_000, interval: 200 });
const listPacks = (twin: PortalTwin) => Object.values(twin.core.readState().packs);

describe('the whole way over real lines, from the invitation to the number', () => {
  it('lodges by the citizen’s own act, records a number at the desk, and refuses the same number twice', async () => {
    const house = await startHouse();
    const { twin, faults } = house;
    const head = await enrolHead(house);
    const volunteer = await enrolBy(head, house, 'volunteer');
    const officer = await enrolBy(head, house, 'officer');

    const session = makeId<RecordId>();
    const day = { place: 'Nhà văn hóa', hamlet: 'Thôn Mẫu', kind: 'hamletMeeting', day: '2026-11-22' };
    volunteer.save({ collection: 'session', record: session, patch: day });
    const forPortal = writeDossier(volunteer, { session });
    expect(await send(volunteer, 1)).toEqual([]);
    expect(await sendPhoto(volunteer, forPortal)).toBe(true);
    await waitFor(() => listPacks(twin).map((pack) => pack.reference)).toEqual([forPortal.reference]);
    await waitFor(() => pullLodging(volunteer, forPortal.dossier)).toMatchObject({
      state: 'awaitingCitizen',
    });

    const path = `${twin.url}/packs/${listPacks(twin)[0]?.packNumber}/confirm`;
    const headers = { 'content-type': 'application/json' };
    const confirmed = await fetch(path, { method: 'POST', headers, body: '{"by":"citizen"}' });
    const lodged = PackReply.parse(await confirmed.json());
    if (lodged.status !== 'lodged') throw new Error(lodged.status);
    const { dossierNumber } = lodged;
    for (const device of [volunteer, officer])
      await waitFor(() => pullLodging(device, forPortal.dossier)).toMatchObject({
        ...{ state: 'lodged', dossierNo: dossierNumber, evidence: 'portalRead', status: 1 },
      });

    const from = volunteer.queue.length + 1;
    const atDesk = writeDossier(volunteer, { session, route: 'counter', personalId: '099083000456' });
    const another = writeDossier(volunteer, { session, route: 'counter', personalId: '099083000789' });
    expect(await send(volunteer, from)).toEqual([]);
    expect(await pullLodging(officer, atDesk.dossier)).toMatchObject({ state: 'awaitingOffice' });
    const recordedNumber = {
      ...{ dossierNo: 'H57.242-261122-0042', evidence: 'officerEntered', formatKnown: true, by: 'Tú', at: 1 },
    };
    officer.save({ collection: 'dossier', record: atDesk.dossier, patch: { recordedNumber } });
    officer.save({ collection: 'dossier', record: another.dossier, patch: { recordedNumber } });
    expect(await send(officer, 1)).toEqual([
      { seq: 2, code: 'numberUsed', field: 'recordedNumber', detail: { record: atDesk.dossier } },
    ]);
    expect(await pullLodging(volunteer, atDesk.dossier)).toMatchObject({
      ...{ state: 'lodged', dossierNo: recordedNumber.dossierNo, evidence: 'officerEntered' },
    });
    expect(listPacks(twin)).toHaveLength(1);

    const review = reviewReply.parse(await (await head.ask('POST', '/api/review/sessions')).json());
    expect(review.sessions).toMatchObject([
      { session, dossiers: { total: 3, byStanding: { lodged: 2, awaitingOffice: 1 } } },
    ]);
    expect(faults).toEqual([]);
  }, 90_000);
});

describe('what the server says of itself', { timeout: 60_000 }, () => {
  async function readApi(url: string) {
    const response = await fetch(`${url}/api/openapi.json`);
    return (await response.json()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
  }

  it('describes every route of its table, with the schemas that it checks by', async () => {
    const { url } = await startHouse();
    const { paths } = await readApi(url);
    expect(Object.keys(paths).sort()).toEqual([
      ...['/api/administration/approve', '/api/administration/authorisations'],
      ...['/api/administration/devices', '/api/administration/invitations'],
      ...['/api/administration/revoke', '/api/attachments/{id}/read', '/api/attachments/{id}/{piece}'],
      ...['/api/devices/self', '/api/enrol', '/api/health', '/api/openapi.json', '/api/review/people'],
      '/api/review/sessions',
      '/api/sync',
    ]);
    const enrolment = paths['/api/enrol']?.['post']?.['requestBody'];
    expect(enrolment).toMatchObject({
      content: { 'application/json': { schema: { required: expect.arrayContaining(['code', 'sendKey']) } } },
    });
    expect(paths['/api/review/sessions']?.['post']).toMatchObject({
      ...{ 'x-signed-with': 'read key', 'x-roles': ['head'], 'x-standings': ['approved'] },
    });
  });

  it('is healthy, and finishes the answer that it was giving when it was told to stop', async () => {
    const { server, url } = await startHouse();
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true });
    closing.pop();
    let finish = (): void => undefined;
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(Buffer.from('{"code":'));
        finish = () => {
          stream.enqueue(Buffer.from('"BBBBB"}'));
          stream.close();
        };
      },
    });
    const underWay = fetch(`${url}/api/enrol`, { method: 'POST', body, duplex: 'half' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const closed = server.close();
    finish();
    expect((await underWay).status).toBe(422);
    await closed;
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  });
});
