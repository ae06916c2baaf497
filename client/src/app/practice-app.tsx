/** The page of practice: the volunteer's own screens over the commune that the worker plays, inside the band and the stripes. */
import { type ReactNode, Suspense, use, useState } from 'react';
import { Router } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import { PracticePanel } from '../features/practice/practice-panel.tsx';
import { usePracticeProgress } from '../features/practice/use-practice-progress.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { LockState } from '../custody/locking.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { PRACTICE_BASE } from '../storage/realm.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { PracticeFrame } from '../ui/practice-frame.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { OpenApp } from './open-app.tsx';
import { endPractice, type StartedPractice } from './start-practice.ts';
import { useSelfOpening } from './use-self-opening.ts';

interface PracticeAppProps {
  readonly session: DeviceSession;
  /** As for the real work: the worker that reads a card's square from the camera. */
  readonly startReader: () => Worker;
  /** Says that a new version is there; the same as over the real work. */
  readonly updatePrompt: ReactNode;
  /** Undefined when practice could not be set up. */
  readonly starting: Promise<StartedPractice | undefined>;
}

export function PracticeApp({ session, updatePrompt, starting, startReader }: PracticeAppProps) {
  return (
    <Router base={PRACTICE_BASE}>
      {updatePrompt}
      <Suspense fallback={<Making />}>
        <Started session={session} starting={starting} startReader={startReader} />
      </Suspense>
    </Router>
  );
}

function Making() {
  const { t } = useTranslation();
  return (
    <PracticeFrame text={t('practice.banner')}>
      <Page>{t('practice.making')}</Page>
    </PracticeFrame>
  );
}

function Started({ session, starting, startReader }: Omit<PracticeAppProps, 'updatePrompt'>) {
  const started = use(starting);
  const snapshot = useSnapshot(session, session.getSnapshot);
  if (!started || snapshot.state !== 'unlocked')
    return <Stopped isWaiting={snapshot.state === 'superseded'} />;
  const { device, lock } = snapshot;
  return (
    <Practising {...started} {...{ session, device, lock }}>
      <OpenApp {...{ session, device, lock, startReader }} sessionCode="" />
    </Practising>
  );
}

/** Another tab has begun anew, or this browser keeps nothing. */
function Stopped({ isWaiting }: { readonly isWaiting: boolean }) {
  const { t } = useTranslation();
  return (
    <PracticeFrame text={t('practice.banner')}>
      <Page
        actions={
          <Button wide onClick={() => void endPractice({ toReal: false })}>
            {t('practice.again')}
          </Button>
        }
      >
        <Banner tone="attention" title={t(isWaiting ? 'practice.ended' : 'practice.failed')} live>
          {t('practice.nothingReal')}
        </Banner>
      </Page>
    </PracticeFrame>
  );
}

interface PractisingProps extends StartedPractice {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly lock: LockState;
  readonly children: ReactNode;
}

function Practising({ line, isReopened, session, device, lock, children }: PractisingProps) {
  const { t } = useTranslation();
  useSelfOpening({ session, device, lock });
  const progress = usePracticeProgress(line, device.work);
  // A newcomer is shown what there is to do; whoever goes on after a reload is not stopped.
  const [isOpen, setOpen] = useState(progress.scenario === undefined);
  const { scenario, proved } = progress;
  return (
    <PracticeFrame
      text={t('practice.banner')}
      actions={
        <Button variant="secondary" icon="doc" onClick={() => setOpen(true)} data-testid="practice-open">
          {scenario
            ? t('practice.openCount', { done: proved.length, count: scenario.steps.length })
            : t('practice.open')}
        </Button>
      }
    >
      {isReopened && <ReopenedNote />}
      {children}
      {isOpen && (
        <PracticePanel
          line={line}
          progress={progress}
          onClose={() => setOpen(false)}
          onReload={() => location.reload()}
          onPlayed={() => void device.sendNow()}
          onAgain={() => void endPractice({ toReal: false })}
          onReal={() => void endPractice({ toReal: true })}
        />
      )}
    </PracticeFrame>
  );
}

/** A phone that locks and opens by itself would teach that no PIN is needed. */
function ReopenedNote() {
  const { t } = useTranslation();
  const [isSeen, setSeen] = useState(false);
  if (isSeen) return null;
  return (
    <Banner
      icon="lock"
      title={t('practice.reopened')}
      live
      actions={
        <Button variant="secondary" onClick={() => setSeen(true)}>
          {t('practice.reopenedSeen')}
        </Button>
      }
    >
      {t('practice.reopenedText')}
    </Banner>
  );
}
