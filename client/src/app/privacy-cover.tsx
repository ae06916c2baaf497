/** Hides names after a minute without a touch while a session is open, locks when nobody is there, and shows a lock that was refused. */
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { AutoLock, LOCK_TIMES } from '../custody/auto-lock.ts';
import type { DeviceSession } from '../custody/device-session.ts';
import type { LockState } from '../custody/locking.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { systemClock } from '../platform/clock.ts';
import { watchLeaving } from '../platform/leaving.ts';
import { Icon } from '../ui/icon.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { RescueScreen } from './rescue-screen.tsx';
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
  const isCovered = useAutoLock(session, { isInRound, isLocking: lock !== 'open' });
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

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

interface AutoLockFacts {
  readonly isInRound: boolean;
  /** Nothing is left to decide: the phone locks, or a person must choose. */
  readonly isLocking: boolean;
}

function useAutoLock(session: DeviceSession, { isInRound, isLocking }: AutoLockFacts): boolean {
  const [isCovered, setCovered] = useState(false);
  const [autoLock, setAutoLock] = useState<AutoLock>();
  useEffect(() => {
    if (isLocking) return undefined;
    const lock = new AutoLock({
      clock: systemClock,
      times: LOCK_TIMES,
      // A page that is shown again must not be drawn with its names first.
      cover: (isToCover) => flushSync(() => setCovered(isToCover)),
      lock: () => void session.lock(),
    });
    const touch = () => lock.touch();
    // A file picker takes the person away on purpose and brings them back.
    const leave = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') lock.takeTicket();
    };
    const hide = () => lock.setHidden(document.hidden);
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true });
    addEventListener('click', leave, true);
    const stopWatching = watchLeaving(() => lock.takeTicket());
    document.addEventListener('visibilitychange', hide);
    setAutoLock(lock);
    return () => {
      for (const name of TOUCHES) removeEventListener(name, touch);
      removeEventListener('click', leave, true);
      stopWatching();
      document.removeEventListener('visibilitychange', hide);
      lock.stop();
      setCovered(false);
    };
  }, [session, isLocking]);
  useEffect(() => autoLock?.setInRound(isInRound), [autoLock, isInRound]);
  return isCovered;
}
