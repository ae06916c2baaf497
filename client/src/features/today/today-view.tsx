/** Hôm nay: what was begun, what is due, whom to tell. Continues the last draft in one tap. */
import type { ReactNode } from 'react';
import { findWord } from '#shared/rules/heads-word';
import { listPlans, type SessionPlan } from '#shared/rules/session-plan';
import type { UnfinishedPerson } from '../../custody/list-unfinished.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Agenda } from './agenda.tsx';
import { Begun, type DescribeBegun } from './draft-card.tsx';
import { listGoingOn } from './list-going-on.ts';
import { listNews } from './list-news.ts';
import { type AskedItem, isOpen, listToday } from './list-today.ts';
import { NewsList } from './news-list.tsx';
import { PlanCard } from './plan-card.tsx';
import { type DescribeLeft, Undated } from './undated-list.tsx';

interface TodayViewProps {
  readonly work: Work;
  /** What concerns this phone and not its work: a machine that waits for approval. */
  readonly notice?: ReactNode;
  /** Whoever was begun and left half way. */
  readonly listHalfWritten: (work: Work) => readonly UnfinishedPerson[];
  readonly describeBegun: DescribeBegun;
  readonly describeLeft: DescribeLeft;
  /** Opens the session that was planned, and goes there. */
  readonly onOpenPlan: (plan: SessionPlan) => void;
}

export function TodayView(props: TodayViewProps) {
  const { work, notice, listHalfWritten, describeBegun, describeLeft, onOpenPlan } = props;
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const today = dayOfInstant(work.now());
  const dossiers = work.store.listRecords('dossier');
  const { begun, undated, sessions, agenda, returned, asked } = listToday({
    dossiers: listGoingOn(work, 'dossier'),
    accounts: listGoingOn(work, 'accountSetup'),
    people: listHalfWritten(work),
    sessions: work.store.listRecords('session'),
    reviews: work.store.listRecords('review'),
    member: work.member,
    today,
  });
  const plans = listPlans(work.store.listRecords('sessionPlan')).filter(({ day }) => day === today);
  return (
    <Page>
      <PageHeading
        overline={`${formatWeekdayAndDay(today, translator, today)} · ${work.member.hamlet ?? work.commune.name}`}
        help={t('help.today')}
        title={t('today.greeting', { name: work.member.name })}
      />
      {notice}
      {returned.map((session) => (
        <ReturnedCard key={session.record} session={session} work={work} />
      ))}
      {asked.map((item) => (
        <AskedCard key={item.question.key} item={item} today={today} />
      ))}
      <Begun work={work} items={begun} describe={describeBegun} />
      {agenda.length + sessions.length + plans.length > 0 && (
        <Section title={t('today.agenda')}>
          {sessions.map((session) => (
            <SessionCard key={session.record} session={session} today={today} />
          ))}
          {plans.map((plan) => (
            <PlanCard key={plan.record} work={work} plan={plan} onOpen={() => onOpenPlan(plan)} />
          ))}
          <Agenda work={work} items={agenda} />
        </Section>
      )}
      {agenda.length + sessions.length + plans.length + returned.length + asked.length === 0 && (
        <NothingPlanned />
      )}
      <Undated work={work} setups={undated} describe={describeLeft} most={UNDATED_SHOWN} />
      <NewsList work={work} news={listNews(dossiers, today, work.officeTimes.calendar)} />
    </Page>
  );
}

/** The first screen stays one that is read standing. */
const UNDATED_SHOWN = 3;

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
      <p>{t('today.sentBack', { day: formatShortDay(String(values['day']), dayOfInstant(work.now())) })}</p>
      <h2>{String(values['place'] ?? '')}</h2>
      {reason && <p data-testid="sent-back-reason">{reason}</p>}
      <LinkButton href={`/buoi/${record}`} variant="secondary" wide>
        {t('today.mendSession')}
      </LinkButton>
    </Card>
  );
}

interface AskedCardProps {
  readonly item: AskedItem;
  readonly today: string;
}

function AskedCard({ item: { session, question }, today }: AskedCardProps) {
  const { t } = useTranslation();
  const { values, record } = session;
  const isNext = question.about === 'nextSession';
  const facts = { name: question.by, day: formatShortDay(String(values['day']), today) };
  return (
    <Card tone="attention">
      <p>{isNext ? t('today.askedNext', facts) : t('today.asked', facts)}</p>
      <h2>{String((isNext && values['hamlet']) || (values['place'] ?? ''))}</h2>
      <p data-testid="asked-question">{question.text}</p>
      <LinkButton href={`/buoi/${record}`} variant="secondary" wide>
        {t('today.answerAsked')}
      </LinkButton>
      {isNext && (
        <LinkButton href="/buoi" wide>
          {t('today.openSession')}
        </LinkButton>
      )}
    </Card>
  );
}

function SessionCard({ session, today }: { readonly session: RecordView; readonly today: string }) {
  const { t } = useTranslation();
  const { values, record } = session;
  const day = String(values['day']);
  const facts = { time: formatTime(Number(values['openedAt'])), day: formatShortDay(day, today) };
  const since = isOpen(session)
    ? t(day === today ? 'today.sessionOpen' : 'today.sessionOpenSince', facts)
    : t('today.sessionDay', facts);
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
