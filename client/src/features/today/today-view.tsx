/** Hôm nay: what was begun, what is due, whom to tell. Continues the last draft in one tap. */
import type { ReactNode } from 'react';
import { findWord } from '#shared/rules/heads-word';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Agenda } from './agenda.tsx';
import { type DescribeLacks, Drafts } from './draft-card.tsx';
import { listNews } from './list-news.ts';
import { isOpen, listToday } from './list-today.ts';
import { NewsList } from './news-list.tsx';

interface TodayViewProps {
  readonly work: Work;
  /** What concerns this phone and not its work: a machine that waits for approval. */
  readonly notice?: ReactNode;
  readonly describeLacks: DescribeLacks;
}

export function TodayView({ work, notice, describeLacks }: TodayViewProps) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const today = dayOfInstant(work.now());
  const dossiers = work.store.listRecords('dossier');
  const { drafts, sessions, agenda, returned } = listToday({
    dossiers,
    accounts: work.store.listRecords('accountSetup'),
    sessions: work.store.listRecords('session'),
    reviews: work.store.listRecords('review'),
    today,
  });
  return (
    <Page>
      <PageHeading
        overline={`${formatWeekdayAndDay(today, translator)} · ${work.member.hamlet ?? work.commune.name}`}
        help={t('help.today')}
        title={t('today.greeting', { name: work.member.name })}
      />
      {notice}
      {returned.map((session) => (
        <ReturnedCard key={session.record} session={session} work={work} />
      ))}
      {sessions.map((session) => (
        <SessionCard key={session.record} session={session} />
      ))}
      <Drafts work={work} drafts={drafts} describeLacks={describeLacks} />
      <Agenda work={work} items={agenda} />
      {agenda.length + sessions.length + returned.length === 0 && <NothingPlanned />}
      <NewsList work={work} news={listNews(dossiers, today, work.officeTimes.calendar)} />
    </Page>
  );
}

function NothingPlanned() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon="sun"
      title={t('today.empty')}
      actions={
        <>
          <LinkButton href="/buoi?loai=houseToHouse" variant="secondary">
            {t('today.visitHouses')}
          </LinkButton>
          <LinkButton href="/buoi">{t('today.openSession')}</LinkButton>
        </>
      }
    >
      {t('today.emptyHint')}
    </EmptyState>
  );
}

function ReturnedCard({ session, work }: { readonly session: RecordView; readonly work: Work }) {
  const { t } = useTranslation();
  const { values, record } = session;
  const reason = findWord(work.store.listRecords('review'), record)?.reason;
  return (
    <Card tone="attention">
      <p>{t('today.sentBack', { day: formatShortDay(String(values['day'])) })}</p>
      <h2>{String(values['place'] ?? '')}</h2>
      {reason && <p data-testid="sent-back-reason">{reason}</p>}
      <LinkButton href={`/buoi/${record}`} variant="secondary" wide>
        {t('today.mendSession')}
      </LinkButton>
    </Card>
  );
}

function SessionCard({ session }: { readonly session: RecordView }) {
  const { t } = useTranslation();
  const { values, record } = session;
  const since = isOpen(session)
    ? t('today.sessionOpen', { time: formatTime(Number(values['openedAt'])) })
    : t('today.sessionDay', { day: formatShortDay(String(values['day'])) });
  return (
    <Card tone={isOpen(session) ? 'lead' : 'plain'}>
      <p>{since}</p>
      <h2>{String(values['place'] ?? '')}</h2>
      <LinkButton href={`/buoi/${record}`} variant="secondary" wide>
        {t('today.enterSession')}
      </LinkButton>
    </Card>
  );
}
