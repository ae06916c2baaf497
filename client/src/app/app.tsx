/** Which of the four faces of the app is shown: the wall inside another app, joining, the lock, or the work. */
import { lazy, Suspense } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceSnapshot } from '../custody/device-snapshot.ts';
import { loadAllWords, loadRefusalWords } from '../i18n/language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { findFloorFault, readFloorFacts } from '../platform/browser-floor.ts';
import { findUnsafePlace, readBrowserFacts } from '../platform/in-app-browser.ts';
import type { AppUpdate } from '../pwa/register.ts';
import { LockScreen } from './lock-screen.tsx';
import { UpdatePrompt } from './update-prompt.tsx';

/** Only inside other apps, and on iPhones before the app is installed. */
const InAppWall = lazy(() =>
  import('../features/enrolment/in-app-wall.tsx').then((module) => ({ default: module.InAppWall })),
);

/** Only a phone that has not joined yet needs it. */
const EnrolmentFlow = lazy(async () => {
  const [module] = await Promise.all([import('./enrolment-flow.tsx'), loadRefusalWords()]);
  return { default: module.EnrolmentFlow };
});

/** Fetched after the PIN prompt is drawn, and precached: the first screen stays small. */
const OpenApp = lazy(async () => {
  const [module] = await Promise.all([import('./open-app.tsx'), loadAllWords()]);
  return { default: module.OpenApp };
});

interface AppProps {
  readonly session: DeviceSession;
  readonly update: AppUpdate;
  readonly startReader: () => Worker;
  /** The code of a session that the address brought; empty without one. */
  readonly sessionCode: string;
}

export function App({ session, update, startReader, sessionCode }: AppProps) {
  const snapshot = useSnapshot(session, session.getSnapshot);
  const place = findUnsafePlace(readBrowserFacts());
  if (place)
    return (
      <Suspense>
        <InAppWall place={place} address={location.href} />
      </Suspense>
    );
  const floor = findFloorFault(readFloorFacts());
  if (floor) return <OldBrowser />;
  return (
    <>
      <UpdatePrompt update={update} />
      <Face session={session} snapshot={snapshot} startReader={startReader} sessionCode={sessionCode} />
    </>
  );
}

interface FaceProps extends Pick<AppProps, 'session' | 'startReader' | 'sessionCode'> {
  readonly snapshot: DeviceSnapshot;
}

function Face({ session, snapshot, startReader, sessionCode }: FaceProps) {
  const { t } = useTranslation();
  switch (snapshot.state) {
    case 'opening':
      return <Page>{t('shell.opening')}</Page>;
    case 'noVault':
      return (
        <Suspense fallback={<Page>{t('shell.opening')}</Page>}>
          <EnrolmentFlow session={session} {...snapshot} />
        </Suspense>
      );
    case 'unfinished':
    case 'locked':
      return <LockScreen {...{ session, snapshot, startReader, sessionCode }} />;
    case 'unlocked':
      return (
        <Suspense fallback={<Page>{t('lock.opening')}</Page>}>
          <OpenApp
            session={session}
            device={snapshot.device}
            lock={snapshot.lock}
            startReader={startReader}
            sessionCode={sessionCode}
          />
        </Suspense>
      );
    case 'superseded':
      return <Trouble title={t('shell.update.title')} text={t('shell.crash.text')} />;
    case 'failed': {
      const title = t(snapshot.fault === 'newer' ? 'shell.update.title' : 'shell.crash.title');
      return <Trouble title={title} text={t(`enrolment.storage.${snapshot.fault}`)} again />;
    }
  }
}

function OldBrowser() {
  const { t } = useTranslation();
  return <Trouble title={t('shell.tooOld.title')} text={t('shell.tooOld.text')} />;
}

interface TroubleProps {
  readonly title: string;
  readonly text: string;
  /** Loading the page again may help. */
  readonly again?: boolean;
}

function Trouble({ title, text, again = false }: TroubleProps) {
  const { t } = useTranslation();
  return (
    <Page actions={again && <Button onClick={() => location.reload()}>{t('shell.crash.reload')}</Button>}>
      <Banner tone="attention" title={title} live>
        {text}
      </Banner>
    </Page>
  );
}
