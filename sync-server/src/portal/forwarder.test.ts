import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import {
  closeVillages,
  confirm,
  handIn,
  HOUR,
  listPacks,
  MINUTE,
  openVillage,
  plan,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import {
  drawReference,
  retakePaper,
  sendPhoto,
  writeDossier,
} from '../../../fixtures/demo-commune/write-dossier.ts';

afterEach(closeVillages);

describe('a finished dossier on its way to the portal', () => {
  it('waits for its photograph, becomes a pack, and is lodged when the citizen has confirmed', async () => {
    const village = await openVillage();
    const { phone, twin, clock } = village;
    const written = writeDossier(phone);
    await send(phone, 1);
    await village.run();
    expect(listPacks(twin)).toHaveLength(0);
    await sendPhoto(phone, written);
    clock.now += 5 * MINUTE;
    await village.run();
    expect(listPacks(twin)).toMatchObject([
      {
        reference: written.reference,
        procedureCode: '2.000635',
        submitter: { fullName: 'HOÀNG THỊ MẪU', personalId: '099183000123', dateOfBirth: '1947-03-02' },
        documents: [{ id: written.paper, title: 'Giấy hộ tịch cũ' }],
        route: 'selfOwnPhone',
      },
    ]);
    expect(await village.findLodging(written.dossier)).toMatchObject({ state: 'awaitingCitizen' });
    const dossierNo = await confirm(twin);
    await village.pass(5 * MINUTE);
    expect(await village.findLodging(written.dossier)).toMatchObject({
      state: 'lodged',
      dossierNo,
      evidence: 'portalRead',
      status: 1,
    });
  });

  it('phones and desks read the number like any other change', async () => {
    const village = await openVillage();
    const officer = await village.server.enrol(village.commune.n, { role: 'officer' });
    const { dossier } = await handIn(village);
    await village.run();
    const dossierNo = await confirm(village.twin);
    await village.pass(5 * MINUTE);
    for (const device of [village.phone, officer]) {
      const pulled = await device.sync({ key: 'read', cursor: null });
      const change = pulled.ok ? pulled.answer.changes.findLast((one) => one.record === dossier) : undefined;
      expect(change?.fields['lodging']).toMatchObject({ state: 'lodged', dossierNo });
    }
  });

  it('a definite refusal comes back with the field to mend, and nothing is sent again', async () => {
    const village = await openVillage();
    const { phone } = village;
    const from = phone.queue.length + 1;
    const written = writeDossier(phone);
    phone.save({ collection: 'citizen', record: written.citizen, patch: { personalId: null } });
    await send(phone, from);
    await sendPhoto(phone, written);
    await village.run();
    const lodging = await village.findLodging(written.dossier);
    expect(lodging).toMatchObject({ state: 'needsFix', field: 'submitter.personalId' });
    await village.pass(3 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(0);
  });

  it('once mended it goes again, under a reference of its own', async () => {
    const village = await openVillage();
    const { phone, server } = village;
    await plan(village.twin, { fault: 'refusal422', next: 1 });
    const { dossier, reference } = await handIn(village);
    await village.run();
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'needsFix' });
    const mended = { reference: drawReference(), finishedAt: 2, 'answers/copies': 1 };
    phone.save({ collection: 'dossier', record: dossier, patch: mended, base: 1_000 });
    await send(phone, phone.queue.length);
    await village.run();
    expect(listPacks(village.twin)).toMatchObject([{ reference: mended.reference }]);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
    expect((await server.store.findIntent(reference))?.phase).toBe('withdrawn');
  });

  it('an answer that is changed after it was promised is another version, not the same pack', async () => {
    const village = await openVillage();
    await plan(village.twin, { fault: 'errorBeforeEffect500', next: 1, endpoint: 'createPack' });
    const { dossier } = await handIn(village);
    await village.run();
    const { phone } = village;
    phone.save({ collection: 'dossier', record: dossier, patch: { 'answers/copies': 3 } });
    await send(phone, phone.queue.length);
    await village.pass(2 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(0);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'needsFix' });
  });
});

describe('other ways than the portal', () => {
  it('a pack is taken back when the citizen chooses the counter', async () => {
    const village = await openVillage();
    const { phone, twin } = village;
    const { dossier } = await handIn(village);
    await village.run();
    phone.save({ collection: 'dossier', record: dossier, patch: { route: 'counter' } });
    await send(phone, phone.queue.length);
    await village.run();
    expect(listPacks(twin)).toMatchObject([{ status: 'withdrawn' }]);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingOffice' });
  });

  it('what an officer sends back leaves the portal, and goes again as one pack once it is mended', async () => {
    const village = await openVillage();
    const { phone, twin } = village;
    const { dossier } = await handIn(village);
    await village.run();
    const officer = await village.server.enrol(village.commune.n, { role: 'officer' });
    const returned = { at: 7, by: 'Trần Anh Tú', reason: 'ảnh trang 2 mờ', document: 'oldCivilStatusPaper' };
    officer.save({ collection: 'dossier', record: dossier, patch: { 'returned/one': returned } });
    await send(officer, 1);
    await village.run();
    const { reason, document } = returned;
    const asked = { state: 'needsFix', reason, document, askedBy: 'Trần Anh Tú', askedAt: 7 };
    expect(await village.findLodging(dossier)).toMatchObject(asked);
    expect(listPacks(twin)).toMatchObject([{ status: 'withdrawn' }]);
    const from = phone.queue.length + 1;
    const again = retakePaper(phone, { dossier, document, mends: 7 });
    const patch = { reference: drawReference(), finishedAt: 3 };
    phone.save({ collection: 'dossier', record: dossier, patch, base: 1_000 });
    await send(phone, from);
    await sendPhoto(phone, again);
    await village.run();
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
    expect(listPacks(twin)).toMatchObject([
      { status: 'withdrawn' },
      { status: 'awaitingCitizen', documents: [{ id: again.paper }] },
    ]);
  });

  it('a number that an officer enters ends the pack; one that the portal gave meanwhile calls a person', async () => {
    for (const isQuicker of [false, true]) {
      const village = await openVillage();
      const { dossier } = await handIn(village);
      await village.run();
      if (isQuicker) await confirm(village.twin);
      const officer = await village.server.enrol(village.commune.n, { role: 'officer' });
      const number = { dossierNo: 'H57.242-261122-9999', evidence: 'officerEntered', formatKnown: true };
      const recordedNumber = { ...number, by: 'Trần Anh Tú', at: 0 };
      officer.save({ collection: 'dossier', record: dossier, patch: { recordedNumber } });
      await send(officer, 1);
      await village.run();
      const expected = isQuicker
        ? { state: 'needsPerson', reason: 'twoNumbers' }
        : { state: 'lodged', dossierNo: number.dossierNo, evidence: 'officerEntered' };
      expect(await village.findLodging(dossier)).toMatchObject(expected);
      expect(listPacks(village.twin)[0]?.status).toBe(isQuicker ? 'lodged' : 'withdrawn');
    }
  });

  it('direct acceptance needs a written decision that holds today and the citizen’s yes', async () => {
    const village = await openVillage();
    const { phone, server, commune, twin } = village;
    const authorisations = [{ decisionNumber: '12/QĐ-UBND', procedureCodes: ['2.000635'] }];
    const headers = { 'content-type': 'application/json' };
    await fetch(`${twin.url}/twin/settings`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ authorisations }),
    });
    const bare = await handIn(village, { route: 'authorisedForward' });
    await village.run();
    expect(await village.findLodging(bare.dossier)).toMatchObject({
      state: 'needsPerson',
      reason: 'notAuthorised',
    });
    const decision = { decisionNumber: '12/QĐ-UBND', signer: 'Lê Thị Chủ Tịch', procedures: ['2.000635'] };
    const dates = { validFrom: '2026-01-01', validTo: '2026-12-31', enteredBy: null, enteredAt: 0 };
    await server.store.putAuthorisation({ communeN: commune.n, ...decision, ...dates });
    const from = phone.queue.length + 1;
    const direct = { route: 'authorisedForward', authorisation: '12/QĐ-UBND' } as const;
    const written = writeDossier(phone, direct);
    const consent = { citizen: written.citizen, purposes: ['authorisedFiling'] };
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: consent });
    await send(phone, from);
    await sendPhoto(phone, written);
    await village.run();
    expect(listPacks(twin)).toHaveLength(1);
    expect(await village.findLodging(written.dossier)).toMatchObject({
      state: 'lodged',
      evidence: 'portalRead',
    });
    const foreign = { ...direct, authorisation: '13/QĐ-UBND', personalId: '099083000456' };
    const fromNext = phone.queue.length + 1;
    const other = writeDossier(phone, foreign);
    const samePurposes = { citizen: other.citizen, purposes: ['authorisedFiling'] };
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: samePurposes });
    await send(phone, fromNext);
    await sendPhoto(phone, other);
    await village.run();
    expect(await village.findLodging(other.dossier)).toMatchObject({ reason: 'notAuthorised' });
    expect(listPacks(twin)).toHaveLength(1);
    // The yes was given to another phone, under a record that the team then said is the same person.
    const fromLast = phone.queue.length + 1;
    const joined = writeDossier(phone, { ...direct, personalId: '099083000789' });
    const again = makeId<RecordId>();
    const same = { [`sameAs/${joined.citizen}`]: { is: 'same', at: 1, by: 'Mai' } };
    phone.save({ collection: 'citizen', record: again, patch: { fullName: 'VÍ DỤ', ...same } });
    const yes = { citizen: again, purposes: ['authorisedFiling'] };
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: yes });
    await send(phone, fromLast);
    await sendPhoto(phone, joined);
    await village.run();
    expect(await village.findLodging(joined.dossier)).toMatchObject({ state: 'lodged' });
  });

  it('without a portal the dossier waits for its citizen or the desk, and a later portal takes it up', async () => {
    const village = await openVillage('B', false);
    const own = await handIn(village);
    const assisted = await handIn(village, { route: 'assistedAtCentre', personalId: '099083000456' });
    await village.run();
    expect(await village.findLodging(own.dossier)).toMatchObject({ state: 'awaitingCitizen' });
    expect(await village.findLodging(assisted.dossier)).toMatchObject({ state: 'awaitingOffice' });
    await village.pass(24 * HOUR, HOUR);
    expect(listPacks(village.twin)).toHaveLength(0);
    village.portal.isOpen = true;
    await village.restart();
    await village.run();
    expect(listPacks(village.twin)).toHaveLength(2);
  });
});
