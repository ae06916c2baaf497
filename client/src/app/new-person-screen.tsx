/** Joins the session's door to the form for a new person: two features that know nothing of each other. */
import { useSearchParams } from 'wouter';
import type { Work } from '../custody/work.ts';
import { NewPersonView } from '../features/citizens/new-person-view.tsx';
import { OldSessionNotice } from '../features/outreach-sessions/old-session-notice.tsx';
import { useSessionDoor } from '../features/outreach-sessions/use-session-door.ts';

export function NewPersonScreen({ work }: { readonly work: Work }) {
  const [search] = useSearchParams();
  const door = useSessionDoor(work, search.get('buoi') ?? undefined);
  return (
    <NewPersonView
      work={work}
      door={door}
      notice={<OldSessionNotice work={work} session={door?.session} />}
    />
  );
}
