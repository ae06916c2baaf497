import { beforeEach, describe, expect, it } from 'vitest';
import { createPracticeRig, type PracticeRig } from '../../../e2e/rig/practice-rig.ts';
import { waitUntil } from '../../../e2e/rig/device-rig.ts';
import { encodeSyncRequest } from '#shared/contracts/sync';
import { isPracticeName } from '#shared/contracts/practice';
import { bytesToId, type DeviceId, type RecordId } from '#shared/ids';
import { openKeeper } from './keep-state.ts';
import { answerSync } from './answer-sync.ts';
import { foundCommune } from './found-commune.ts';
import { openCommune } from './practice-commune.ts';

let rig: PracticeRig;

beforeEach(async () => {
  rig = await createPracticeRig();
});

const NAMES = { commune: 'Xã Tập', province: '', hamlet: '', member: '', team: '' };

/** Typed, put in the queue, and asked to be sent. */
async function writePerson(fullName: string) {
  const { work } = rig.device;
  const record = work.newId();
  work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName } });
  await work.drafts.finishEditing(record);
  await rig.device.sendNow();
  return record;
}

/** The manual clock goes on until it is so. */
const settle = (isSo: () => boolean) =>
  waitUntil(() => {
    rig.clock.advance(1_000);
    return isSo();
  });

describe('a phone that practises', () => {
  it('joins with the real code of the real client, under a practice name, approved at once', async () => {
    const { device } = rig;
    expect(isPracticeName(device.entry.device)).toBe(true);
    expect(device.work.madeUpPeople).toBe(true);
    await settle(() => device.getSnapshot().standing === 'approved');
    await rig.session.lock();
  });

  it('has what it saved received: opened, folded and receipted by the commune', async () => {
    const record = await writePerson('Vàng A Mẫu');
    await settle(() => rig.device.work.readCustody(record).transport === 'atServer');
    const [received] = await rig.commune.listRecords();
    expect(received).toMatchObject({ record, collection: 'citizen' });
    expect(received?.fields['fullName']?.value).toBe('Vàng A Mẫu');
    await rig.session.lock();
  });

  it('keeps its work through a line that is gone, and through an answer that is lost on the way', async () => {
    rig.weather = 'none';
    const record = await writePerson('Lò Thị Thử');
    await settle(() => rig.device.getSnapshot().line.lastFault === 'unreachable');
    expect(await rig.commune.listRecords()).toEqual([]);
    rig.weather = 'dropsMidway';
    await rig.device.sendNow();
    await settle(() => !rig.device.getSnapshot().line.isSending);
    expect(rig.device.work.readCustody(record).transport).toBe('onDevice');
    rig.weather = 'good';
    await rig.device.sendNow();
    await settle(() => rig.device.work.readCustody(record).transport === 'atServer');
    expect(await rig.commune.listRecords()).toHaveLength(1);
    await rig.session.lock();
  });

  it('gives a scan back that it has whole, the same bytes, and none that it has not', async () => {
    const { papers, drafts } = rig.device.work;
    const part = crypto.getRandomValues(new Uint8Array(50_000));
    const file = new Uint8Array(Array.from({ length: 7 }, () => [...part]).flat());
    const kept = await papers.keep(new Blob([file]), 'image/jpeg');
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
    const { attachment, pieces, sha256 } = kept.value;
    expect(pieces).toBeGreaterThan(1);
    expect(await papers.view(attachment)).toBeUndefined();
    const paper = attachment as string as RecordId;
    drafts.editRecord({ collection: 'paper', record: paper, patch: { pieces, sha256 } });
    await drafts.finishEditing(paper);
    await rig.device.sendNow();
    await settle(() => papers.countHere(attachment) === 0);
    const seen = await papers.view(attachment);
    expect(new Uint8Array((await seen?.arrayBuffer()) ?? [])).toEqual(file);
    rig.weather = 'none';
    expect(await papers.view(attachment)).toBeUndefined();
    await rig.session.lock();
  });

  it('learns of what is not allowed, as at a real commune', async () => {
    const { work } = rig.device;
    const record = work.newId();
    work.drafts.editRecord({ collection: 'citizen', record, patch: { nothingSuch: 'x' } });
    await work.drafts.finishEditing(record);
    await rig.device.sendNow();
    await settle(() => work.readCustody(record).setAside !== undefined);
    await rig.session.lock();
  });
});

it('goes on after a restart with what it knew, and knows nothing under another key', async () => {
  const key = new Uint8Array(32).fill(3);
  const parts = { names: NAMES, now: () => 0 };
  const first = await openCommune({ ...parts, keeper: await openKeeper(key) });
  const posting = rig.posted.find(({ path }) => path === '/api/enrol');
  if (!posting) throw new Error('Nobody has joined.');
  const joined = await first.answer(posting);
  const again = await openCommune({ ...parts, keeper: await openKeeper(key) });
  const sync = rig.posted.find(({ path }) => path === '/api/sync');
  const reply = sync && (await again.answer(sync));
  expect(joined.status).toBe(200);
  // The same keys are known, under another name: each joining gives a new one.
  expect(reply?.status).toBe(401);
  const keeper = await openKeeper(key);
  await keeper.keepBytes('paper/0', Uint8Array.of(7));
  expect(await keeper.findBytes('paper/0')).toEqual(Uint8Array.of(7));
  expect(await keeper.findBytes('paper/1')).toBeUndefined();
  const other = await openKeeper(new Uint8Array(32).fill(4));
  expect(await other.read()).toBeUndefined();
  expect(await other.findBytes('paper/0')).toBeUndefined();
  await rig.session.lock();
});

it('goes on with what a version without a portal has kept', async () => {
  const key = new Uint8Array(32).fill(5);
  const { portal: _portal, forwards: _forwards, ...old } = await foundCommune(NAMES);
  await (await openKeeper(key)).keep(old);
  const commune = await openCommune({ names: NAMES, now: () => 0, keeper: await openKeeper(key) });
  await commune.playCitizen('none' as RecordId);
  expect(await commune.listRecords()).toEqual([]);
  await rig.session.lock();
});

it('takes no round of a real phone', async () => {
  const state = await foundCommune(NAMES);
  const heartbeat = { pending: 0, oldestAge: 0, lastSeq: 0, storageLeft: -1, build: 'test', clock: 0 };
  const device = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
  const payload = encodeSyncRequest({ device, nonce: new Uint8Array(8), runs: [], heartbeat });
  expect(await answerSync(state, payload, 0)).toEqual({ ok: false, error: 'malformed' });
  await rig.session.lock();
});
