/** What is left of a session after closing: its sentences, its incidents, and the way to open it again. */
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { reopenSession } from './actions.ts';
import type { Identify, SessionCount } from './count-session.ts';
import { describeForGroup, describePicture, type GroupFacts } from './describe-for-group.ts';
import { GroupPicture } from './group-picture.tsx';
import { GroupText } from './group-text.tsx';
import { findIncidentLabel } from './incident-sheet.tsx';
import { listLate } from './list-late.ts';
import { listRoster } from './list-roster.ts';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';
import { summariseSession } from './summarise-session.ts';

interface ClosedSessionProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly count: SessionCount;
  readonly lists: readonly AttendanceList[];
  readonly identify: Identify;
  readonly groupFacts: GroupFacts;
}

export function ClosedSession({ work, session, count, lists, identify, groupFacts }: ClosedSessionProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { satisfaction, incidents, noIncident } = session;
  const roster = listRoster(session, []);
  const team = { present: session.members.length, count: roster.length };
  const answers = satisfaction && (['good', 'fair', 'poor'] as const);
  return (
    <>
      <Banner tone="good" title={t('sessions.closed')}>
        {t('sessions.closedAt', { time: formatTime(session.closedAt ?? 0) })}
      </Banner>
      {listLate(session, lists, identify).map(({ owner, people }, at) => (
        <Banner key={at} title={t('teamwork.lateTitle', { count: people, name: owner })}>
          {t('teamwork.lateText')}
        </Banner>
      ))}
      <Card>
        {summariseSession(count, team, translator).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {answers && (
          <p>
            {answers
              .map((answer) => `${t(`sessions.satisfaction.${answer}`)} ${satisfaction[answer]}`)
              .join(' · ')}
          </p>
        )}
        {team.present < team.count && (
          <p>
            {t('sessions.teamMissing', {
              names: roster.flatMap(({ state, name }) => (state === 'awaited' ? [name] : [])).join(', '),
            })}
          </p>
        )}
        {noIncident && incidents.length === 0 && <p>{t('sessions.noIncident')}</p>}
        {incidents.map(({ kind, note, at }) => (
          <p key={at}>
            {formatTime(at)} {findIncidentLabel(kind, language)}
            {note && `: ${note}`}
          </p>
        ))}
      </Card>
      <GroupPicture picture={describePicture(groupFacts, translator)} />
      <GroupText text={describeForGroup(groupFacts, translator)} />
      <Button variant="secondary" icon="undo" onClick={() => reopenSession(work, session.record)}>
        {t('sessions.reopen')}
      </Button>
    </>
  );
}
