import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ListeningServer, startListeningServer } from '../../../fixtures/devices/listening-server.ts';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { waitUntil } from '../../e2e/rig/device-rig.ts';
import { createPracticeRig, type PracticeRig } from '../../e2e/rig/practice-rig.ts';
import { decodeBytes } from '#shared/contracts/signed-message';
import { toPracticeId } from '#shared/contracts/practice';
import type { DeviceId, RecordId } from '#shared/ids';
import { parseJson } from '../custody/parse-json.ts';

let house: ListeningServer;
let rig: PracticeRig;

beforeEach(async () => {
  house = await startListeningServer();
  rig = await createPracticeRig();
});
afterEach(async () => {
  await rig.session.lock();
  await house.close();
});

it('refuses by name whatever a practice phone has ever sent, and keeps nothing of it', async () => {
  const { work } = rig.device;
  const record = work.newId();
  work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName: 'Vàng A Mẫu' } });
  await work.drafts.finishEditing(record);
  const kept = await work.papers.keep(new Blob([new Uint8Array(900)]), 'image/jpeg');
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const paper = kept.value.attachment as string as RecordId;
  const { pieces, sha256 } = kept.value;
  work.drafts.editRecord({ collection: 'paper', record: paper, patch: { citizen: record, pieces, sha256 } });
  await work.drafts.finishEditing(paper);
  await rig.device.sendNow();
  await waitUntil(() => {
    rig.clock.advance(1_000);
    return work.papers.countHere(kept.value.attachment) === 0;
  });

  const paths = new Set(rig.posted.map(({ path }) => path.split('/')[2]));
  expect([...paths].sort()).toEqual(['attachments', 'devices', 'enrol', 'sync']);
  for (const { method, path, body } of rig.posted) {
    const { status, body: said } = await house.ask({ method, path, body });
    const refusal = decodeBytes(said) ?? parseJson(said);
    expect([path, status, refusal]).toMatchObject([path, 403, { error: 'practiceRefused' }]);
  }
  expect(house.server.log).toEqual([]);
});

it('refuses practice work that a real, approved phone carries', async () => {
  const commune = await house.server.makeCommune();
  const phone = house.overHttp(await house.server.enrol(commune.n));
  const record = makeId<RecordId>();
  phone.save({ collection: 'session', record, patch: { place: 'Nhà văn hóa' } });
  const run = { ...phone.makeRun(1, 1, true), device: toPracticeId<DeviceId>(new Uint8Array(8)) };
  expect(await phone.sync({ runs: [run] })).toMatchObject({
    ok: false,
    status: 403,
    error: { error: 'practiceRefused' },
  });
  expect(await phone.sync({ runs: [phone.makeRun(1, 1)] })).toMatchObject({ ok: true, receipt: { upTo: 1 } });
});
