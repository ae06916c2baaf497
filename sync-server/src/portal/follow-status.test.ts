import { afterEach, describe, expect, it } from 'vitest';
import { DOSSIER_STATUSES } from '#shared/model/dossier-status';
import { type StatusMoveRequest } from '#shared/contracts/portal';
import {
  closeVillages,
  confirm,
  handIn,
  HOUR,
  MINUTE,
  openVillage,
  type Village,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';
import { sendPhoto, retakePaper } from '../../../fixtures/demo-commune/write-dossier.ts';

afterEach(closeVillages);

async function lodge(village: Village) {
  const written = await handIn(village);
  await village.run();
  const dossierNo = await confirm(village.twin);
  await village.pass(5 * MINUTE);
  /** The one-stop's act alone: nobody here has looked yet. */
  const set = async (request: StatusMoveRequest): Promise<void> => {
    const reply = await fetch(`${village.twin.url}/officer/dossiers/${dossierNo}/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (!reply.ok) throw new Error(await reply.text());
  };
  const move = async (request: StatusMoveRequest): Promise<void> => {
    await set(request);
    await village.pass(30 * MINUTE);
  };
  return { ...written, dossierNo, set, move, find: () => village.findLodging(written.dossier) };
}

describe('what becomes of a lodged dossier', () => {
  it('all ten official states reach the dossier, each with since when and when it was read', async () => {
    const ways = [[3], [7], [2, 4, 6, 9, 10], [2, 8], [5]] as const;
    const seen = new Set<number>();
    for (const way of ways) {
      const village = await openVillage();
      const { move, find, dossierNo } = await lodge(village);
      seen.add((await find())?.status ?? 0);
      for (const status of way) {
        const movedAt = village.clock.now;
        await move({ status, ...(status === 5 && { supplement: { text: 'Thiếu trang 2' } }) });
        const lodging = await find();
        expect(lodging).toMatchObject({ state: 'lodged', dossierNo, status, statusAt: movedAt });
        expect(lodging?.readAt).toBeGreaterThan(movedAt);
        seen.add(status);
      }
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(DOSSIER_STATUSES.map(({ code }) => code));
  });

  it('under a number that a person has put in its place is nothing of what the portal says of the first', async () => {
    const village = await openVillage();
    const { server, commune } = village;
    const { move, find, dossier } = await lodge(village);
    await move({ status: 2 });
    expect(await find()).toMatchObject({ status: 2 });
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const dossierNo = 'H57.242-261122-9999';
    const recordedNumber = { dossierNo, evidence: 'officerEntered', formatKnown: true, by: 'Tú', at: 0 };
    for (const at of [1, 2]) {
      const patch = { recordedNumber: { ...recordedNumber, at } };
      officer.save({ collection: 'dossier', record: dossier, patch, base: 1_000 });
      await send(officer, officer.queue.length);
    }
    const chosen = await find();
    expect(chosen).toMatchObject({ state: 'lodged', dossierNo, evidence: 'officerEntered' });
    await move({ status: 4 });
    expect(await find()).toEqual(chosen);
  });

  it('what has not changed is written again twice a day, not at every look', async () => {
    const village = await openVillage();
    const { move, find } = await lodge(village);
    await move({ status: 2 });
    const said = await find();
    await village.pass(10 * HOUR, 30 * MINUTE);
    expect(await find()).toEqual(said);
    await village.pass(3 * HOUR, 30 * MINUTE);
    const again = await find();
    expect(again).toEqual({ ...said, readAt: again?.readAt });
    expect(again?.readAt).toBeGreaterThan(said?.readAt ?? 0);
  });

  it('a paper to complete is named as the form names it, and known as mended once the commune has it', async () => {
    const village = await openVillage();
    const { phone } = village;
    const { move, find, dossier, dossierNo, paper } = await lodge(village);
    await move({ status: 5, supplement: { text: 'Ảnh trang 2 mờ', document: paper } });
    const asked = { state: 'lodged', dossierNo, status: 5, reason: 'Ảnh trang 2 mờ' };
    expect(await find()).toMatchObject({ ...asked, document: 'oldCivilStatusPaper' });
    expect(await find()).not.toHaveProperty('mendedAt');

    const from = phone.queue.length + 1;
    const again = retakePaper(phone, {
      ...{ dossier, document: 'oldCivilStatusPaper' },
      mends: (await find())?.askedAt ?? 0,
    });
    await send(phone, from);
    await sendPhoto(phone, again);
    const mended = await find();
    expect(mended).toMatchObject({ ...asked, document: 'oldCivilStatusPaper', mendedAt: village.clock.now });
    await village.pass(13 * HOUR, 30 * MINUTE);
    expect(await find()).toMatchObject({ document: 'oldCivilStatusPaper', mendedAt: mended?.mendedAt });

    await move({ status: 4 });
    const rest = await find();
    expect(rest).toMatchObject({ state: 'lodged', dossierNo, status: 4 });
    for (const gone of ['reason', 'document', 'askedAt', 'mendedAt']) expect(rest).not.toHaveProperty(gone);
    const { askedAt, mendedAt } = mended ?? {};
    const first = { status: 5, askedAt, mendedAt, endedAt: rest?.statusAt };
    expect(rest?.pauses).toEqual([first]);
    await move({ status: 5, supplement: { text: 'Ảnh trang 2 mờ', field: 'copies' } });
    const second = await find();
    expect(second).toMatchObject({ reason: 'Ảnh trang 2 mờ', field: 'copies' });
    expect(second?.pauses).toEqual([first, { status: 5, askedAt: second?.statusAt }]);
  });

  it('is one wait while the same request is only stamped anew, and two once it asks for something else', async () => {
    const village = await openVillage();
    const { set, move, find } = await lodge(village);
    const text = 'Ảnh trang 2 mờ';
    await move({ status: 2 });
    await move({ status: 5, supplement: { text } });
    const asked = await find();
    village.clock.now += MINUTE;
    await set({ status: 2 });
    await move({ status: 5, supplement: { text } });
    const stamped = await find();
    expect(stamped?.statusAt).toBeGreaterThan(asked?.statusAt ?? 0);
    expect(stamped).toMatchObject({
      askedAt: asked?.askedAt,
      pauses: [{ status: 5, askedAt: asked?.askedAt }],
    });
    await set({ status: 2 });
    await move({ status: 5, supplement: { text: 'Thiếu chữ ký' } });
    expect((await find())?.pauses).toHaveLength(2);
  });

  it('what an officer here has asked for is not forgotten because the portal asks for nothing', async () => {
    const village = await openVillage();
    const { move, find, dossier } = await lodge(village);
    const officer = await village.server.enrol(village.commune.n, { role: 'officer' });
    const returned = { at: 7, by: 'Anh Tú', reason: 'sai ngày sinh', field: 'registeredOn' };
    officer.save({ collection: 'dossier', record: dossier, patch: { 'returned/one': returned } });
    await send(officer, 1);
    await move({ status: 2 });
    expect(await find()).toMatchObject({
      ...{ state: 'lodged', status: 2, reason: 'sai ngày sinh' },
      ...{ field: 'registeredOn', askedBy: 'Anh Tú' },
    });
  });
});
