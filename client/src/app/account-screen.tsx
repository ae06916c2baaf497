/** Tells the account guide which session is going on and who may be told: features that know nothing of each other. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../custody/work.ts';
import { AccountView } from '../features/account-setup/account-view.tsx';
import { PoliceConsent } from '../features/citizens/police-consent.tsx';
import { PrepareConsent } from '../features/citizens/prepare-consent.tsx';
import { OldSessionNotice } from '../features/outreach-sessions/old-session-notice.tsx';
import { useSessionDoor } from '../features/outreach-sessions/use-session-door.ts';

interface AccountScreenProps {
  readonly work: Work;
  readonly citizenId: string;
}

export function AccountScreen({ work, citizenId }: AccountScreenProps) {
  const session = useSessionDoor(work, undefined)?.session;
  const citizen = citizenId as RecordId;
  return (
    <AccountView
      work={work}
      citizenId={citizenId}
      session={session}
      notice={<OldSessionNotice work={work} session={session} />}
      askPrepare={<PrepareConsent work={work} citizen={citizen} session={session} />}
      askReferral={<PoliceConsent work={work} citizen={citizen} session={session} />}
    />
  );
}
