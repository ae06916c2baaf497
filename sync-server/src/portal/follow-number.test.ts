import { afterEach, describe, expect, it } from 'vitest';
import type { StatusMoveRequest } from '#shared/contracts/portal';
import type { RecordedNumber } from '#shared/model/dossier';
import type { FixtureDevice } from '../../../fixtures/devices/make-device.ts';
import {
  closeVillages,
  confirm,
  handIn,
  HOUR,
  MINUTE,
  openVillage,
  plan,
  type Village,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import { writeDossier } from '../../../fixtures/demo-commune/write-dossier.ts';

afterEach(closeVillages);

const DAY = 24 * HOUR;

/** A dossier that its citizen lodges without us, with the number that the portal gave there; and one here that waits at the desk. */
async function openDesk(village: Village) {
  const { phone, twin, server, commune } = village;
  const elsewhere = await handIn(village, { personalId: '099083000456' });
  await village.run();
  const dossierNo = await confirm(twin);
  // From here on no row of ours knows that number: it was lodged by other hands.
  const row = await server.store.findIntent(elsewhere.reference);
  if (row) await server.store.putIntent(row.communeN, { ...row, phase: 'withdrawn', dueAt: 8.64e15 });
  const from = phone.queue.length + 1;
  const { dossier } = writeDossier(phone, { route: 'counter' });
  await send(phone, from);
  const officer = await server.enrol(commune.n, { role: 'officer' });
  const move = async (request: StatusMoveRequest): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(request);
    await fetch(`${twin.url}/officer/dossiers/${dossierNo}/status`, { method: 'POST', headers, body });
    await village.pass(30 * MINUTE);
  };
  const record = (device: FixtureDevice, number: Partial<RecordedNumber> | null) =>
    writeNumber(device, dossier, number && { dossierNo, ...number });
  return { dossier, dossierNo, officer, move, record, find: () => village.findLodging(dossier) };
}

async function writeNumber(
  device: FixtureDevice,
  dossier: Awaited<ReturnType<typeof handIn>>['dossier'],
  number: Partial<RecordedNumber> | null,
): Promise<void> {
  const from = device.queue.length + 1;
  const plain = { evidence: 'officerEntered', formatKnown: true, by: 'Trần Anh Tú', at: 0 };
  const recordedNumber = number && { ...plain, ...number };
  device.save({ collection: 'dossier', record: dossier, patch: { recordedNumber } as never });
  await send(device, from);
}

describe('a number that a person recorded', () => {
  it('is read at the portal, whoever wrote it down, and its requests reach the phone', async () => {
    for (const evidence of ['officerEntered', 'citizenShown'] as const) {
      const village = await openVillage();
      const { officer, record, find, move, dossier, dossierNo } = await openDesk(village);
      await record(evidence === 'citizenShown' ? village.phone : officer, { evidence });
      expect(await find()).toMatchObject({ state: 'lodged', dossierNo, evidence });
      await village.pass(10 * MINUTE);
      expect(await find()).toMatchObject({
        ...{ state: 'lodged', dossierNo, evidence: 'portalRead', status: 1 },
        wordBefore: { evidence, by: 'Trần Anh Tú' },
      });
      await move({ status: 2 });
      await move({ status: 5, supplement: { text: 'Thiếu trang 2' } });
      const asked = { evidence: 'portalRead', status: 5, reason: 'Thiếu trang 2', wordBefore: { evidence } };
      expect(await find()).toMatchObject(asked);
      const pulled = await village.phone.sync({ key: 'read', cursor: null });
      const change = pulled.ok ? pulled.answer.changes.findLast((one) => one.record === dossier) : undefined;
      expect(change?.fields['lodging']).toMatchObject(asked);
    }
  });

  it('that the portal does not know asks the officer, is asked for ever more rarely, and is believed once it is there', async () => {
    const village = await openVillage();
    const { officer, record, find, dossierNo } = await openDesk(village);
    const wrong = 'H57.242-261122-9999';
    await record(officer, { dossierNo: wrong });
    await village.pass(30 * MINUTE);
    expect(await find()).not.toHaveProperty('notFoundAt');
    await village.pass(2 * HOUR);
    const asked = await find();
    expect(asked).toMatchObject({ state: 'lodged', dossierNo: wrong, evidence: 'officerEntered' });
    expect(asked?.notFoundAt).toBeGreaterThan(0);
    await village.pass(2 * DAY, HOUR);
    expect(await find()).toEqual(asked);
    await record(officer, null);
    expect(await find()).toMatchObject({ state: 'needsPerson', reason: 'numberTakenAway' });
    await record(officer, {});
    await village.pass(10 * MINUTE);
    const known = await find();
    expect(known).toMatchObject({ dossierNo, evidence: 'portalRead', status: 1 });
    expect(known).not.toHaveProperty('notFoundAt');
  });

  it('that is another procedure’s at the portal asks the officer too, and tells nobody here what it says', async () => {
    const village = await openVillage();
    const { officer, record, find, dossier, move } = await openDesk(village);
    const from = village.phone.queue.length + 1;
    village.phone.save({
      collection: 'dossier',
      record: dossier,
      patch: { procedure: '1.001193' },
      base: 1_000,
    });
    await send(village.phone, from);
    await record(officer, {});
    await move({ status: 2 });
    await move({ status: 5, supplement: { text: 'Người khác thiếu trang 2' } });
    await village.pass(2 * HOUR);
    const asked = await find();
    expect(asked).toMatchObject({ state: 'lodged', evidence: 'officerEntered' });
    expect(asked?.notFoundAt).toBeGreaterThan(0);
    expect(JSON.stringify(asked)).not.toContain('Người khác');
    const { dossierNo = '' } = asked ?? {};
    const next = officer.queue.length + 1;
    const numberChecked = { dossierNo, by: 'Trần Anh Tú', at: 9 };
    officer.save({ collection: 'dossier', record: dossier, patch: { numberChecked } });
    await send(officer, next);
    await village.pass(DAY, HOUR);
    expect(await find()).toMatchObject({ evidence: 'portalRead', status: 5 });
    expect(await find()).not.toHaveProperty('notFoundAt');
  });

  it('takes nothing that was read under a wrong number along, and has its own again', async () => {
    const village = await openVillage();
    const { officer, record, find, move } = await openDesk(village);
    await record(officer, {});
    await village.pass(10 * MINUTE);
    await move({ status: 2 });
    await move({ status: 5, supplement: { text: 'Thiếu trang 2' } });
    const right = await find();
    await record(officer, null);
    await record(officer, { dossierNo: 'H57.242-261122-9998' });
    for (const gone of ['acceptedAt', 'pauses', 'status', 'reason'])
      expect(await find()).not.toHaveProperty(gone);
    await record(officer, null);
    await record(officer, {});
    const { acceptedAt, pauses, at, lodgedAt = at } = right ?? {};
    expect(await find()).toMatchObject({
      evidence: 'officerEntered',
      acceptedAt,
      pauses,
      lodgedAt,
      status: 5,
    });
    await village.pass(HOUR);
    expect(await find()).toMatchObject({ evidence: 'portalRead', acceptedAt, pauses, lodgedAt });
  });

  it('is asked for no more once it was taken away, and another dossier may have it', async () => {
    const village = await openVillage();
    const { officer, record, find, dossierNo } = await openDesk(village);
    await record(officer, {});
    await village.pass(10 * MINUTE);
    await record(officer, null);
    const from = village.phone.queue.length + 1;
    const other = writeDossier(village.phone, { route: 'counter', personalId: '099083000457' });
    await send(village.phone, from);
    await writeNumber(officer, other.dossier, { dossierNo });
    await village.pass(HOUR);
    expect(await find()).toMatchObject({ state: 'needsPerson', reason: 'numberTakenAway' });
    expect(await village.findLodging(other.dossier)).toMatchObject({ dossierNo, evidence: 'portalRead' });
  });

  it('leaves a portal alone that does not answer, and is read once it does', async () => {
    const village = await openVillage();
    const { officer, record, find } = await openDesk(village);
    await record(officer, {});
    await plan(village.twin, { fault: 'unavailable503', probability: 1 });
    await village.pass(3 * HOUR);
    expect(await find()).toMatchObject({ evidence: 'officerEntered' });
    expect(await find()).not.toHaveProperty('notFoundAt');
    expect(village.twin.core.readState().fired.unavailable503).toBeLessThan(40);
    await fetch(`${village.twin.url}/twin/faults`, { method: 'DELETE' });
    await village.pass(HOUR);
    expect(await find()).toMatchObject({ evidence: 'portalRead', status: 1 });
  });

  it('that cannot be carried costs the others nothing, and is not named in the log', async () => {
    const village = await openVillage();
    const { officer, record, find, dossier, dossierNo } = await openDesk(village);
    await record(officer, {});
    village.spoiled.add(dossier);
    const next = await handIn(village, { personalId: '099083000458' });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(next.dossier)).toMatchObject({ state: 'awaitingCitizen' });
    expect(village.log.join()).toContain(`a number of ${dossier} failed`);
    expect(village.log.join()).not.toContain(dossierNo);
    village.spoiled.clear();
    await village.pass(2 * HOUR);
    expect(await find()).toMatchObject({ evidence: 'portalRead' });
  });
});
