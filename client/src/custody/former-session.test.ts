import { beforeEach, expect, it } from 'vitest';
import { waitUntil } from '../../e2e/rig/device-rig.ts';
import {
  createSessionRig,
  enrolRig,
  getOpenDevice,
  RIG_PIN,
  type SessionRig,
} from '../../e2e/rig/session-rig.ts';
import { bytesToId, type DeviceId } from '#shared/ids';
import { noteProgress } from '../storage/vault-registry.ts';

const FORMER = bytesToId<DeviceId>(new Uint8Array(16).fill(33));
const entry = { vaultId: 'gone', database: 'gone', device: FORMER, initials: '' };
let rig: SessionRig;

beforeEach(async () => {
  rig = await createSessionRig();
});

it('says after joining again how far the commune has the book that was lost here, until somebody has read it', async () => {
  noteProgress(entry, { lastSeq: 44, acked: 40, slots: 0 });
  rig.server.former = [{ device: FORMER, upTo: 41, said: 44 }];
  const session = await rig.openSession();
  await enrolRig(session);
  const told = [{ upTo: 41, known: 44, isThis: true }];
  expect(getOpenDevice(session).getSnapshot().profile.former).toEqual(told);
  await session.lock();

  // The commune's later word about this device leaves it as it is.
  const again = await rig.openSession();
  await again.unlock(RIG_PIN);
  const device = getOpenDevice(again);
  await device.sendNow();
  await waitUntil(() => {
    rig.clock.advance(10);
    return device.getSnapshot().profile.told !== undefined;
  });
  expect(device.getSnapshot().profile.former).toEqual(told);
  await device.noteFormerRead();
  expect(device.getSnapshot().profile.former).toBeUndefined();
  await again.lock();

  const last = await rig.openSession();
  await last.unlock(RIG_PIN);
  expect(getOpenDevice(last).getSnapshot().profile.former).toBeUndefined();
  await last.lock();
});

it('says what the commune has where it has more than this phone remembers, and no longer once it does not', async () => {
  const session = await rig.openSession();
  await enrolRig(session);
  const device = getOpenDevice(session);
  expect(device.getSnapshot().missing).toBeUndefined();
  rig.server.next = { expected: 45 };
  await device.sendNow();
  await waitUntil(() => {
    rig.clock.advance(10);
    return device.getSnapshot().missing !== undefined;
  });
  expect(device.getSnapshot()).toMatchObject({
    missing: { here: 0, commune: 44, known: 44 },
    trouble: undefined,
  });
  await waitUntil(() => {
    // A question that is asked while another one is on its way is none.
    void device.sendNow();
    rig.clock.advance(10);
    return device.getSnapshot().missing === undefined;
  });
  await session.lock();
});

it('says by its marker how far a book had come that came back older', async () => {
  const session = await rig.openSession();
  await enrolRig(session);
  const { entry: own } = getOpenDevice(session);
  await session.lock();
  noteProgress(own, { lastSeq: 44, acked: 41, slots: 0 });
  const older = await rig.openSession();
  await older.unlock(RIG_PIN);
  expect(getOpenDevice(older).getSnapshot()).toMatchObject({
    trouble: 'older',
    missing: { here: 0, commune: 41, known: 44 },
  });
  await older.lock();
});
