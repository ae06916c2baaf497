/** Joins the door of the session that is open to the looking through of whoever was written down locked. */
import type { LockedEntries } from '../custody/locked-entries.ts';
import type { Work } from '../custody/work.ts';
import { LockedReviewView } from '../features/citizens/locked-review-view.tsx';
import { OldSessionNotice } from '../features/outreach-sessions/old-session-notice.tsx';
import { useSessionDoor } from '../features/outreach-sessions/use-session-door.ts';
import { TODAY_PATH } from './paths.ts';

interface LockedReviewScreenProps {
  readonly work: Work;
  readonly locked: LockedEntries;
}

export function LockedReviewScreen({ work, locked }: LockedReviewScreenProps) {
  const door = useSessionDoor(work, undefined);
  const notice = <OldSessionNotice work={work} session={door?.session} />;
  return <LockedReviewView work={work} locked={locked} door={door} notice={notice} backHref={TODAY_PATH} />;
}
