/** Ties the rescue of what is not saved to the device session: another try, a fresh vault under the PIN, or a lock that loses it. */
import { useState } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import { listUnsaved } from '../custody/list-unsaved.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { RescueWays } from '../features/custody/rescue-ways.tsx';
import { RescueView } from '../features/custody/rescue-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { describeUnlockTrouble } from './describe-unlock-trouble.ts';

interface RescueScreenProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  /** After a lock that was refused. */
  readonly isCovered: boolean;
}

export function RescueScreen({ session, device, isCovered }: RescueScreenProps) {
  const { t } = useTranslation();
  const { store } = device.work;
  useSnapshot(store, () => store.version);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { count, received, trouble } = listUnsaved(store);
  const { trouble: deviceTrouble } = useSnapshot(device, device.getSnapshot);
  const wait = async <T,>(work: Promise<T>): Promise<T> => {
    setBusy(true);
    const outcome = await work;
    setBusy(false);
    return outcome;
  };
  const restart = async (pin: string) => {
    const restarted = await wait(session.restartVault(pin));
    setProblem(restarted.ok ? undefined : describeUnlockTrouble(restarted.error, t));
  };
  return (
    <RescueView
      count={count}
      received={received}
      ways={
        trouble?.type !== 'vaultStopped' && (
          <RescueWays rescue={device.work.rescue} now={device.work.now} maySend={deviceTrouble !== 'older'} />
        )
      }
      trouble={trouble}
      isCovered={isCovered}
      busy={isBusy}
      problem={problem}
      onRetry={() => void wait<unknown>(isCovered ? session.lock() : session.flush())}
      onPin={(pin) => void restart(pin)}
      onLockAnyway={() => void session.lock({ evenUnsaved: true })}
    />
  );
}
