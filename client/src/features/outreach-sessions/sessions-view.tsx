/** All sessions that this phone knows: the open one first, and the form for opening another. */
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { sessionKinds } from '#shared/model/outreach-session';
import { describeCustody } from '../../custody/describe-custody.ts';
import { isToBeMended } from '#shared/rules/heads-word';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type Opening, openSession } from './actions.ts';
import { OpenSessionForm } from './open-session-form.tsx';
import { findChosenSession, useSessions } from './queries.ts';
import type { SessionFacts } from './read-session.ts';
import { SameSessions } from './same-session.tsx';
import { suggestOpening } from './suggest-opening.ts';

interface SessionsViewProps {
  readonly work: Work;
}

export function SessionsView({ work }: SessionsViewProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const sessions = useSessions(work);
  useSnapshot(work.store, () => work.store.version);
  const [isOpening, setOpening] = useState(false);
  // One that somebody said is another's twin goes on under that one.
  const chosen = sessions.filter(({ record }) => findChosenSession(work.store, record) === record);
  const open = chosen.filter((session) => session.closedAt === undefined);
  const closed = chosen.filter((session) => session.closedAt !== undefined);
  const [search] = useSearchParams();
  const kind = sessionKinds.find((one) => one === search.get('loai'));
  const suggestion = useMemo(
    () =>
      suggestOpening(sessions, {
        id: work.member.id,
        hamlet: work.member.hamlet,
        usualPlace: (hamlet) => t('sessions.usualPlace', { hamlet }).trim(),
      }),
    [sessions, work.member, t],
  );
  const start = (opening: Opening) => navigate(`/buoi/${openSession(work, opening)}`);
  const showsForm = open.length === 0 || isOpening || kind !== undefined;
  return (
    <Page>
      <PageHeading help={t('help.sessions')} title={t('sessions.title')} />
      {open.map((session) => (
        <OpenSessionCard key={session.record} session={session} today={dayOfInstant(work.now())} />
      ))}
      <SameSessions work={work} sessions={sessions} />
      {showsForm ? (
        <OpenSessionForm suggestion={kind ? { ...suggestion, kind } : suggestion} onOpen={start} />
      ) : (
        <Button variant="secondary" onClick={() => setOpening(true)} data-testid="session-open-another">
          {t('sessions.openAnother')}
        </Button>
      )}
      <LinkButton href="/vao-buoi" variant="secondary" icon="qr" wide>
        {t('teamwork.joinByCode')}
      </LinkButton>
      {sessions.length === 0 && <p>{t('sessions.emptyText')}</p>}
      {closed.length > 0 && (
        <Section title={t('sessions.earlier')}>
          <List>
            {closed.map((session) => (
              <ClosedRow key={session.record} work={work} session={session} />
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
}

function OpenSessionCard({ session, today }: { readonly session: SessionFacts; readonly today: string }) {
  const { t } = useTranslation();
  const { openedAt, day, place, record } = session;
  return (
    <Card tone="lead">
      <p>
        {day === today
          ? t('sessions.openSince', { time: formatTime(openedAt) })
          : t('sessions.openSinceDay', { day: formatShortDay(day) })}
      </p>
      <h2>{place}</h2>
      <LinkButton href={`/buoi/${record}`} wide>
        {t('sessions.enter')}
      </LinkButton>
    </Card>
  );
}

function ClosedRow({ work, session }: { readonly work: Work; readonly session: SessionFacts }) {
  const translator = useTranslation();
  const { t } = translator;
  const words = describeCustody(work.readCustody(session.record), undefined, translator);
  const record = work.store.findRecord(session.record);
  const isReturned = record !== undefined && isToBeMended(record, work.store.listRecords('review'));
  const between = t('sessions.closedBetween', {
    day: formatShortDay(session.day),
    from: formatTime(session.openedAt),
    to: formatTime(session.closedAt ?? session.openedAt),
  });
  return (
    <ListRow
      title={session.place}
      subtitle={[isReturned && t('sessions.wordReturned'), between].filter(Boolean).join(' · ')}
      href={`/buoi/${session.record}`}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
