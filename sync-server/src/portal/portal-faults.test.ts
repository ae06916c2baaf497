import { afterEach, describe, expect, it } from 'vitest';
import type { Lodging } from '#shared/model/dossier';
import { type FaultPlan, PORTAL_FAULTS } from '#shared/portal/fault-plan';
import {
  closeVillages,
  confirm,
  handIn,
  HOUR,
  listPacks,
  MINUTE,
  openVillage,
  plan,
  type Village,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { startPortalTwin } from '../../../fixtures/portal-twin/server.ts';
import type { WrittenDossier } from '../../../fixtures/demo-commune/write-dossier.ts';

afterEach(closeVillages);

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

describe('a portal behind a line that was cut', () => {
  it('is asked about nobody before any of the dossiers that only wait to be called', async () => {
    const village = await openVillage();
    const { twin, server } = village;
    const written: WrittenDossier[] = [];
    for (let at = 0; at < 6; at += 1) written.push(await handIn(village, { personalId: `09918300020${at}` }));
    const port = Number(new URL(twin.url).port);
    await twin.close();
    await village.run();
    const rows = await Promise.all(written.map(({ reference }) => server.store.findIntent(reference)));
    expect(new Set(rows.map((row) => row?.phase))).toEqual(new Set(['ready']));
    const back = await startPortalTwin({ port, seed: 7, classOf: 'B', now: () => village.clock.now });
    try {
      await plan(back, { fault: 'unavailable503', next: 1, endpoint: 'createPack' });
      await village.run();
      expect(listPacks(back)).toHaveLength(0);
      await village.pass(HOUR);
      expect(back.core.readState().fired.unavailable503).toBe(1);
      await village.pass(3 * HOUR);
      expect(listPacks(back)).toHaveLength(6);
    } finally {
      await back.close();
    }
  });
});

describe('a dossier that cannot be carried', () => {
  it('costs the others nothing, is named without what it holds, and is tried ever more rarely', async () => {
    const village = await openVillage();
    const [bad, good] = [await handIn(village), await handIn(village, { personalId: '099183000124' })];
    village.spoiled.add(bad.dossier);
    await village.pass(12 * MINUTE, MINUTE);
    expect(listPacks(village.twin)).toMatchObject([{ reference: good.reference }]);
    const named = `forwarder: ${bad.reference} failed`;
    expect(village.log.map((line) => line.split(' (')[0])).toEqual([named, named, named, named]);
    village.spoiled.clear();
    await village.pass(HOUR);
    expect(listPacks(village.twin)).toHaveLength(2);
    expect(village.log).toHaveLength(4);
  });

  it('does not keep a server from starting, and is not sent in a restored store before the portal was asked', async () => {
    const village = await openVillage();
    const [bad, good] = [await handIn(village), await handIn(village, { personalId: '099183000124' })];
    const before = await village.server.store.findIntent(bad.reference);
    await village.run();
    if (before) await village.server.store.putIntent(before.communeN, before);
    village.spoiled.add(bad.reference);
    await village.restart({ id: new Uint8Array(16).fill(3), bornOfRestore: true });
    expect(village.log).toHaveLength(1);
    expect((await village.server.store.findIntent(good.reference))?.phase).toBe('packed');
    village.spoiled.clear();
    await village.pass(3 * HOUR);
    expect(listPacks(village.twin)).toHaveLength(2);
    expect((await village.server.store.findIntent(bad.reference))?.phase).toBe('packed');
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
