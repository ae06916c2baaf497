/** The app while the vault is open: the four words first if the commune has not approved yet, then the face of the role. */
import { lazy, useState } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import type { OpenDevice } from '../custody/open-device.ts';
import { WordsView } from '../features/enrolment/words-view.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { PrivacyCover } from './privacy-cover.tsx';
import { VolunteerApp } from './volunteer-app.tsx';

const OfficeApp = lazy(() => import('./office-app.tsx').then((module) => ({ default: module.OfficeApp })));

export interface OpenAppProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
}

export function OpenApp({ session, device }: OpenAppProps) {
  const facts = useSnapshot(device, device.getSnapshot);
  const [hasReadWords, setHasReadWords] = useState(false);
  const { role } = facts.profile.member;
  if (facts.standing === 'waiting' && !hasReadWords)
    return <WordsView words={facts.profile.words} onStart={() => setHasReadWords(true)} />;
  const Face = role === 'volunteer' || role === 'teamLeader' ? VolunteerApp : OfficeApp;
  return (
    <PrivacyCover session={session} device={device}>
      <Face session={session} device={device} facts={facts} />
    </PrivacyCover>
  );
}
