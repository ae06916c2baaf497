import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';

afterEach(closeServers);

const record = makeId<RecordId>();
const say = (patch: Record<string, Json>, more: object = {}) => ({
  collection: 'session',
  record,
  patch,
  ...more,
});

async function openTwo() {
  const { server, commune } = await openCommune();
  return { server, phone: await server.enrol(commune.n), mate: await server.enrol(commune.n) };
}

async function read(device: FixtureDevice) {
  const outcome = await device.sync({ key: 'read', cursor: null });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.answer.changes.map(({ fields, conflicts }) => ({ fields, ...(conflicts && { conflicts }) }));
}

describe('what a phone’s own disk refuses', () => {
  it('is obeyed at once, takes no place, and its author reads it back', async () => {
    const { phone, mate } = await openTwo();
    phone.save({ ...say({}), record: makeId<RecordId>() });
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    const outcome = await phone.sync({ unplaced: phone.makeUnplaced(say({ place: 'Đình' })) });
    expect(outcome).toMatchObject({
      ok: true,
      receipt: { upTo: 1 },
      answer: { expected: 2, unplaced: [null] },
    });
    expect(await read(mate)).toContainEqual({ fields: { place: 'Đình' } });
    expect(await read(phone)).toContainEqual({ fields: { place: 'Đình' } });
  });

  it('is no second word when it is said again in its place, and what was typed on is the word', async () => {
    const { phone, mate } = await openTwo();
    const first = phone.makeUnplaced(say({ place: 'Đình', hamlet: 'Đông' }));
    await phone.sync({ unplaced: first });
    phone.save(say({ place: 'Đình', hamlet: 'Đoài' }, { knows: [first.opId] }));
    expect(await phone.sync({ runs: [phone.makeRun(1, 1)] })).toMatchObject({
      ok: true,
      answer: { forked: false, expected: 2, setAside: [] },
    });
    expect(await read(mate)).toEqual([{ fields: { place: 'Đình', hamlet: 'Đoài' } }]);
  });

  it('is the same when it is sent twice, since its answer was lost on the line', async () => {
    const { phone, mate } = await openTwo();
    const first = phone.makeUnplaced(say({ place: 'Đình' }));
    await phone.sync({ unplaced: first });
    await phone.sync({ unplaced: phone.makeUnplaced(say({ place: 'Đình' }, { knows: [first.opId] })) });
    expect(await read(mate)).toEqual([{ fields: { place: 'Đình' } }]);
  });

  it('is not lost to what was sealed before it and arrives after it: a person is asked', async () => {
    const { phone, mate } = await openTwo();
    await phone.sync({ unplaced: phone.makeUnplaced(say({ place: 'Đình' })) });
    phone.save(say({ place: 'Chợ' }));
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    expect(await read(mate)).toEqual([
      { fields: { place: 'Chợ' }, conflicts: { place: expect.arrayContaining(['Chợ', 'Đình']) } },
    ]);
  });

  it('comes over nothing that its phone has said since, and waits for what it said before', async () => {
    const { phone, mate } = await openTwo();
    const late = phone.makeUnplaced(say({ place: 'Đình' }));
    phone.save(say({ place: 'Chợ' }));
    const early = phone.makeUnplaced(say({ place: 'Trường' }));
    expect(await phone.sync({ unplaced: early })).toMatchObject({ answer: { unplaced: ['sequenceGap'] } });
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    expect(await phone.sync({ unplaced: late })).toMatchObject({ answer: { unplaced: ['overtaken'] } });
    expect(await phone.sync({ unplaced: { ...early, prev: new Uint8Array(32) } })).toMatchObject({
      answer: { unplaced: ['chainBroken'] },
    });
    expect(await read(mate)).toEqual([{ fields: { place: 'Chợ' } }]);
  });

  it('is refused by name when it may not be said, and nothing of it is written', async () => {
    const { phone, mate } = await openTwo();
    const outcome = await phone.sync({ unplaced: phone.makeUnplaced(say({ nothing: 1 })) });
    expect(outcome).toMatchObject({ ok: true, answer: { unplaced: ['fieldInvalid'], setAside: [] } });
    expect(await read(mate)).toEqual([]);
  });

  it('waits on its phone until that one is approved', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { standing: 'waiting' });
    const outcome = await phone.sync({ unplaced: phone.makeUnplaced(say({ place: 'Đình' })) });
    expect(outcome).toMatchObject({ ok: true, answer: { unplaced: ['deviceWaiting'] } });
  });
});

describe('what somebody carries of a phone that is gone', () => {
  it('is obeyed in its name where it bears its signature', async () => {
    const { phone, mate } = await openTwo();
    const carried = phone.makeUnplaced(say({ place: 'Đình' }), true);
    expect(await mate.sync({ unplaced: carried })).toMatchObject({ ok: true, answer: { unplaced: [null] } });
    expect(await read(mate)).toEqual([{ fields: { place: 'Đình' } }]);
  });

  it('is refused without it, altered, and as a run that would take its places', async () => {
    const { phone, mate } = await openTwo();
    const carried = phone.makeUnplaced(say({ place: 'Đình' }), true);
    const { signature: _, ...bare } = carried;
    const other = { ...carried, items: phone.makeUnplaced(say({ place: 'Chợ' })).items };
    for (const unplaced of [bare, other])
      expect(await mate.sync({ unplaced })).toMatchObject({ error: { error: 'signatureWrong' } });
    expect(await mate.sync({ runs: [carried] })).toMatchObject({ error: { error: 'signatureWrong' } });
    expect(await read(mate)).toEqual([]);
  });
});
