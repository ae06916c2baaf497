/** Hides names after a minute without a touch while a session is open, and locks when nobody is there. */
import { type ReactNode, useEffect, useState } from 'react';
import { AutoLock, LOCK_TIMES } from '../custody/auto-lock.ts';
import type { DeviceSession } from '../custody/device-session.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { systemClock } from '../platform/clock.ts';
import { Icon } from '../ui/icon.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import styles from './privacy-cover.module.css';

interface PrivacyCoverProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly children: ReactNode;
}

export function PrivacyCover({ session, device, children }: PrivacyCoverProps) {
  const { t } = useTranslation();
  const isInRound = useSnapshot(device.work.store, () => hasOpenSession(device));
  const isCovered = useAutoLock(session, isInRound);
  useLeaveGuard(device);
  return (
    <>
      {isCovered && (
        <div className={styles.cover} role="status">
          <Icon name="lock" />
          <p className={styles.title}>{t('lock.cover')}</p>
          <p>{t('lock.coverHint')}</p>
        </div>
      )}
      <div hidden={isCovered}>{children}</div>
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

function useAutoLock(session: DeviceSession, isInRound: boolean): boolean {
  const [isCovered, setCovered] = useState(false);
  const [autoLock, setAutoLock] = useState<AutoLock>();
  useEffect(() => {
    const lock = new AutoLock({
      clock: systemClock,
      times: LOCK_TIMES,
      cover: setCovered,
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
    const print = () => lock.takeTicket();
    addEventListener('beforeprint', print);
    document.addEventListener('visibilitychange', hide);
    setAutoLock(lock);
    return () => {
      for (const name of TOUCHES) removeEventListener(name, touch);
      removeEventListener('click', leave, true);
      removeEventListener('beforeprint', print);
      document.removeEventListener('visibilitychange', hide);
      lock.stop();
    };
  }, [session]);
  useEffect(() => autoLock?.setInRound(isInRound), [autoLock, isInRound]);
  return isCovered;
}
