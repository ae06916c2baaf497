import { afterEach, describe, expect, it } from 'vitest';
import type { PortalClass } from '#shared/contracts/portal';
import { type Lodging, type Route } from '#shared/model/dossier';
import type { RecordId } from '#shared/ids';
import { type FaultPlan, PORTAL_FAULTS } from '#simulation/portal/fault-plan';
import {
  sendPhoto,
  writeDossier,
  type WrittenDossier,
} from '../../../fixtures/demo-commune/write-dossier.ts';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { makeServer } from '../../../fixtures/devices/make-server.ts';
import { type PortalTwin, startPortalTwin } from '../../../fixtures/portal-twin/server.ts';
import { findRecordState } from '../services/record-cipher.ts';
import { createForwarder } from './forwarder.ts';
import { toBreakerSettings, toForwardSettings } from './forward-settings.ts';
import { createHttpPackConnector } from './http-pack-connector.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function openVillage(portalClass: PortalClass = 'B', withPortal = true) {
  const portal = { isOpen: withPortal };
  const server = await makeServer();
  closing.push(() => server.close());
  const commune = await server.makeCommune();
  const phone = await server.enrol(commune.n, { team: 'Thôn Mẫu' });
  const { clock, store, keys } = server;
  const twin = await startPortalTwin({ seed: 7, classOf: portalClass, now: () => clock.now });
  closing.push(() => twin.close());
  const patience = { portalClass, portalWindowMs: HOUR, portalPollMs: 5 * MINUTE, portalDailyCap: 100 };
  const log: string[] = [];
  const begin = (incarnation = server.incarnation) =>
    createForwarder({
      ...{ store, keys, incarnation },
      connector: portal.isOpen
        ? createHttpPackConnector({ origin: twin.url, timeoutMs: 300, portalClass })
        : null,
      settings: toForwardSettings(patience),
      breaker: toBreakerSettings(patience),
      statusEvery: 30 * MINUTE,
      now: () => clock.now,
      random: () => 0.5,
      log: (line) => log.push(line),
    });
  let forwarder = begin();
  return {
    ...{ server, commune, phone, twin, clock, log },
    run: () => forwarder.runOnce(),
    openPortal(): void {
      portal.isOpen = true;
    },
    /** As after a crash: what was in memory is gone. */
    async restart(incarnation = server.incarnation) {
      forwarder = begin(incarnation);
      await forwarder.restart();
    },
    async pass(milliseconds: number, step = 5 * MINUTE) {
      for (let passed = 0; passed < milliseconds; passed += step) {
        clock.now += step;
        await forwarder.runOnce();
      }
    },
    async findLodging(record: RecordId): Promise<Lodging | null> {
      const stored = await store.findRecord(record);
      const state = stored && findRecordState(keys, stored);
      return (state?.fields['lodging']?.value ?? null) as Lodging | null;
    },
  };
}

type Village = Awaited<ReturnType<typeof openVillage>>;

async function handIn(
  { phone }: Pick<Village, 'phone'>,
  wishes: { route?: Route; personalId?: string } = {},
): Promise<WrittenDossier> {
  const from = phone.queue.length + 1;
  const written = writeDossier(phone, wishes);
  await sendRun(phone, from);
  expect(await sendPhoto(phone, written)).toBe(true);
  return written;
}

async function sendRun(phone: FixtureDevice, from: number): Promise<void> {
  const sent = await phone.sync({ runs: [phone.makeRun(from, phone.queue.length)] });
  if (!sent.ok || sent.answer.setAside.length > 0) throw new Error(JSON.stringify(sent));
}

const listPacks = (twin: PortalTwin) => Object.values(twin.core.readState().packs);

async function plan(twin: PortalTwin, ...plans: FaultPlan[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${twin.url}/twin/faults`, { method: 'POST', headers, body: JSON.stringify(plans) });
}

async function confirm(twin: PortalTwin, at = 0): Promise<string> {
  const pack = listPacks(twin)[at];
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ by: 'citizen' });
  const reply = await fetch(`${twin.url}/packs/${pack?.packNumber}/confirm`, {
    method: 'POST',
    headers,
    body,
  });
  return ((await reply.json()) as { dossierNumber: string }).dossierNumber;
}

describe('a finished dossier on its way to the portal', () => {
  it('waits for its photograph, becomes a pack, and is lodged when the citizen has confirmed', async () => {
    const village = await openVillage();
    const { phone, twin, clock } = village;
    const written = writeDossier(phone);
    await sendRun(phone, 1);
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

  it('says what the one-stop wants completed, beside the number that stays', async () => {
    const village = await openVillage();
    const { dossier } = await handIn(village);
    await village.run();
    const dossierNo = await confirm(village.twin);
    await village.pass(5 * MINUTE);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ status: 5, supplement: { text: 'Ảnh trang 2 mờ', field: 'page2' } });
    await fetch(`${village.twin.url}/officer/dossiers/${dossierNo}/status`, {
      method: 'POST',
      headers,
      body,
    });
    await village.pass(30 * MINUTE);
    const asked = { state: 'lodged', dossierNo, status: 5, reason: 'Ảnh trang 2 mờ', field: 'page2' };
    const said = await village.findLodging(dossier);
    expect(said).toMatchObject(asked);
    await village.pass(60 * MINUTE);
    expect(await village.findLodging(dossier)).toEqual(said);
  });

  it('a definite refusal comes back with the field to mend, and nothing is sent again', async () => {
    const village = await openVillage();
    const { phone } = village;
    const from = phone.queue.length + 1;
    const written = writeDossier(phone);
    phone.save({ collection: 'citizen', record: written.citizen, patch: { personalId: null } });
    await sendRun(phone, from);
    await sendPhoto(phone, written);
    await village.run();
    const lodging = await village.findLodging(written.dossier);
    expect(lodging).toMatchObject({ state: 'needsFix', field: 'submitter.personalId' });
    await village.pass(3 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(0);
  });

  it('an answer that is changed after it was promised is another version, not the same pack', async () => {
    const village = await openVillage();
    await plan(village.twin, { fault: 'errorBeforeEffect500', next: 1, endpoint: 'createPack' });
    const { dossier } = await handIn(village);
    await village.run();
    const { phone } = village;
    phone.save({ collection: 'dossier', record: dossier, patch: { 'answers/copies': 3 } });
    await sendRun(phone, phone.queue.length);
    await village.pass(2 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(0);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'needsFix' });
  });
});

describe('a portal that misbehaves', () => {
  const waits = { packs: 1, lodging: { state: 'awaitingCitizen' } };
  const others: Partial<Record<FaultPlan['fault'], { packs: number; lodging: Partial<Lodging> }>> = {
    refusal422: { packs: 0, lodging: { state: 'needsFix' } },
    duplicateAccept: { packs: 2, lodging: { state: 'needsPerson', reason: 'severalPacks' } },
    silentDrop: { packs: 0, lodging: { state: 'awaitingCitizen' } },
  };

  it.each(Object.keys(PORTAL_FAULTS) as FaultPlan['fault'][])(
    'is given a dossier once, or a person is asked: %s',
    async (fault) => {
      const village = await openVillage();
      const { twin } = village;
      await plan(twin, { fault, next: 1, endpoint: 'createPack', seconds: 0.1 });
      const { dossier } = await handIn(village);
      await village.pass(4 * HOUR, 15 * MINUTE);
      expect(twin.core.readState().fired[fault]).toBe(1);
      const { packs, lodging } = others[fault] ?? waits;
      expect(listPacks(twin)).toHaveLength(packs);
      expect(await village.findLodging(dossier)).toMatchObject(lodging);
      expect(village.log).toEqual([]);
    },
  );

  it('that swallows a pack and says nothing is noticed within three days', async () => {
    const village = await openVillage();
    await plan(village.twin, { fault: 'silentDrop', next: 1, endpoint: 'createPack' });
    const { dossier } = await handIn(village);
    await village.pass(3 * 24 * HOUR, HOUR);
    const lodging = await village.findLodging(dossier);
    expect(lodging).toMatchObject({ state: 'needsPerson', reason: 'packVanished' });
  });

  it('that is silent and whose search lags behind is asked only after the window', async () => {
    const village = await openVillage();
    await plan(
      village.twin,
      { fault: 'timeoutAfterEffect', next: 1, endpoint: 'createPack' },
      { fault: 'lateVisibility', next: 1, seconds: 55 * 60 },
    );
    const { dossier } = await handIn(village);
    await village.pass(4 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(1);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
  });

  it('that takes the same key twice is simply asked again', async () => {
    const village = await openVillage('A');
    await plan(village.twin, { fault: 'timeoutAfterEffect', next: 2, endpoint: 'createPack' });
    const { dossier } = await handIn(village);
    await village.pass(HOUR);
    expect(listPacks(village.twin)).toHaveLength(1);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
  });

  it.each(['C', 'D'] as const)(
    'that cannot be asked (class %s) is called once, then a person looks',
    async (kind) => {
      const village = await openVillage(kind);
      await plan(village.twin, { fault: 'timeoutAfterEffect', next: 1, endpoint: 'createPack' });
      const silent = await handIn(village);
      const plain = await handIn(village, { personalId: '099083000456' });
      await village.pass(3 * HOUR, 15 * MINUTE);
      expect(listPacks(village.twin)).toHaveLength(2);
      expect(await village.findLodging(silent.dossier)).toMatchObject({ state: 'needsPerson' });
      expect(await village.findLodging(plain.dossier)).toMatchObject({ state: 'awaitingCitizen' });
      await confirm(village.twin, 1);
      await village.pass(10 * MINUTE);
      expect(await village.findLodging(plain.dossier)).toMatchObject({ evidence: 'portalRead' });
    },
  );

  it('that is down is left alone, and everything goes through once it is back', async () => {
    const village = await openVillage();
    const { twin } = village;
    await plan(twin, { fault: 'unavailable503', probability: 1 });
    const written: WrittenDossier[] = [];
    for (let at = 0; at < 8; at += 1) written.push(await handIn(village, { personalId: `09918300010${at}` }));
    await village.run();
    await village.run();
    expect(twin.core.readState().fired.unavailable503).toBe(5);
    await fetch(`${twin.url}/twin/faults`, { method: 'DELETE' });
    await village.pass(5 * HOUR);
    expect(new Set(listPacks(twin).map((pack) => pack.reference))).toEqual(
      new Set(written.map((one) => one.reference)),
    );
    expect(listPacks(twin)).toHaveLength(8);
  });
});

describe('a server that falls over', () => {
  async function interrupt({ server }: Village, { reference }: WrittenDossier): Promise<void> {
    const row = await server.store.findIntent(reference);
    if (!row) throw new Error('No intent was made.');
    const lost = { phase: 'calling', packNumber: null, unknownSince: null } as const;
    await server.store.putIntent(row.communeN, { ...row, ...lost });
  }

  it('before its call had left sends the pack later, once', async () => {
    const village = await openVillage();
    await plan(village.twin, { fault: 'errorBeforeEffect500', next: 1, endpoint: 'createPack' });
    const written = await handIn(village);
    await village.run();
    await interrupt(village, written);
    await village.restart();
    await village.pass(30 * MINUTE);
    expect(listPacks(village.twin)).toHaveLength(0);
    await village.pass(2 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(1);
  });

  it('after its call had arrived finds the pack instead of making another', async () => {
    const village = await openVillage();
    const written = await handIn(village);
    await village.run();
    await interrupt(village, written);
    await village.restart();
    await village.pass(3 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(1);
    expect((await village.server.store.findIntent(written.reference))?.phase).toBe('packed');
  });

  it('and is restored from an older copy asks about every dossier before it sends one', async () => {
    const village = await openVillage();
    const written = await handIn(village);
    const before = await village.server.store.findIntent(written.reference);
    await village.run();
    if (before) await village.server.store.putIntent(before.communeN, before);
    await village.restart({ id: new Uint8Array(16).fill(3), bornOfRestore: true });
    await village.pass(3 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(1);
    expect((await village.server.store.findIntent(written.reference))?.phase).toBe('packed');
  });
});

describe('other ways than the portal', () => {
  it('a pack is taken back when the citizen chooses the counter', async () => {
    const village = await openVillage();
    const { phone, twin } = village;
    const { dossier } = await handIn(village);
    await village.run();
    phone.save({ collection: 'dossier', record: dossier, patch: { route: 'counter' } });
    await sendRun(phone, phone.queue.length);
    await village.run();
    expect(listPacks(twin)).toMatchObject([{ status: 'withdrawn' }]);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingOffice' });
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
      await sendRun(officer, 1);
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
    const written = writeDossier(phone, { route: 'authorisedForward' });
    const consent = { citizen: written.citizen, purposes: ['authorisedFiling'] };
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: consent });
    await sendRun(phone, from);
    await sendPhoto(phone, written);
    await village.run();
    expect(listPacks(twin)).toHaveLength(1);
    expect(await village.findLodging(written.dossier)).toMatchObject({
      state: 'lodged',
      evidence: 'portalRead',
    });
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
    village.openPortal();
    await village.restart();
    await village.run();
    expect(listPacks(village.twin)).toHaveLength(2);
  });
});
