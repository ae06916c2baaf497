/** The app while the vault is open: the four words where they are asked for, else the face of the role. */
import { lazy } from 'react';
import { useLocation } from 'wouter';
import { isOfTeam } from '#shared/model/collection';
import { CodeReaderContext } from '../camera/code-reader-context.ts';
import type { DeviceSession } from '../custody/device-session.ts';
import type { LockState } from '../custody/locking.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { WordsView } from '../features/enrolment/words-view.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { WORDS_PATH } from './paths.ts';
import { PrivacyCover } from './privacy-cover.tsx';
import { VolunteerApp } from './volunteer-app.tsx';

const OfficeApp = lazy(() => import('./office-app.tsx').then((module) => ({ default: module.OfficeApp })));

export interface OpenAppProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly lock: LockState;
  readonly startReader: () => Worker;
  readonly sessionCode: string;
}

export function OpenApp({ session, device, lock, startReader, sessionCode }: OpenAppProps) {
  const facts = useSnapshot(device, device.getSnapshot);
  const [path, navigate] = useLocation();
  const { role } = facts.profile.member;
  const showsWords = facts.standing === 'waiting' && path === WORDS_PATH;
  return (
    <PrivacyCover session={session} device={device} lock={lock}>
      <CodeReaderContext value={startReader}>
        {showsWords ? (
          <WordsView words={facts.profile.words} onStart={() => navigate('/', { replace: true })} />
        ) : isOfTeam(role) ? (
          <VolunteerApp session={session} device={device} facts={facts} sessionCode={sessionCode} />
        ) : (
          <OfficeApp session={session} device={device} facts={facts} />
        )}
      </CodeReaderContext>
    </PrivacyCover>
  );
}
