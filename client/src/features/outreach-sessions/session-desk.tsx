/** The row at the foot of an open session: team, incidents, closing; each opens its own sheet. */
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { type Closing, closeSession, noteIncident, reopenSession } from './actions.ts';
import { CloseSheet } from './close-sheet.tsx';
import { findIncidentLabel, IncidentSheet } from './incident-sheet.tsx';
import { countHere, listRoster } from './list-roster.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';
import { TeamSheet } from './team-sheet.tsx';
import type { SessionContent } from './use-session-content.ts';

interface SessionDeskProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly content: Pick<SessionContent, 'count' | 'halfWritten'>;
}

type OpenSheet = 'team' | 'incident' | 'close';

export function SessionDesk({ work, session, content: { count, halfWritten } }: SessionDeskProps) {
  const { t, language } = useTranslation();
  const [sheet, setSheet] = useState<OpenSheet>();
  const { record, incidents } = session;
  const roster = listRoster(session, work.teamMembers);
  const hide = () => setSheet(undefined);

  const saveIncident = (incident: { kind: string; note: string }) => {
    noteIncident(work, record, incident);
    showNotice({ text: t('sessions.incidentSaved', { what: findIncidentLabel(incident.kind, language) }) });
    hide();
  };
  const confirmClosing = (closing: Closing) => {
    closeSession(work, record, closing);
    hide();
    // What came of the session stands at the head of the screen.
    window.scrollTo(0, 0);
    showNotice({
      text: t('sessions.closedNotice'),
      action: { label: t('shell.action.undo'), onPress: () => reopenSession(work, record) },
    });
  };
  return (
    <>
      <Button
        className={styles.desk}
        variant="secondary"
        onClick={() => setSheet('team')}
        data-testid="team-open"
      >
        {t('sessions.team', { present: countHere(roster), count: roster.length })}
      </Button>
      <Button
        className={styles.desk}
        variant="secondary"
        onClick={() => setSheet('incident')}
        data-testid="incident-open"
      >
        {incidents.length > 0 ? t('sessions.incidents', { count: incidents.length }) : t('sessions.incident')}
      </Button>
      <Button
        className={styles.desk}
        variant="deep"
        onClick={() => setSheet('close')}
        data-testid="session-close"
      >
        {t('sessions.close')}
      </Button>
      {sheet === 'team' && <TeamSheet work={work} session={session} onClose={hide} />}
      {sheet === 'incident' && <IncidentSheet onSave={saveIncident} onClose={hide} />}
      {sheet === 'close' && (
        <CloseSheet
          {...{ session, count, halfWritten: halfWritten.length }}
          team={{ present: session.members.length, count: roster.length }}
          onIncident={() => setSheet('incident')}
          onConfirm={confirmClosing}
          onClose={hide}
        />
      )}
    </>
  );
}
