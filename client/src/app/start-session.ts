/** Gives the device session its clock, its workers and its way out, and opens it. */
import { DeviceSession } from '../custody/device-session.ts';
import { systemClock } from '../platform/clock.ts';
import { findUnsafePlace, readBrowserFacts } from '../platform/in-app-browser.ts';
import type { ScriptPolicy } from '../platform/trusted-types.ts';
import { hasLodgingMemory } from '../storage/lodging-database.ts';
import { openJournalFiles, writeJournalsWith } from '../storage/journal/journal-files.ts';
import { journalWorkerAddress } from '../storage/journal/journal-worker-address.ts';
import { isPractice, PRACTICE_BASE } from '../storage/realm.ts';
import { BUILD } from '../pwa/build-name.ts';
import { createVaultClient } from '../vault/vault-client.ts';
import { vaultWorkerAddress } from '../vault/vault-worker-address.ts';
import { CODE_PARAMETER, JOIN_SESSION_PATH, LOCK_PATH } from './paths.ts';

export function startSession(policy: ScriptPolicy): DeviceSession {
  // What a page that was killed has left in the lodging folder goes before anybody types a PIN.
  void sweepLodging();
  // What is practised is kept once.
  if (!isPractice)
    writeJournalsWith(
      openJournalFiles(() => new Worker(policy.createScriptURL(journalWorkerAddress), { type: 'module' })),
    );
  const session = new DeviceSession({
    clock: systemClock,
    build: BUILD,
    startVault: () =>
      createVaultClient(new Worker(policy.createScriptURL(vaultWorkerAddress), { type: 'module' })),
    leave: () => {
      void import('./lodging.ts').then(({ lodgingFolder }) => lodgingFolder.letGo());
      location.replace(isPractice ? PRACTICE_BASE : LOCK_PATH);
    },
  });
  // Practice opens it once there is a commune to speak to. Inside another app not even an empty database is made.
  if (isPractice || findUnsafePlace(readBrowserFacts())) return session;
  void session.open({ isInvited: new URLSearchParams(location.search).has(CODE_PARAMETER) });
  return session;
}

async function sweepLodging(): Promise<void> {
  if (!(await hasLodgingMemory())) return;
  const { lodgingFolder } = await import('./lodging.ts');
  await lodgingFolder.sweep();
}

/**
 * A session's code out of the address at once, into memory until the PIN; empty when there is none. Inside another app the
 * address stays whole: it is what is carried over to the right browser.
 */
export function takeSessionCode(): string {
  const { pathname, hash } = location;
  if (pathname !== JOIN_SESSION_PATH || findUnsafePlace(readBrowserFacts())) return '';
  history.replaceState(null, '', pathname);
  return hash;
}
