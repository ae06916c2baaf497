import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  createAnsweringServer,
  setSealingKey,
} from '../../e2e/rig/answering-server.ts';
import { startRigVault, waitUntil } from '../../e2e/rig/device-rig.ts';
import { createManualClock, type ManualClock } from '../../e2e/rig/manual-clock.ts';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { type AttachmentId, bytesToBase64Url, type RecordId } from '#shared/ids';
import { listVaults } from '../storage/vault-registry.ts';
import { exportPublicKey } from '../vault/send-key.ts';
import { VaultStopped } from '../vault/vault-locked.ts';
import type { Vault } from '../vault/vault-types.ts';
import { DeviceSession } from './device-session.ts';
import type { OpenDevice } from './open-device.ts';

const PIN = '482913';
const input = { code: 'BCDFG-HJKLM', deviceName: 'Máy thử', initials: 'L.T.H' };
let server: AnsweringServer;
let clock: ManualClock;
let left: number;

beforeEach(async () => {
  installMemoryStorage();
  const vaults = await listVaults();
  for (const { database, vaultId } of vaults.ok ? vaults.value : []) await forget(database, vaultId);
  server = await createAnsweringServer();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  setSealingKey(bytesToBase64Url(await exportPublicKey(pair.publicKey)));
  globalThis.fetch = server.fetch;
  clock = createManualClock();
  left = 0;
});

async function forget(database: string, vaultId: string): Promise<void> {
  const { Dexie } = await import('dexie');
  const { forgetVault } = await import('../storage/vault-registry.ts');
  await Dexie.delete(database);
  await forgetVault(vaultId);
}

const openSession = async (startVault: () => Vault = startRigVault): Promise<DeviceSession> => {
  const session = new DeviceSession({
    clock,
    build: 'test',
    startVault,
    leave: () => void (left += 1),
  });
  await session.open();
  return session;
};

async function enrol(session: DeviceSession): Promise<void> {
  expect((await session.beginEnrolment(PIN)).ok).toBe(true);
  const enrolled = await session.enrol(input);
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
}

function getDevice(session: DeviceSession): OpenDevice {
  const snapshot = session.getSnapshot();
  if (snapshot.state !== 'unlocked') throw new Error(`The device is ${snapshot.state}.`);
  return snapshot.device;
}

describe('a new phone', () => {
  it('knows nobody, enrols with a code, and is open under the name that the commune gave', async () => {
    const session = await openSession();
    expect(session.getSnapshot()).toEqual({ state: 'noVault', lost: [] });
    await enrol(session);
    const device = getDevice(session);
    expect(device.work.member.name).toBe('Lò Thị Hoa');
    expect(device.getSnapshot().profile.words).toHaveLength(4);
    expect(device.getSnapshot().standing).toBe('waiting');
    await session.lock();
  });

  it('is not enrolled when the words of the reply are not those of its own keys', async () => {
    const session = await openSession();
    await session.beginEnrolment(PIN);
    server.wrongWords = true;
    expect(await session.enrol(input)).toEqual({ ok: false, error: { type: 'wordsDiffer' } });
    expect(session.getSnapshot().state).toBe('noVault');
  });

  it('may try the same code again with the same keys after a reply that never came', async () => {
    const session = await openSession();
    await session.beginEnrolment(PIN);
    globalThis.fetch = () => Promise.reject(new TypeError('lost'));
    expect(await session.enrol(input)).toEqual({
      ok: false,
      error: { type: 'network', fault: 'unreachable' },
    });
    globalThis.fetch = server.fetch;
    expect((await session.enrol(input)).ok).toBe(true);
    await session.lock();
  });

  it('learns the commune’s key once it is approved, so that equal numbers can be told', async () => {
    server.standing = 'waiting';
    const session = await openSession();
    await enrol(session);
    expect(await getDevice(session).work.matchKey('099185004567')).toBeUndefined();
    server.standing = 'approved';
    await getDevice(session).sendNow();
    await waitUntil(() => {
      clock.advance(10);
      return (
        getDevice(session).work.provinceCode === '15' &&
        getDevice(session).getSnapshot().standing === 'approved'
      );
    });
    let key: string | undefined;
    for (let tries = 0; tries < 100 && key === undefined; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      key = await getDevice(session).work.matchKey('099185004567');
    }
    expect(key).toHaveLength(43);
    await session.lock();
  });
});

it('fetches an accepted scan back from the commune, into memory only', async () => {
  const session = await openSession();
  await enrol(session);
  const scan = await getDevice(session).work.papers.view('AAAAAAAAAAAAAAAAAAAAAA' as AttachmentId);
  expect(scan?.size).toBe(3);
  const { work } = getDevice(session);
  const record = 'AAAAAAAAAAAAAAAAAAAAAA' as RecordId;
  work.drafts.editRecord({ collection: 'paper', record, patch: { sha256: 'another file’s' } });
  expect(await work.papers.view('AAAAAAAAAAAAAAAAAAAAAA' as AttachmentId)).toBeUndefined();
  globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
  expect(await getDevice(session).work.papers.view('AAAAAAAAAAAAAAAAAAAAAA' as AttachmentId)).toBeUndefined();
  await session.lock();
});

describe('locking', () => {
  it('queues what was typed, leaves the page, and opens again with the PIN and without any network', async () => {
    const session = await openSession();
    await enrol(session);
    const { work } = getDevice(session);
    const record = work.newId();
    work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName: 'Vàng A Mẫu' } });
    globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
    expect(await session.lock()).toBe('locked');
    expect(left).toBe(1);
    await expect(work.hashText('x')).rejects.toMatchObject({ type: 'locked' });

    const next = await openSession();
    expect(next.getSnapshot()).toMatchObject({ state: 'locked', waiting: 1, isErased: false });
    expect((await next.unlock(PIN)).ok).toBe(true);
    expect(getDevice(next).work.store.findRecord(record)?.values).toEqual({ fullName: 'Vàng A Mẫu' });
    await next.lock();
  });

  it('counts wrong PINs across restarts, makes a person wait, and erases the wrap at ten', async () => {
    const first = await openSession();
    await enrol(first);
    await first.lock();
    let session = await openSession();
    expect(await session.unlock('111111')).toEqual({ ok: false, error: { type: 'pinWrong', triesLeft: 9 } });
    session = await openSession();
    expect(await session.unlock('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 8 } });
    let outcome = await session.unlock('111111');
    for (let tries = 0; tries < 40 && !outcome.ok && outcome.error.type !== 'erased'; tries += 1) {
      if (outcome.error.type === 'wait') clock.advance(outcome.error.milliseconds);
      outcome = await session.unlock('111111');
    }
    expect(outcome).toEqual({ ok: false, error: { type: 'erased' } });
    const after = await openSession();
    expect(after.getSnapshot()).toMatchObject({ state: 'locked', isErased: true });
    expect(await after.unlock(PIN)).toEqual({ ok: false, error: { type: 'erased' } });
  });

  it('does not leave the page while the disk refuses what was typed', async () => {
    const session = await openSession();
    await enrol(session);
    const { work } = getDevice(session);
    work.drafts.editRecord({
      collection: 'citizen',
      record: work.newId(),
      patch: { fullName: 'x'.repeat(600_000) },
    });
    expect(await session.lock()).toBe('unsaved');
    expect(left).toBe(0);
    expect(session.getSnapshot().state).toBe('unlocked');
    expect(await session.lock({ evenUnsaved: true })).toBe('locked');
  });
});

describe('a vault whose worker dies', () => {
  const die = (): Promise<never> => Promise.reject(new VaultStopped('error'));

  it('while it judges a PIN costs no try, says so, and leaves the pad usable', async () => {
    const first = await openSession();
    await enrol(first);
    await first.lock();
    let isDying = true;
    const session = await openSession(() =>
      isDying ? { ...startRigVault(), unlock: die } : startRigVault(),
    );
    const stopped = { ok: false, error: { type: 'vaultStopped' } };
    for (let tries = 0; tries < 5; tries += 1) expect(await session.unlock(PIN)).toEqual(stopped);
    expect(session.getSnapshot()).toMatchObject({ state: 'locked', isBusy: false, trouble: stopped.error });
    isDying = false;
    expect(await session.unlock('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 9 } });
    expect((await session.unlock(PIN)).ok).toBe(true);
    await session.lock();
  });

  it('while it opens the records leaves the phone locked, sending and ready for the PIN', async () => {
    const first = await openSession();
    await enrol(first);
    const { work } = getDevice(first);
    work.drafts.editRecord({ collection: 'citizen', record: work.newId(), patch: { fullName: 'Vàng' } });
    await first.lock();
    let isDying = true;
    const session = await openSession(() => ({
      ...startRigVault(),
      ...(isDying && { decryptRecords: die }),
    }));
    expect(await session.unlock(PIN)).toEqual({ ok: false, error: { type: 'vaultStopped' } });
    expect(session.getSnapshot()).toMatchObject({ state: 'locked', isBusy: false });
    await waitUntil(() => {
      clock.advance(1_000);
      const snapshot = session.getSnapshot();
      return snapshot.state === 'locked' && snapshot.waiting === 0;
    });
    isDying = false;
    expect((await session.unlock(PIN)).ok).toBe(true);
    await session.lock();
  });

  it('while the keys are made lets a person begin again with the same invitation', async () => {
    let isDying = true;
    const session = await openSession(() => ({
      ...startRigVault(),
      ...(isDying && { createVault: die }),
    }));
    expect(await session.beginEnrolment(PIN)).toEqual({ ok: false, error: { type: 'vaultStopped' } });
    isDying = false;
    await enrol(session);
    await session.lock();
  });
});

describe('a database that is gone', () => {
  it('is announced at the next start with the last place it gave out', async () => {
    const session = await openSession();
    await enrol(session);
    const { work } = getDevice(session);
    work.drafts.editRecord({ collection: 'citizen', record: work.newId(), patch: { fullName: 'Vàng' } });
    await session.lock();
    const vaults = await listVaults();
    const entry = vaults.ok ? vaults.value[0] : undefined;
    const { Dexie } = await import('dexie');
    await Dexie.delete(entry?.database ?? '');
    const after = await openSession();
    expect(after.getSnapshot()).toEqual({
      state: 'noVault',
      lost: [{ vaultId: entry?.vaultId, device: entry?.device, lastSeq: 1 }],
    });
  });
});
