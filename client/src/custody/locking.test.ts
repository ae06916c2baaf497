import { beforeEach, describe, expect, it } from 'vitest';
import { startRigVault, waitUntil } from '../../e2e/rig/device-rig.ts';
import type { ManualClock } from '../../e2e/rig/manual-clock.ts';
import {
  createSessionRig,
  enrolRig as enrol,
  getOpenDevice as getDevice,
  RIG_PIN as PIN,
  type SessionRig,
} from '../../e2e/rig/session-rig.ts';
import { VaultStopped } from '../vault/vault-locked.ts';
import type { DeviceSession } from './device-session.ts';

let rig: SessionRig;
let clock: ManualClock;

beforeEach(async () => {
  rig = await createSessionRig();
  clock = rig.clock;
});

const openSession: SessionRig['openSession'] = (startVault) => rig.openSession(startVault);

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

describe('a lock that is refused', () => {
  /** An open phone whose vault died with something typed. */
  async function openStuck(): Promise<{ session: DeviceSession; revive: () => void }> {
    let isDead = false;
    const session = await openSession(() => {
      const vault = startRigVault();
      const { saveSealed } = vault;
      let isOld = false;
      return {
        ...vault,
        saveSealed: (input) => {
          if (isDead) isOld = true;
          return isOld ? Promise.reject(new VaultStopped('error')) : saveSealed(input);
        },
      };
    });
    await enrol(session);
    isDead = true;
    const { work } = getDevice(session);
    work.drafts.editRecord({ collection: 'citizen', record: work.newId(), patch: { fullName: 'Vàng' } });
    return { session, revive: () => (isDead = false) };
  }
  const lockState = (session: DeviceSession): string => {
    const snapshot = session.getSnapshot();
    return snapshot.state === 'unlocked' ? snapshot.lock : snapshot.state;
  };

  it('hides the names at once, and tries again by itself until all is saved', async () => {
    let isFull = true;
    const session = await openSession(() => {
      const vault = startRigVault();
      const { saveSealed } = vault;
      const refuse = (): Promise<never> => Promise.reject(new RangeError('no memory'));
      return { ...vault, saveSealed: (input) => (isFull ? refuse() : saveSealed(input)) };
    });
    await enrol(session);
    const { work } = getDevice(session);
    work.drafts.editRecord({ collection: 'citizen', record: work.newId(), patch: { fullName: 'Vàng' } });
    const locking = session.lock();
    expect(lockState(session)).toBe('trying');
    expect(await locking).toBe('unsaved');
    expect(lockState(session)).toBe('refused');
    clock.advance(10_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(rig.left()).toBe(0);
    isFull = false;
    clock.advance(20_000);
    await waitUntil(() => rig.left() === 1);
  });

  it('opens again with the PIN and a fresh vault, which saves what was in memory', async () => {
    const { session, revive } = await openStuck();
    expect(await session.lock()).toBe('unsaved');
    expect(await session.restartVault('111111')).toMatchObject({ error: { type: 'pinWrong', triesLeft: 9 } });
    expect(lockState(session)).toBe('refused');
    revive();
    expect((await session.restartVault(PIN)).ok).toBe(true);
    expect(lockState(session)).toBe('open');
    expect(getDevice(session).work.drafts.hasUnsaved()).toBe(false);
    expect(await session.lock()).toBe('locked');
    const next = await openSession();
    expect((await next.unlock(PIN)).ok).toBe(true);
    expect(getDevice(next).work.store.listRecords('citizen')[0]?.values).toEqual({ fullName: 'Vàng' });
    await next.lock();
  });

  it('is not waited for without end when the vault never answers', async () => {
    const silent = new Promise<never>(() => undefined);
    const session = await openSession(() => ({ ...startRigVault(), saveSealed: () => silent }));
    await enrol(session);
    const { work } = getDevice(session);
    work.drafts.editRecord({ collection: 'citizen', record: work.newId(), patch: { fullName: 'Vàng' } });
    const locking = session.lock();
    clock.advance(30_000);
    expect(await locking).toBe('unsaved');
    expect(work.drafts.hasUnsaved()).toBe(true);
    expect(await session.lock({ evenUnsaved: true })).toBe('locked');
    // The browser must not ask whether to stay on a page that is locked.
    expect(work.drafts.hasUnsaved()).toBe(false);
    expect(rig.left()).toBe(1);
  });
});
