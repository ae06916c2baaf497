import { KeyObject } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnsweringServer } from '../../e2e/rig/answering-server.ts';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  rigRecord,
  type RigTab,
  type RigVault,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { setFull } from '../../e2e/rig/full-disk.ts';
import { NGUYEN, typeNguyen } from '../../e2e/rig/person-rig.ts';
import { answerRig } from '../../e2e/rig/sending-rig.ts';
import { findDictionary } from '#data/dictionary';
import type { Run } from '#shared/contracts/sync';
import { itemBinding } from '#shared/model/envelope';
import type { Operation } from '#shared/model/operation';
import { inflateOperation, openSealed } from '../../e2e/open-sealed.ts';
import { handIn, type HandInOutcome } from './hand-in.ts';
import { listUnsaved } from './list-unsaved.ts';
import { takeBack } from './take-back.ts';

let rig: RigVault;
let server: AnsweringServer;
let tab: RigTab;

beforeAll(async () => {
  rig = await createRigVault();
});

beforeEach(async () => {
  const name = await createRigDatabase();
  const sending = await answerRig(rig);
  ({ server } = sending);
  tab = await openRigTab(name, rig.vault, sending.keys);
  await waitUntil(() => {
    tab.clock.advance(1);
    return server.requests.length > 0 && !tab.runner.isSending;
  });
  return () => setFull(false);
});

/** The clock is in the test's hands, and the queue is waited for by it. */
async function send(): Promise<HandInOutcome> {
  let outcome: HandInOutcome | undefined;
  const { sender, transport } = tab.work;
  void handIn({ ...tab, sender, transport }).then((ended) => (outcome = ended));
  await waitUntil(() => {
    tab.clock.advance(100);
    return outcome !== undefined;
  });
  return outcome as HandInOutcome;
}

async function typeOnFullDisk(): Promise<void> {
  setFull(true);
  typeNguyen(tab, { fullName: 'Lò Thị Hoa' });
  expect(await tab.drafts.flushNow()).toEqual({ ok: false, error: { type: 'storage', fault: 'quota' } });
}

/** As the commune opens the first item of a run. */
async function open({ device, encapsulations, items }: Run): Promise<Operation> {
  const [item] = items;
  const encapsulation = item && encapsulations[item.encapsulation];
  if (!item || !encapsulation) throw new Error('The run holds nothing.');
  const binding = itemBinding({ device, ...item });
  const key = KeyObject.from(rig.sealing.privateKey);
  const packed = openSealed(key, { encapsulation, sealed: item.sealed, binding });
  const text = inflateOperation(packed, findDictionary(item.dictVersion) ?? new Uint8Array());
  return JSON.parse(text) as Operation;
}

const listUnplaced = () => server.requests.flatMap(({ request }) => request.unplaced ?? []);

describe('what a full disk refuses', () => {
  it('goes to the commune straight from memory, sealed, and its phone gives out no place for it', async () => {
    await typeOnFullDisk();
    server.answerUnplaced = () => null;
    expect(await send()).toEqual({ received: 1, left: 0, fault: undefined, refusedAs: undefined });
    expect(listUnplaced().map(({ from, items }) => [from, items.length])).toEqual([[1, 1]]);
    expect(Buffer.from(listUnplaced()[0]?.items[0]?.sealed ?? []).toString('latin1')).not.toContain('Hoa');
    expect(tab.runner.disk).toMatchObject({ head: { seq: 0 }, queue: [], slots: {} });
    expect(listUnsaved(tab.store)).toMatchObject({ count: 1, received: 1 });
  });

  it('is received no more once somebody has typed on, and is sent anew', async () => {
    await typeOnFullDisk();
    server.answerUnplaced = () => null;
    await send();
    typeNguyen(tab, { fullName: 'Lò Thị Hoa Mai' });
    expect(listUnsaved(tab.store)).toMatchObject({ count: 1, received: 0 });
    expect(await send()).toMatchObject({ received: 1, left: 0 });
    expect(listUnplaced().map(({ from }) => from)).toEqual([1, 1]);
  });

  it('is saved and gets its place when the disk takes it again, and says there what went before it', async () => {
    await typeOnFullDisk();
    globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
    await send();
    globalThis.fetch = server.fetch;
    server.answerUnplaced = () => null;
    await send();
    setFull(false);
    await tab.drafts.finishAll();
    expect(tab.runner.disk.head.seq).toBe(1);
    expect(listUnsaved(tab.store)).toMatchObject({ count: 0, received: 0 });
    await tab.work.sender.sendNow();
    await waitUntil(() => {
      tab.clock.advance(100);
      return server.requests.some(({ request }) => request.runs.length > 0);
    });
    const [placed] = server.requests.flatMap(({ request }) => request.runs);
    const [unplaced] = listUnplaced();
    if (!placed || !unplaced) throw new Error('Nothing was sent.');
    const said = await open(placed);
    expect(said).toMatchObject({ record: NGUYEN, patch: { fullName: 'Lò Thị Hoa' } });
    // The one that nobody answered is among them.
    expect(said.knows).toHaveLength(2);
    expect(said.knows).toContain(unplaced.items[0]?.opId);
  });

  it('is not called received by a refusal, by silence, nor by a server of before', async () => {
    await typeOnFullDisk();
    server.answerUnplaced = () => 'sequenceGap';
    expect(await send()).toMatchObject({ received: 0, left: 1, refusedAs: 'sequenceGap' });
    server.answerUnplaced = undefined;
    expect(await send()).toMatchObject({ received: 0, left: 1, fault: 'notOurAnswer' });
    globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
    expect(await send()).toMatchObject({ received: 0, left: 1, fault: 'unreachable' });
  });

  it('stays here where its person may still refuse, and where a scan needs the disk too', async () => {
    setFull(true);
    tab.drafts.hold(NGUYEN);
    typeNguyen(tab, { fullName: 'Lò' });
    tab.drafts.editRecord({ collection: 'paper', record: rigRecord(11), patch: { pieces: 1 } });
    await tab.drafts.flushNow();
    server.answerUnplaced = () => null;
    expect(await send()).toMatchObject({ received: 0, left: 2 });
    expect(listUnplaced()).toEqual([]);
  });

  it('cannot be taken back as if it had never left', async () => {
    await typeOnFullDisk();
    server.answerUnplaced = () => null;
    await send();
    expect(await takeBack(tab, [NGUYEN])).toEqual([]);
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò Thị Hoa' });
  });
});
