import { beforeEach, describe, expect, it } from 'vitest';
import type { AnsweringServer } from '../../e2e/rig/answering-server.ts';
import { waitUntil } from '../../e2e/rig/device-rig.ts';
import type { ManualClock } from '../../e2e/rig/manual-clock.ts';
import {
  createSessionRig,
  enrolRig as enrol,
  getOpenDevice as getDevice,
  RIG_INPUT as input,
  RIG_PIN as PIN,
  type SessionRig,
} from '../../e2e/rig/session-rig.ts';
import type { AttachmentId, RecordId } from '#shared/ids';
import { listVaults } from '../storage/vault-registry.ts';

let rig: SessionRig;
let server: AnsweringServer;
let clock: ManualClock;

beforeEach(async () => {
  rig = await createSessionRig();
  ({ server, clock } = rig);
});

const openSession: SessionRig['openSession'] = (startVault) => rig.openSession(startVault);

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
    expect(rig.left()).toBe(1);
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

  it('opens on a phone that is too full to note a try, and counts the wrong ones all the same', async () => {
    const first = await openSession();
    await enrol(first);
    await first.lock();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      let session = await openSession();
      expect(await session.unlock('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 9 } });
      session = await openSession();
      expect(await session.unlock('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 8 } });
      expect((await session.unlock(PIN)).ok).toBe(true);
      await session.lock();
      session = await openSession();
      expect(await session.unlock('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 9 } });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
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
    expect(rig.left()).toBe(0);
    expect(session.getSnapshot().state).toBe('unlocked');
    expect(await session.lock({ evenUnsaved: true })).toBe('locked');
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
      lost: [{ vaultId: entry?.vaultId, device: entry?.device, lastSeq: 1, unsent: 1 }],
    });
  });
});
