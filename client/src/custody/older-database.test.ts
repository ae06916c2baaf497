import { beforeEach, expect, it } from 'vitest';
import {
  type AnsweringServer,
  createAnsweringServer,
  setSealingKey,
} from '../../e2e/rig/answering-server.ts';
import { startRigVault } from '../../e2e/rig/device-rig.ts';
import { createManualClock, type ManualClock } from '../../e2e/rig/manual-clock.ts';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { bytesToBase64Url, type RecordId } from '#shared/ids';
import { forgetVault, listVaults, noteProgress, type VaultEntry } from '../storage/vault-registry.ts';
import { exportPublicKey } from '../vault/send-key.ts';
import { DeviceSession } from './device-session.ts';
import type { OpenWish } from './device-snapshot.ts';
import type { OpenDevice } from './open-device.ts';

const PIN = '482913';
const NEW_PIN = '730164';
const input = { code: 'BCDFG-HJKLM', deviceName: 'Máy thử', initials: 'L.T.H' };
let server: AnsweringServer;
let clock: ManualClock;

beforeEach(async () => {
  installMemoryStorage();
  for (const { vaultId } of await getVaults()) await forgetVault(vaultId);
  server = await createAnsweringServer();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  setSealingKey(bytesToBase64Url(await exportPublicKey(pair.publicKey)));
  globalThis.fetch = server.fetch;
  clock = createManualClock();
});

async function getVaults(): Promise<readonly VaultEntry[]> {
  const vaults = await listVaults();
  return vaults.ok ? vaults.value : [];
}

async function openSession(wish?: OpenWish): Promise<DeviceSession> {
  const parts = { clock, build: 'test', startVault: startRigVault, leave: () => undefined };
  const session = new DeviceSession(parts);
  await session.open(wish);
  return session;
}

function getDevice(session: DeviceSession): OpenDevice {
  const snapshot = session.getSnapshot();
  if (snapshot.state !== 'unlocked') throw new Error(`The device is ${snapshot.state}.`);
  return snapshot.device;
}

async function write(session: DeviceSession, fullName: string): Promise<RecordId> {
  const { work } = getDevice(session);
  const record = work.newId();
  work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName } });
  await session.flush();
  return record;
}

/** One save, and a marker that remembers two more: as after a power cut that took them. */
async function makeOlder(): Promise<{ readonly entry: VaultEntry; readonly record: RecordId }> {
  const session = await openSession();
  await session.beginEnrolment(PIN);
  expect((await session.enrol(input)).ok).toBe(true);
  const record = await write(session, 'Vàng A Mẫu');
  await session.lock();
  const [entry] = await getVaults();
  if (!entry) throw new Error('There is no vault.');
  noteProgress(entry, { lastSeq: 3, acked: 0, slots: 0 });
  return { entry, record };
}

it('opens a database that came back older, shows its work, and sends nothing from it any more', async () => {
  const { entry, record } = await makeOlder();
  const before = server.requests.length;
  let session = await openSession();
  expect(session.getSnapshot()).toMatchObject({ state: 'locked', entry, lost: [], waiting: 0 });
  expect((await session.unlock(PIN)).ok).toBe(true);
  expect(getDevice(session).work.store.findRecord(record)?.values).toEqual({ fullName: 'Vàng A Mẫu' });
  expect(getDevice(session).getSnapshot().trouble).toBe('older');

  // Its sequence passes the marker, and it is opened again: it stays stopped, and keeps everything.
  const written = [await write(session, 'Lò'), await write(session, 'Hà'), await write(session, 'Sùng')];
  await session.lock();
  session = await openSession();
  expect((await session.unlock(PIN)).ok).toBe(true);
  const device = getDevice(session);
  expect(device.getSnapshot().trouble).toBe('older');
  for (const one of [record, ...written]) {
    expect(device.work.store.findRecord(one)).toBeDefined();
    expect(device.work.readCustody(one).transport).toBe('onDevice');
  }
  await device.sendNow();
  clock.advance(600_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.requests.length).toBe(before);
  await session.lock();
});

it('makes a new vault beside an older one for whoever brings an invitation, and opens that one from then on', async () => {
  const { entry, record } = await makeOlder();
  const session = await openSession({ isInvited: true });
  expect(session.getSnapshot()).toEqual({ state: 'noVault', lost: [], isBeside: true });
  await session.beginEnrolment(NEW_PIN);
  expect((await session.enrol(input)).ok).toBe(true);
  expect(getDevice(session).getSnapshot().trouble).toBeUndefined();
  await session.lock();

  const next = await openSession();
  const snapshot = next.getSnapshot();
  if (snapshot.state !== 'locked') throw new Error(snapshot.state);
  expect(snapshot.entry.vaultId).not.toBe(entry.vaultId);
  expect(snapshot.vaults).toHaveLength(2);
  await next.open({ vaultId: entry.vaultId });
  expect(next.getSnapshot()).toMatchObject({ state: 'locked', entry });
  expect((await next.unlock(PIN)).ok).toBe(true);
  expect(getDevice(next).work.store.findRecord(record)?.values).toEqual({ fullName: 'Vàng A Mẫu' });
  await next.lock();
});

it('asks nobody with an invitation to leave a vault that is as it was', async () => {
  const session = await openSession();
  await session.beginEnrolment(PIN);
  await session.enrol(input);
  await session.lock();
  expect((await openSession({ isInvited: true })).getSnapshot().state).toBe('locked');
});
