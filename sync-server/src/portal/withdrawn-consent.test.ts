import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Route } from '#shared/model/dossier';
import {
  closeVillages,
  confirm,
  HOUR,
  listPacks,
  MINUTE,
  openVillage,
  plan,
  type Village,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import {
  drawReference,
  sendPhoto,
  writeDossier,
  type WrittenDossier,
} from '../../../fixtures/demo-commune/write-dossier.ts';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';

afterEach(closeVillages);

const STOPPED = { state: 'needsPerson', reason: 'consentWithdrawn' };

/** Says and sends one thing about a consent. */
async function say(phone: FixtureDevice, record: RecordId, patch: Record<string, unknown>): Promise<void> {
  const from = phone.queue.length + 1;
  phone.save({ collection: 'consent', record, patch: patch as never });
  await send(phone, from);
}

async function agree(phone: FixtureDevice, citizen: RecordId): Promise<RecordId> {
  const consent = makeId<RecordId>();
  await say(phone, consent, { citizen, purposes: ['prepare'], at: 1 });
  return consent;
}

/** Somebody said yes, and a dossier of theirs is finished with its photograph. */
async function handInWithYes(
  village: Village,
  route: Route = 'selfOwnPhone',
): Promise<WrittenDossier & { yes: RecordId }> {
  const { phone } = village;
  const from = phone.queue.length + 1;
  const written = writeDossier(phone, { route });
  await send(phone, from);
  await sendPhoto(phone, written);
  return { ...written, yes: await agree(phone, written.citizen) };
}

describe('somebody who takes the yes back', () => {
  it('has the waiting pack taken back from the portal, and the desk is told why', async () => {
    const village = await openVillage();
    const { phone, twin, server, commune } = village;
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const { dossier, yes } = await handInWithYes(village);
    await village.run();
    expect(listPacks(twin)).toMatchObject([{ status: 'awaitingCitizen' }]);
    await say(phone, yes, { withdrawnAt: 2 });
    expect(await village.findLodging(dossier)).toMatchObject(STOPPED);
    await village.pass(10 * MINUTE);
    expect(listPacks(twin)).toMatchObject([{ status: 'withdrawn' }]);
    expect(await village.findLodging(dossier)).toMatchObject(STOPPED);
    const pulled = await officer.sync({ key: 'read', cursor: null });
    const change = pulled.ok ? pulled.answer.changes.findLast((one) => one.record === dossier) : undefined;
    expect(change?.fields['lodging']).toMatchObject(STOPPED);
  });

  it('has nothing sent that had not left yet, with a portal and without one, and nothing waits at the desk', async () => {
    for (const withPortal of [true, false]) {
      const village = await openVillage('B', withPortal);
      const waiting = await handInWithYes(village);
      const atDesk = await handInWithYes(village, 'counter');
      if (!withPortal) await village.run();
      for (const { yes } of [waiting, atDesk]) await say(village.phone, yes, { withdrawnAt: 2 });
      await village.pass(10 * MINUTE);
      for (const { dossier } of [waiting, atDesk])
        expect(await village.findLodging(dossier)).toMatchObject(STOPPED);
      village.portal.isOpen = true;
      await village.restart();
      await village.pass(10 * MINUTE);
      expect(listPacks(village.twin)).toHaveLength(0);
    }
  });

  it('loses nothing that is lodged', async () => {
    const village = await openVillage();
    const { dossier, yes } = await handInWithYes(village);
    await village.run();
    const dossierNo = await confirm(village.twin);
    await village.pass(5 * MINUTE);
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'lodged', dossierNo });
  });

  it('goes on after a new yes, once the dossier is finished again', async () => {
    const village = await openVillage();
    const { phone, twin } = village;
    const { dossier, citizen, yes } = await handInWithYes(village);
    await village.run();
    await say(phone, yes, { withdrawnAt: 2 });
    await village.pass(5 * MINUTE);
    await agree(phone, citizen);
    const from = phone.queue.length + 1;
    const patch = { reference: drawReference(), finishedAt: 3 };
    phone.save({ collection: 'dossier', record: dossier, patch });
    await send(phone, from);
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
    expect(listPacks(twin).map(({ status }) => status)).toEqual(['withdrawn', 'awaitingCitizen']);
  });

  it('stops what another team has of the same person, and shows it to nobody for that', async () => {
    const village = await openVillage();
    const { server, commune, phone } = village;
    const { citizen, yes } = await handInWithYes(village);
    const other = await server.enrol(commune.n, { team: 'Tổ Thử' });
    const theirs = writeDossier(other, { personalId: '099083000456' });
    const same = { [`sameAs/${citizen}`]: { is: 'same', at: 1, by: 'Mai' } };
    other.save({ collection: 'citizen', record: theirs.citizen, patch: same });
    await send(other, 1);
    await sendPhoto(other, theirs);
    const yesOfOther = await agree(other, theirs.citizen);
    await say(other, yesOfOther, { withdrawnAt: 2 });
    expect(await village.findLodging(theirs.dossier)).not.toMatchObject(STOPPED);
    await say(phone, yes, { withdrawnAt: 3 });
    expect(await village.findLodging(theirs.dossier)).toMatchObject(STOPPED);
    const pulled = await phone.sync({ key: 'read', cursor: null });
    const seen = pulled.ok ? pulled.answer.changes.map(({ record }) => record) : [];
    expect(seen).toContain(citizen);
    expect(seen).not.toContain(theirs.dossier);
  });

  it('stops what another phone finishes without having heard of it, under whichever record of this person', async () => {
    const village = await openVillage();
    const { server, commune, phone, twin } = village;
    const { citizen, yes } = await handInWithYes(village);
    const other = await server.enrol(commune.n, { team: 'Thôn Mẫu' });
    const late = writeDossier(other, { personalId: '099083000456' });
    const same = { [`sameAs/${citizen}`]: { is: 'same', at: 1, by: 'Mai' } };
    other.save({ collection: 'citizen', record: late.citizen, patch: same });
    await say(phone, yes, { withdrawnAt: 2 });
    const yesOfOther = makeId<RecordId>();
    const given = { citizen: late.citizen, purposes: ['prepare'], withdrawnAt: 2 };
    other.save({ collection: 'consent', record: yesOfOther, patch: given });
    await send(other, 1);
    await sendPhoto(other, late);
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(late.dossier)).toMatchObject(STOPPED);
    const from = other.queue.length + 1;
    const last = makeId<RecordId>();
    const finished = { citizen, procedure: '2.000635', route: 'counter', reference: drawReference() };
    other.save({ collection: 'dossier', record: last, patch: { ...finished, finishedAt: 4 } });
    await send(other, from);
    expect(await village.findLodging(last)).toMatchObject(STOPPED);
    expect(listPacks(twin).filter(({ status }) => status !== 'withdrawn')).toEqual([]);
  });
});

describe('somebody who takes the yes back while an officer is asked about the pack', () => {
  const DAY = 24 * HOUR;
  type Doubted = WrittenDossier & { yes: RecordId };

  /** The pack stands at the portal, whose search never shows it. */
  async function loseSight(village: Village): Promise<Doubted> {
    const late = {
      fault: 'lateVisibility',
      next: 1,
      endpoint: 'createPack',
      seconds: 80 * 24 * 3600,
    } as const;
    await plan(village.twin, late);
    const written = await handInWithYes(village);
    await village.pass(4 * DAY, HOUR);
    expect(await village.findLodging(written.dossier)).toMatchObject({ reason: 'packVanished' });
    return written;
  }

  it('has it taken back where its number is known, also by a server that starts again; both reasons stay', async () => {
    const village = await openVillage();
    const { dossier, yes } = await loseSight(village);
    const [{ packNumber } = { packNumber: '' }] = listPacks(village.twin);
    await say(village.phone, yes, { withdrawnAt: 2 });
    const asked = { ...STOPPED, doubts: ['packVanished'], packNumber };
    expect(await village.findLodging(dossier)).toMatchObject(asked);
    expect(await village.findLodging(dossier)).not.toHaveProperty('recalledAt');
    await village.restart();
    await village.pass(10 * MINUTE);
    expect(listPacks(village.twin)).toMatchObject([{ status: 'withdrawn' }]);
    const told = await village.findLodging(dossier);
    expect(told).toMatchObject(asked);
    expect(told?.recalledAt).toBeGreaterThan(0);
  });

  it('is told that it is lodged where they confirmed it themselves first', async () => {
    const village = await openVillage();
    const { dossier, yes } = await loseSight(village);
    const dossierNo = await confirm(village.twin);
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'lodged', dossierNo });
  });

  it('leaves it to the officer, by both reasons and by what failed, when the portal does not take it back', async () => {
    const village = await openVillage();
    const { dossier, yes } = await loseSight(village);
    await plan(village.twin, { fault: 'unavailable503', probability: 1, endpoint: 'withdrawPack' });
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(3 * DAY, HOUR / 2);
    const told = await village.findLodging(dossier);
    expect(told).toMatchObject({ ...STOPPED, doubts: ['packVanished', 'notTakenBack'] });
    expect(told).not.toHaveProperty('recalledAt');
    const fired = village.twin.core.readState().fired.unavailable503;
    await village.pass(2 * DAY, HOUR);
    expect(village.twin.core.readState().fired.unavailable503).toBe(fired);
  });

  it('leaves several packs to the officer, and takes back none of them as if it were all', async () => {
    const village = await openVillage();
    await plan(village.twin, { fault: 'duplicateAccept', next: 1, endpoint: 'createPack' });
    const { dossier, yes } = await handInWithYes(village);
    await village.pass(HOUR);
    expect(await village.findLodging(dossier)).toMatchObject({ reason: 'severalPacks' });
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(4 * HOUR);
    expect(await village.findLodging(dossier)).toMatchObject({ ...STOPPED, doubts: ['severalPacks'] });
    expect(await village.findLodging(dossier)).not.toHaveProperty('recalledAt');
    expect(listPacks(village.twin).map(({ status }) => status)).toEqual([
      'awaitingCitizen',
      'awaitingCitizen',
    ]);
  });

  it('leaves what was sent into silence to the officer, where the portal cannot be asked', async () => {
    const village = await openVillage('D');
    await plan(village.twin, { fault: 'timeoutAfterEffect', next: 1, endpoint: 'createPack' });
    const { dossier, yes } = await handInWithYes(village);
    await village.run();
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(HOUR);
    expect(await village.findLodging(dossier)).toMatchObject({ ...STOPPED, doubts: ['notSearchable'] });
  });

  it('has it taken back once there is a portal again', async () => {
    const village = await openVillage();
    const { dossier, yes } = await loseSight(village);
    village.portal.isOpen = false;
    await village.restart();
    await say(village.phone, yes, { withdrawnAt: 2 });
    await village.pass(2 * HOUR);
    village.portal.isOpen = true;
    await village.restart();
    await village.pass(2 * HOUR);
    expect(listPacks(village.twin)).toMatchObject([{ status: 'withdrawn' }]);
    expect((await village.findLodging(dossier))?.recalledAt).toBeGreaterThan(0);
  });
});
