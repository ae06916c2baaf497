/** A phone from its start to its lock, with a server that answers and a clock in the test's hands. */
import { startRigVault } from './device-rig.ts';
import { type AnsweringServer, createAnsweringServer, setSealingKey } from './answering-server.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { installMemoryStorage } from './memory-storage.ts';
import { bytesToBase64Url } from '#shared/ids';
import { DeviceSession } from '../../src/custody/device-session.ts';
import type { OpenDevice } from '../../src/custody/open-device.ts';
import { forgetVault, listVaults } from '../../src/storage/vault-registry.ts';
import { exportPublicKey } from '../../src/vault/send-key.ts';
import type { Vault } from '../../src/vault/vault-types.ts';

export const RIG_PIN = '482913';
export const RIG_INPUT = { code: 'BCDFG-HJKLM', deviceName: 'Máy thử', initials: 'L.T.H' };

export interface SessionRig {
  readonly server: AnsweringServer;
  readonly clock: ManualClock;
  /** How often the page was left. */
  readonly left: () => number;
  /** A page that has just been opened on this phone. */
  readonly openSession: (startVault?: () => Vault) => Promise<DeviceSession>;
}

/** A phone on which nothing has been yet. */
export async function createSessionRig(): Promise<SessionRig> {
  installMemoryStorage();
  const vaults = await listVaults();
  for (const { vaultId } of vaults.ok ? vaults.value : []) await forgetVault(vaultId);
  const server = await createAnsweringServer();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  setSealingKey(bytesToBase64Url(await exportPublicKey(pair.publicKey)));
  globalThis.fetch = server.fetch;
  const clock = createManualClock();
  let left = 0;
  return {
    server,
    clock,
    left: () => left,
    openSession: async (startVault = startRigVault) => {
      const leave = (): void => void (left += 1);
      const session = new DeviceSession({ clock, build: 'test', startVault, leave });
      await session.open();
      return session;
    },
  };
}

export async function enrolRig(session: DeviceSession): Promise<void> {
  const begun = await session.beginEnrolment(RIG_PIN);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const enrolled = await session.enrol(RIG_INPUT);
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
}

export function getOpenDevice(session: DeviceSession): OpenDevice {
  const snapshot = session.getSnapshot();
  if (snapshot.state !== 'unlocked') throw new Error(`The device is ${snapshot.state}.`);
  return snapshot.device;
}
