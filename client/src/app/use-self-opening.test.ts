import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRigVault, waitUntil } from '../../e2e/rig/device-rig.ts';
import { installPage, type MountedHook, mountHook, removePage } from '../../e2e/rig/hook-rig.ts';
import { createMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { createSessionRig, getOpenDevice, RIG_INPUT, type SessionRig } from '../../e2e/rig/session-rig.ts';
import type { DeviceSession } from '../custody/device-session.ts';
import type { Drafts } from '../custody/drafts.ts';
import { endTab, startTab } from '../practice/practice-tab.ts';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { VaultStopped } from '../vault/vault-locked.ts';
import type { Vault } from '../vault/vault-types.ts';
import { useSelfOpening } from './use-self-opening.ts';

let rig: SessionRig;
let session: DeviceSession;
let screen: MountedHook<void>;
/** What saving in the first vault throws from now on; the next one that is started is well. */
let fault: Error | undefined;
let vaultsStarted: number;

const readLock = (): unknown => {
  const snapshot = session.getSnapshot();
  return snapshot.state === 'unlocked' && snapshot.lock;
};

function useOpenPhone(): void {
  const snapshot = useSnapshot(session, session.getSnapshot);
  if (snapshot.state !== 'unlocked') throw new Error(`The device is ${snapshot.state}.`);
  useSelfOpening({ session, ...snapshot });
}

beforeEach(async () => {
  installPage();
  const sessionStorage = createMemoryStorage();
  Object.defineProperty(globalThis, 'sessionStorage', { value: sessionStorage, configurable: true });
  rig = await createSessionRig();
  fault = undefined;
  vaultsStarted = 0;
  session = await rig.openSession(() => {
    vaultsStarted += 1;
    const isFirst = vaultsStarted === 1;
    const vault = startRigVault();
    const save = async (input: Parameters<Vault['saveSealed']>[0]) => {
      if (isFirst && fault) throw fault;
      return vault.saveSealed(input);
    };
    return { ...vault, saveSealed: save };
  });
  const { key } = startTab();
  if (!(await session.beginEnrolment(key)).ok) throw new Error('No vault was made.');
  if (!(await session.enrol(RIG_INPUT)).ok) throw new Error('Nobody was enrolled.');
  screen = await mountHook(useOpenPhone);
});
afterEach(async () => {
  await screen.unmount();
  await session.lock({ evenUnsaved: true });
  removePage();
});

function type(): Drafts {
  const { drafts, newId } = getOpenDevice(session).work;
  drafts.editRecord({ collection: 'citizen', record: newId(), patch: { fullName: 'Vàng' } });
  return drafts;
}

describe('a practice phone that would ask for its PIN', () => {
  it('goes on by itself after its vault has died, and what was typed is saved', async () => {
    fault = new VaultStopped('error');
    const drafts = type();
    await drafts.flushNow();
    await waitUntil(() => !drafts.hasUnsaved());
    expect(vaultsStarted).toBe(2);
  });

  it('goes on by itself after a lock was refused', async () => {
    fault = new RangeError('no memory');
    const drafts = type();
    await drafts.flushNow();
    expect(vaultsStarted).toBe(1);
    void session.lock();
    await waitUntil(() => readLock() !== 'open');
    await waitUntil(() => readLock() === 'open' && !drafts.hasUnsaved());
    expect(vaultsStarted).toBe(2);
    expect(rig.left()).toBe(0);
  });

  it('asks nothing of the vault while nothing is wrong, nor in a tab that has no key', async () => {
    const drafts = type();
    expect((await drafts.flushNow()).ok).toBe(true);
    expect(vaultsStarted).toBe(1);
    endTab();
    fault = new VaultStopped('error');
    type();
    await drafts.flushNow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(vaultsStarted).toBe(1);
    expect(drafts.hasUnsaved()).toBe(true);
  });
});
