import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { type FixtureServer } from '../../../fixtures/devices/make-server.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';

afterEach(closeServers);

interface Written {
  readonly collection?: string;
  readonly record: RecordId;
  readonly patch: Patch;
}

/** One operation and the answer to it; what there is to read is read as well. */
async function write(device: FixtureDevice, { collection = 'citizen', record, patch }: Written) {
  const { seq } = device.save({ collection, record, patch });
  const sent = await device.sync({ runs: [device.makeRun(seq, seq)], key: 'read', cursor: null });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.answer;
}

const receipt = { dossierNo: 'H01-2026-000123', evidence: 'citizenShown', formatKnown: true, by: 'A', at: 1 };

describe('a record of another team', () => {
  it('is not there to be written, whoever knows its name, and gives no sight of itself', async () => {
    const { server, commune } = await openCommune();
    const team = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const stranger = await server.enrol(commune.n, { team: 'Thôn Hạ' });
    const record = makeId<RecordId>();
    await write(team, { record, patch: { fullName: 'Lò Thị Hoa', personalId: '099185004567' } });
    const answer = await write(stranger, { record, patch: { nameNeedsCheck: false } });
    expect(answer).toMatchObject({ setAside: [{ seq: 1, code: 'notFound' }], changes: [] });
    expect(answer.setAside[0]?.detail).toBeUndefined();
    const next = await write(stranger, { record: makeId(), patch: { fullName: 'Người khác' } });
    expect(next.setAside).toEqual([]);
    const mate = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const seen = await mate.sync({ key: 'read', cursor: null });
    expect(seen.ok && seen.answer.changes.map((one) => one.fields)).toEqual([
      { fullName: 'Lò Thị Hoa', personalId: '099185004567' },
    ]);
  });

  it('is not named to whoever records a number that it has, but to the office and to its own team', async () => {
    const { server, commune } = await openCommune();
    const team = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const record = makeId<RecordId>();
    const dossier = (id: RecordId) => ({
      ...{ collection: 'dossier', record: id, patch: { recordedNumber: receipt } },
    });
    expect((await write(team, dossier(record))).setAside).toEqual([]);
    const tell = async (who: Parameters<FixtureServer['enrol']>[1]) =>
      (await write(await server.enrol(commune.n, who), dossier(makeId()))).setAside;
    const used = { seq: 1, code: 'numberUsed', field: 'recordedNumber' };
    expect(await tell({ team: 'Thôn Hạ' })).toEqual([used]);
    expect(await tell({ team: 'Thôn Đoài' })).toEqual([{ ...used, detail: { record } }]);
    expect(await tell({ role: 'officer' })).toEqual([{ ...used, detail: { record } }]);
  });
});

describe('the commune’s staff', () => {
  it('write what a team has without showing it to anybody else', async () => {
    const { server, commune } = await openCommune();
    const team = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const loose = await server.enrol(commune.n, { role: 'volunteer', team: null });
    const record = makeId<RecordId>();
    await write(team, { record, patch: { fullName: 'Lò Thị Hoa' } });
    expect((await write(officer, { record, patch: { phone: '0912345678' } })).setAside).toEqual([]);
    const read = await loose.sync({ key: 'read', cursor: null });
    expect(read.ok && read.answer.changes).toEqual([]);
  });

  it('do not bar a team from its own record when their word comes home first after a restore', async () => {
    const { server, commune } = await openCommune();
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const team = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const record = makeId<RecordId>();
    await write(officer, { record, patch: { phone: '0912345678' } });
    const answer = await write(team, { record, patch: { fullName: 'Lò Thị Hoa' } });
    expect(answer.setAside).toEqual([]);
    expect(answer.changes.map((one) => one.fields)).toEqual([
      { phone: '0912345678', fullName: 'Lò Thị Hoa' },
    ]);
  });
});
