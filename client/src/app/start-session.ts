/** Gives the device session its clock, its workers and its way out, and opens it. */
import { DeviceSession } from '../custody/device-session.ts';
import { systemClock } from '../platform/clock.ts';
import type { ScriptPolicy } from '../platform/trusted-types.ts';
import { createVaultClient } from '../vault/vault-client.ts';
import { vaultWorkerAddress } from '../vault/vault-worker-address.ts';
import { CODE_PARAMETER, LOCK_PATH } from './paths.ts';

/** Told to the server with every heartbeat, so that it can ask an old one to update. */
const BUILD = '0.1.0';

export function startSession(policy: ScriptPolicy): DeviceSession {
  // What a page that was killed has left in the lodging folder goes before anybody types a PIN.
  const lodging = import('./lodging.ts').then(({ lodgingFolder }) => lodgingFolder);
  void lodging.then((folder) => folder.sweep());
  const session = new DeviceSession({
    clock: systemClock,
    build: BUILD,
    startVault: () =>
      createVaultClient(new Worker(policy.createScriptURL(vaultWorkerAddress), { type: 'module' })),
    leave: () => {
      void lodging.then((folder) => folder.letGo());
      location.replace(LOCK_PATH);
    },
  });
  void session.open({ isInvited: new URLSearchParams(location.search).has(CODE_PARAMETER) });
  return session;
}
