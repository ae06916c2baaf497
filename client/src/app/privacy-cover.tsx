/** Hides names after a minute without a touch while a session is open, locks when nobody is there, and shows a lock that was refused. */
import { type ReactNode, useEffect } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import type { LockState } from '../custody/locking.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icon.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { RescueScreen } from './rescue-screen.tsx';
import { useAutoLock } from './use-auto-lock.ts';
import styles from './privacy-cover.module.css';

interface PrivacyCoverProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly lock: LockState;
  readonly children: ReactNode;
}

export function PrivacyCover({ session, device, lock, children }: PrivacyCoverProps) {
  const { t } = useTranslation();
  const isInRound = useSnapshot(device.work.store, () => hasOpenSession(device));
  const isCovered = useAutoLock({
    isInRound,
    isLocking: lock !== 'open',
    lock: () => void session.lock(),
  });
  const hidesNames = isCovered || lock !== 'open';
  useLeaveGuard(device);
  return (
    <>
      {lock === 'refused' && <RescueScreen session={session} device={device} isCovered />}
      {hidesNames && lock !== 'refused' && (
        <div className={styles.cover} role="status">
          <Icon name="lock" />
          <p className={styles.title}>{t('lock.cover')}</p>
          <p>{t('lock.coverHint')}</p>
        </div>
      )}
      <div hidden={hidesNames}>{children}</div>
    </>
  );
}

function hasOpenSession({ work }: OpenDevice): boolean {
  return work.store
    .listRecords('session')
    .some(({ values }) => values['openedAt'] !== undefined && values['closedAt'] === undefined);
}

/** A reload within the second after a key would lose that key: then the browser asks first. */
function useLeaveGuard({ work }: OpenDevice): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (work.drafts.hasUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [work]);
}
