import { afterEach, describe, expect, it } from 'vitest';
import { PackReply } from '#shared/contracts/portal';
import { reviewReply } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { listPacks } from '../../fixtures/demo-commune/portal-village.ts';
import {
  closeHouses,
  enrolBy,
  enrolHead,
  pullLodging,
  send,
  startHouse,
} from '../../fixtures/demo-commune/start-house.ts';
import { sendPhoto, writeDossier } from '../../fixtures/demo-commune/write-dossier.ts';
import { makeId } from '../../fixtures/devices/make-device.ts';

afterEach(closeHouses);

const waitFor = (read: () => unknown) => expect.poll(read, { timeout: 45_000, interval: 200 });

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
      ...['/api/administration/calendar', '/api/administration/devices', '/api/administration/invitations'],
      ...[
        '/api/administration/kept-work',
        '/api/administration/revoke',
        '/api/attachments/{id}/read',
        '/api/attachments/{id}/{piece}',
      ],
      ...['/api/devices/self', '/api/enrol', '/api/health', '/api/openapi.json'],
      ...['/api/review/delegation', '/api/review/delegation/end', '/api/review/delegation/make'],
      ...['/api/review/people', '/api/review/sessions'],
      '/api/sync',
    ]);
    const enrolment = paths['/api/enrol']?.['post']?.['requestBody'];
    expect(enrolment).toMatchObject({
      content: { 'application/json': { schema: { required: expect.arrayContaining(['code', 'sendKey']) } } },
    });
    expect(paths['/api/review/sessions']?.['post']).toMatchObject({
      ...{ 'x-signed-with': 'read key', 'x-roles': ['head'], 'x-standings': ['approved'] },
      'x-also': expect.stringContaining('in the head’s place'),
    });
  });

  it('is healthy, and finishes the answer that it was giving when it was told to stop', async () => {
    const { close, url } = await startHouse();
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true });
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
    const closed = close();
    finish();
    expect((await underWay).status).toBe(422);
    await closed;
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  });
});
