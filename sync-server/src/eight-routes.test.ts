import { afterEach, describe, expect, it } from 'vitest';
import { selfReply } from '#shared/contracts/enrolment';
import type { Change } from '#shared/contracts/sync';
import type { RecordId } from '#shared/ids';
import type { Lodging, Route } from '#shared/model/dossier';
import { confirm, listPacks } from '../../fixtures/demo-commune/portal-village.ts';
import {
  closeHouses,
  enrolBy,
  enrolHead,
  pullLodging,
  send,
  startHouse,
} from '../../fixtures/demo-commune/start-house.ts';
import { sendPhoto, writeDossier, type WrittenDossier } from '../../fixtures/demo-commune/write-dossier.ts';
import type { FixtureDevice } from '../../fixtures/devices/make-device.ts';
import { makeId } from '../../fixtures/devices/make-device.ts';
import { pull } from '../../fixtures/devices/send-and-pull.ts';

afterEach(closeHouses);

const waitFor = (read: () => unknown) => expect.poll(read, { timeout: 45_000, interval: 200 });
const DECISION = '12/QĐ-UBND';
const OFFICE: readonly Route[] = ['assistedAtCentre', 'counter', 'post'];
const PACKED: readonly Route[] = ['selfOwnPhone', 'selfAtSession', 'relative'];
const ALL: readonly Route[] = [...PACKED, ...OFFICE, 'authorisedForward', 'policeInPerson'];

/** Every word about lodging that a device has ever been told of this record, in its order. */
async function listWords(device: FixtureDevice, record: RecordId): Promise<Lodging[]> {
  const { changes } = await pull(device);
  const isOf = (change: Change): boolean => change.record === record;
  return changes
    .filter(isOf)
    .map((change) => change.fields['lodging'] as Lodging | null | undefined)
    .filter((lodging) => lodging !== null && lodging !== undefined);
}

async function write(phone: FixtureDevice, route: Route, at: number) {
  const from = phone.queue.length + 1;
  const authorisation = route === 'authorisedForward' ? { authorisation: DECISION } : {};
  const written = writeDossier(phone, { route, personalId: `0990830004${at}0`, ...authorisation });
  if (route === 'authorisedForward') {
    const patch = { citizen: written.citizen, purposes: ['authorisedFiling'] };
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch });
  }
  expect(await send(phone, from)).toEqual([]);
  expect(await sendPhoto(phone, written)).toBe(true);
  return written;
}

async function tellPortalOfDecision(portal: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const authorisations = [{ decisionNumber: DECISION, procedureCodes: ['2.000635'] }];
  const body = JSON.stringify({ authorisations });
  const told = await fetch(`${portal}/twin/settings`, { method: 'POST', headers, body });
  expect(told.ok).toBe(true);
}

describe('a dossier on each of the eight ways, over real lines', () => {
  it('reaches its own last word, and none is called lodged without evidence', async () => {
    const house = await startHouse({ POST_AGREEMENT: '7/TT-BĐ, 01/10/2026' });
    const { twin, faults } = house;
    const head = await enrolHead(house);
    const phone = await enrolBy(head, house, 'volunteer');
    const officer = await enrolBy(head, house, 'officer');
    const self = selfReply.parse(await (await phone.ask('POST', '/api/devices/self')).json());
    expect(self.postAgreement).toBe('7/TT-BĐ, 01/10/2026');

    const dossiers = new Map<Route, WrittenDossier>();
    for (const [at, route] of ALL.entries()) dossiers.set(route, await write(phone, route, at));
    const get = (route: Route): RecordId => dossiers.get(route)?.dossier as RecordId;
    const findPack = (route: Route): number =>
      listPacks(twin).findIndex((pack) => pack.reference === dossiers.get(route)?.reference);
    const wait = (route: Route) => waitFor(() => pullLodging(phone, get(route)));

    // A, B, C: prepared for the citizen, whose act it is. D, E, F: in the officer's list.
    for (const route of PACKED) await wait(route).toMatchObject({ state: 'awaitingCitizen' });
    for (const route of OFFICE) await wait(route).toMatchObject({ state: 'awaitingOffice' });
    // G without an authorisation is refused in words; H is an appointment, and nothing is ever sent for it.
    await wait('authorisedForward').toMatchObject({ state: 'needsPerson', reason: 'notAuthorised' });
    expect(await pullLodging(phone, get('policeInPerson'))).toBeNull();
    // The pack of D lies ready for whoever helps at the centre.
    expect(listPacks(twin)).toHaveLength(PACKED.length + 1);

    const numbers = new Map<Route, string>();
    for (const route of PACKED) await confirm(twin, findPack(route));
    for (const route of PACKED) {
      await wait(route).toMatchObject({ state: 'lodged', evidence: 'portalRead' });
      numbers.set(route, ((await pullLodging(phone, get(route))) as Lodging).dossierNo ?? '');
    }
    for (const [at, route] of OFFICE.entries()) {
      const dossierNo = `H57.242-261122-00${at}7`;
      const evidence = route === 'post' ? 'citizenShown' : 'officerEntered';
      const recordedNumber = { dossierNo, evidence, formatKnown: true, by: 'Tú', at: 1 };
      const teller = evidence === 'officerEntered' ? officer : phone;
      teller.save({ collection: 'dossier', record: get(route), patch: { recordedNumber } });
      expect(await send(teller, teller.queue.length)).toEqual([]);
      await wait(route).toMatchObject({ state: 'lodged', dossierNo, evidence });
      numbers.set(route, dossierNo);
    }
    expect(new Set(numbers.values()).size).toBe(6);

    const words = (await Promise.all(ALL.map((route) => listWords(phone, get(route))))).flat();
    expect(words.length).toBeGreaterThan(6);
    for (const { state, evidence, dossierNo } of words)
      expect(state === 'lodged').toBe(evidence !== undefined && dossierNo !== undefined);
    expect(await pullLodging(phone, get('policeInPerson'))).toBeNull();
    expect(faults).toEqual([]);
  }, 120_000);

  it('G is taken exactly once when the head has entered the decision, and only from the day on which it holds', async () => {
    const house = await startHouse();
    const { twin, url, faults } = house;
    await tellPortalOfDecision(twin.url);
    const head = await enrolHead(house);
    const phone = await enrolBy(head, house, 'volunteer');
    const enter = (changes: Readonly<Record<string, unknown>> = {}) => {
      const decision = { decisionNumber: DECISION, signer: 'Lê Thị Ví Dụ', from: '2026-01-01', to: null };
      const body = { ...decision, procedures: ['2.000635'], ...changes };
      return head.ask('POST', '/api/administration/authorisations', { body });
    };

    const before = await write(phone, 'authorisedForward', 1);
    await waitFor(() => pullLodging(phone, before.dossier)).toMatchObject({ reason: 'notAuthorised' });
    const wrong = await enter({ from: '2026-13-41' });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ error: 'fieldInvalid', field: 'from' });
    const byVolunteer = await phone.ask('POST', '/api/administration/authorisations', {
      body: { decisionNumber: DECISION, signer: 'x', from: '2026-01-01', to: null, procedures: ['2.000635'] },
    });
    expect(byVolunteer.status).toBeLessThan(500);
    expect(byVolunteer.ok).toBe(false);
    expect(listPacks(twin)).toHaveLength(0);

    expect((await enter()).status).toBe(200);
    const after = await write(phone, 'authorisedForward', 2);
    await waitFor(() => pullLodging(phone, after.dossier)).toMatchObject({
      state: 'lodged',
      evidence: 'portalRead',
    });
    const other = await write(phone, 'authorisedForward', 3);
    await waitFor(() => pullLodging(phone, other.dossier)).toMatchObject({ state: 'lodged' });
    const references = listPacks(twin).map((pack) => pack.reference);
    expect(references.sort()).toEqual([after.reference, other.reference].sort());
    // Nothing more comes of the refused one by itself, nor of time.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(listPacks(twin)).toHaveLength(2);
    expect(await pullLodging(phone, before.dossier)).toMatchObject({ state: 'needsPerson' });
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true });
    expect(faults).toEqual([]);
  }, 120_000);
});
