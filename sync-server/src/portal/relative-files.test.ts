import { afterEach, describe, expect, it } from 'vitest';
import type { Patch } from '#shared/model/operation';
import {
  closeVillages,
  confirm,
  handIn,
  listPacks,
  MINUTE,
  openVillage,
  type Village,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import {
  drawReference,
  RELATIVE,
  type WrittenDossier,
} from '../../../fixtures/demo-commune/write-dossier.ts';

afterEach(closeVillages);

const say = async ({ phone }: Village, { dossier }: WrittenDossier, patch: Patch): Promise<void> => {
  const from = phone.queue.length + 1;
  phone.save({ collection: 'dossier', record: dossier, patch });
  await send(phone, from);
};

describe('a dossier that a relative files', () => {
  it('reaches the portal with the relative as who files and the citizen as whose dossier it is', async () => {
    const village = await openVillage();
    const { dossier } = await handIn(village, { route: 'relative' });
    await village.run();
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
    const [pack] = listPacks(village.twin);
    expect(pack?.submitter).toEqual({ fullName: RELATIVE.name, relation: 'child', phone: RELATIVE.phone });
    expect(pack?.owner).toMatchObject({ fullName: 'HOÀNG THỊ MẪU', personalId: '099183000123' });
  });

  it('goes nowhere while nobody’s yes to filing it is written down, and says whose is missing', async () => {
    const village = await openVillage();
    const written = await handIn(village, { route: 'relative' });
    await say(village, written, { relative: null });
    await say(village, written, { finishedAt: 1_790_000_000_009, reference: drawReference() });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(written.dossier)).toMatchObject({
      ...{ state: 'needsFix', field: 'submitter' },
      reason: 'Chưa ghi người nộp và lời đồng ý của người đó.',
    });
    expect(listPacks(village.twin)).toEqual([]);
  });

  it('is recalled when the relative takes their yes back, and waits for nobody', async () => {
    const village = await openVillage();
    const written = await handIn(village, { route: 'relative' });
    await village.run();
    await say(village, written, { relative: null, route: null, finishedAt: null });
    expect(await village.findLodging(written.dossier)).toBeNull();
    await village.pass(10 * MINUTE);
    expect(listPacks(village.twin)).toMatchObject([{ status: 'withdrawn' }]);
    expect(await village.findLodging(written.dossier)).toBeNull();
  });

  it('is recalled when another relative files, and goes again under their name once it is finished', async () => {
    const village = await openVillage();
    const written = await handIn(village, { route: 'relative' });
    await village.run();
    const another = { name: 'LÝ THỊ THỬ', kin: 'spouse', agreedAt: 2 };
    await say(village, written, { relative: another, finishedAt: null });
    await village.pass(10 * MINUTE);
    expect(listPacks(village.twin)).toMatchObject([{ status: 'withdrawn' }]);
    await say(village, written, { finishedAt: 1_790_000_000_009, reference: drawReference() });
    await village.pass(10 * MINUTE);
    expect(listPacks(village.twin)).toMatchObject([
      { status: 'withdrawn' },
      { status: 'awaitingCitizen', submitter: { fullName: 'LÝ THỊ THỬ', relation: 'spouse' } },
    ]);
  });

  it('stays lodged when the yes is taken back too late', async () => {
    const village = await openVillage();
    const written = await handIn(village, { route: 'relative' });
    await village.run();
    const [pack] = listPacks(village.twin);
    await fetch(`${village.twin.url}/packs/${pack?.packNumber ?? ''}/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'citizen' }),
    });
    await village.pass(10 * MINUTE);
    await say(village, written, { relative: null });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(written.dossier)).toMatchObject({ state: 'lodged' });
  });

  it('is the officer’s to see still where it was lodged before the taking back arrived', async () => {
    const village = await openVillage();
    const officer = await village.server.enrol(village.commune.n, { role: 'officer' });
    const written = await handIn(village, { route: 'relative' });
    await village.run();
    await confirm(village.twin);
    await say(village, written, { relative: null, route: null, finishedAt: null });
    await village.pass(10 * MINUTE);
    expect(await village.findLodging(written.dossier)).toMatchObject({ state: 'lodged' });
    const pulled = await officer.sync({ key: 'read', cursor: null });
    const seen = pulled.ok ? pulled.answer.changes.filter(({ kind }) => kind !== 'withdrawn') : [];
    expect(seen.map(({ record }) => record)).toEqual(
      expect.arrayContaining([written.dossier, written.citizen, written.paper]),
    );
  });
});
