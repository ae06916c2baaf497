/** In practice nobody has a PIN: where real work asks for it to go on, the tab's own key is given. Shows nothing. */
import { useEffect } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import { listUnsaved } from '../custody/list-unsaved.ts';
import type { LockState } from '../custody/locking.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { findTab } from '../practice/practice-tab.ts';
import { useSnapshot } from '../ui/use-snapshot.ts';

interface OpenPhone {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly lock: LockState;
}

/** After a vault that died, and after a lock that was refused. A try that fails leaves the rescue screen as it is. */
export function useSelfOpening({ session, device, lock }: OpenPhone): void {
  const { store } = device.work;
  const isStopped = useSnapshot(store, () => listUnsaved(store).trouble?.type === 'vaultStopped');
  const needsPin = isStopped || lock === 'refused';
  useEffect(() => {
    const key = findTab()?.key;
    if (needsPin && key !== undefined) void session.restartVault(key);
  }, [session, needsPin]);
}
