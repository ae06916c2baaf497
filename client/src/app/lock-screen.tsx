/** Ties the lock page to the device session: the try, the wait, the words for each trouble, other vaults on this phone. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceSnapshot } from '../custody/device-snapshot.ts';
import type { UnlockTrouble } from '../custody/unlock.ts';
import { type LockProblem, LockView } from '../features/lock/lock-view.tsx';
import { OpenElsewhereView } from '../features/lock/open-elsewhere-view.tsx';
import type { Translate } from '../i18n/translate.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { describeLost } from './describe-lost.ts';

/** Nobody waits for it: the PIN comes first. */
const LockedDoor = lazy(() => import('./locked-door.tsx').then((module) => ({ default: module.LockedDoor })));

type LockedSnapshot = Extract<DeviceSnapshot, { state: 'locked' | 'unfinished' }>;

interface LockScreenProps {
  readonly session: DeviceSession;
  readonly snapshot: LockedSnapshot;
  readonly startReader: () => Worker;
  readonly sessionCode: string;
}

export function LockScreen({ session, snapshot, startReader, sessionCode }: LockScreenProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ReactNode>();
  const waitSeconds = useWait(snapshot.trouble);
  const problem = findProblem(snapshot, waitSeconds, t);
  const isUnfinished = snapshot.state === 'unfinished';
  const { initials } = isUnfinished ? snapshot : snapshot.entry;
  const others = isUnfinished ? [] : snapshot.vaults.filter((one) => one !== snapshot.entry);
  const name = initials || t('shell.app.name');
  if (shown) return shown;
  if (!isUnfinished && !snapshot.isErased && snapshot.turn !== 'free')
    return <OpenElsewhereView turn={snapshot.turn} onUse={() => session.askForTurn()} />;
  return (
    <LockView
      name={name}
      notice={findNotice(snapshot, t)}
      waitingCount={isUnfinished ? 0 : snapshot.waiting}
      busy={snapshot.isBusy || waitSeconds > 0}
      problem={problem}
      onPin={(pin) => void session.unlock(pin)}
    >
      {!isUnfinished && <LostNotice session={session} lost={snapshot.lost} />}
      {!isUnfinished && snapshot.isErased && (
        <Button wide onClick={() => void session.open({ isNew: true })} data-testid="join-anew">
          {t('enrolment.rejoin.title')}
        </Button>
      )}
      {!isUnfinished && (
        <Suspense>
          <LockedDoor
            {...{ startReader, sessionCode }}
            entry={snapshot.entry}
            show={setShown}
            onNewBook={snapshot.isErased ? undefined : () => void session.open({ isNew: true })}
          />
        </Suspense>
      )}
      {isUnfinished && (
        <Button variant="secondary" busy={snapshot.isBusy} onClick={() => void session.dropUnfinished()}>
          {t('enrolment.rejoin.title')}
        </Button>
      )}
      {others.map(({ vaultId, initials: other }, at) => (
        <Button key={vaultId} variant="secondary" onClick={() => void session.open({ vaultId })}>
          {t('lock.otherBook', { name: other || String(at + 1) })}
        </Button>
      ))}
    </LockView>
  );
}

interface LostNoticeProps extends Pick<LockScreenProps, 'session'>, Pick<LockedSnapshot, 'lost'> {}

/** Another book of this phone is gone. */
function LostNotice({ session, lost }: LostNoticeProps) {
  const { t } = useTranslation();
  if (lost.length === 0) return null;
  return (
    <Banner
      tone="attention"
      actions={
        <Button variant="secondary" onClick={() => void session.forgetLost()} data-testid="lost-read">
          {t('lock.lostRead')}
        </Button>
      }
    >
      {describeLost(lost, t)}
    </Banner>
  );
}

function findNotice(snapshot: LockedSnapshot, t: Translate): string | undefined {
  if (snapshot.state === 'unfinished') return t('enrolment.unfinished');
  return snapshot.isRebuilt ? t('lock.rebuilt') : undefined;
}

function findProblem(
  { isErased, trouble }: LockedSnapshot,
  waitSeconds: number,
  t: Translate,
): LockProblem | undefined {
  if (isErased) return { type: 'erased' };
  if (waitSeconds > 0) return { type: 'wait', seconds: waitSeconds };
  if (!trouble) return undefined;
  switch (trouble.type) {
    case 'wait':
      return undefined;
    case 'pinWrong':
      return { type: 'wrong', triesLeft: trouble.triesLeft };
    case 'erased':
      return { type: 'erased' };
    case 'storage':
      return { type: 'damaged', text: t(`enrolment.storage.${trouble.fault}`) };
    default:
      return { type: 'damaged', text: t(`lock.${trouble.type}`) };
  }
}

/** Counts down what is left of a delay after a wrong PIN, in whole seconds. */
function useWait(trouble: UnlockTrouble | undefined): number {
  const [left, setLeft] = useState(0);
  const wait = trouble?.type === 'wait' ? trouble.milliseconds : 0;
  useEffect(() => {
    const until = performance.now() + wait;
    const show = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    show();
    const timer = setInterval(show, 250);
    return () => clearInterval(timer);
  }, [wait, trouble]);
  return left;
}
