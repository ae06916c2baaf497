/** Asks whoever entered a colleague's session to say that they are here: one tap, and gone. */
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { SessionFacts } from './read-session.ts';
import { noteArrival } from './roster-actions.ts';

interface TeamReminderProps {
  readonly work: Work;
  readonly session: SessionFacts;
}

export function TeamReminder({ work, session }: TeamReminderProps) {
  const { t } = useTranslation();
  if (session.members.some((member) => member.id === work.member.id)) return null;
  return (
    <Banner
      actions={
        <Button variant="secondary" onClick={() => noteArrival(work, session.record)} data-testid="team-join">
          {t('sessions.teamJoin')}
        </Button>
      }
    >
      {t('sessions.teamNotIn')}
    </Banner>
  );
}
