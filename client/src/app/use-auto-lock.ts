/** Ties the rules of covering and locking to what is done on this page. Locks nothing itself. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { AutoLock, LOCK_TIMES } from '../custody/auto-lock.ts';
import { systemClock } from '../platform/clock.ts';
import { watchLeaving } from '../platform/leaving.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

interface AutoLockFacts {
  readonly isInRound: boolean;
  /** Nothing is left to decide: the phone locks, or a person must choose. */
  readonly isLocking: boolean;
  readonly lock: () => void;
}

/** True while names are to be hidden. */
export function useAutoLock({ isInRound, isLocking, lock: lockNow }: AutoLockFacts): boolean {
  const [isCovered, setCovered] = useState(false);
  const [autoLock, setAutoLock] = useState<AutoLock>();
  const latest = useRef(lockNow);
  useEffect(() => {
    latest.current = lockNow;
  });
  useEffect(() => {
    if (isLocking) return undefined;
    const lock = new AutoLock({
      clock: systemClock,
      times: LOCK_TIMES,
      // A page that is shown again must not be drawn with its names first.
      cover: (isToCover) => flushSync(() => setCovered(isToCover)),
      lock: () => latest.current(),
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
  }, [isLocking]);
  useEffect(() => autoLock?.setInRound(isInRound), [autoLock, isInRound]);
  return isCovered;
}
