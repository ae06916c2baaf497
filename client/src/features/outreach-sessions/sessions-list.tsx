/** The rows of the list of sessions: open ones as cards, planned ones, closed ones. */
import { describeCustody } from '../../custody/describe-custody.ts';
import { isToBeMended } from '#shared/rules/heads-word';
import type { SessionPlan } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatRelativeDay, formatShortDay, formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import type { SessionFacts } from './read-session.ts';

interface OpenSessionCardProps {
  readonly session: SessionFacts;
  readonly today: string;
}

export function OpenSessionCard({ session, today }: OpenSessionCardProps) {
  const { t } = useTranslation();
  const { openedAt, day, place, record } = session;
  return (
    <Card tone="lead">
      <p>
        {day === today
          ? t('sessions.openSince', { time: formatTime(openedAt) })
          : t('sessions.openSinceDay', { day: formatShortDay(day, today) })}
      </p>
      <h2>{place}</h2>
      <LinkButton href={`/buoi/${record}`} wide>
        {t('sessions.enter')}
      </LinkButton>
    </Card>
  );
}

interface PlanRowProps {
  readonly plan: SessionPlan;
  readonly today: string;
  readonly isShown: boolean;
}

export function PlanRow({ plan, today, isShown }: PlanRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { record, place, day, time, people } = plan;
  const when = { day: formatRelativeDay(day, today, translator), time };
  return (
    <ListRow
      title={place}
      subtitle={
        people === undefined
          ? t('sessions.plan.when', when)
          : t('sessions.plan.whenPeople', { ...when, count: people })
      }
      href={`/buoi?lich=${record}`}
      current={isShown}
      trailing={day < today && <Badge tone="attention">{t('sessions.plan.passed')}</Badge>}
    />
  );
}

interface ClosedRowProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly isShown: boolean;
}

export function ClosedRow({ work, session, isShown }: ClosedRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const words = describeCustody(work.readCustody(session.record), undefined, translator);
  const record = work.store.findRecord(session.record);
  const isReturned = record !== undefined && isToBeMended(record, work.store.listRecords('review'));
  const between = t('sessions.closedBetween', {
    day: formatShortDay(session.day, dayOfInstant(work.now())),
    from: formatTime(session.openedAt),
    to: formatTime(session.closedAt ?? session.openedAt),
  });
  return (
    <ListRow
      title={session.place}
      subtitle={[isReturned && t('sessions.wordReturned'), between].filter(Boolean).join(' · ')}
      href={`/buoi?xem=${session.record}`}
      current={isShown}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
