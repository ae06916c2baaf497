/** Hôm nay: what was begun, what is due, whom to tell. Continues the last draft in one tap. */
import type { ReactNode } from 'react';
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { findWord } from '#shared/rules/heads-word';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { findLodging, getAppointment, getCitizenId, isOpen, listToday } from './list-today.ts';

interface TodayViewProps {
  readonly work: Work;
  /** What concerns this phone and not its work: a machine that waits for approval. */
  readonly notice?: ReactNode;
}

export function TodayView({ work, notice }: TodayViewProps) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const today = dayOfInstant(work.now());
  const lists = listToday({
    dossiers: work.store.listRecords('dossier'),
    sessions: work.store.listRecords('session'),
    reviews: work.store.listRecords('review'),
    today,
  });
  const isEmpty = Object.values(lists).every((list) => list.length === 0);
  return (
    <Page>
      <PageHeading
        overline={`${formatWeekdayAndDay(today, translator)} · ${work.member.hamlet ?? work.commune.name}`}
        title={t('today.greeting', { name: work.member.name })}
      />
      {notice}
      {lists.returned.map((session) => (
        <ReturnedCard key={session.record} session={session} work={work} />
      ))}
      {lists.sessions.map((session) => (
        <SessionCard key={session.record} session={session} />
      ))}
      {isEmpty && (
        <EmptyState
          icon="sun"
          title={t('today.empty')}
          actions={<LinkButton href="/buoi">{t('today.openSession')}</LinkButton>}
        >
          {t('today.emptyHint')}
        </EmptyState>
      )}
      <Dossiers title={t('today.unfinished')} dossiers={lists.drafts} work={work} />
      <Dossiers title={t('today.agenda')} dossiers={lists.appointments} work={work} />
      <Dossiers
        title={t('today.tellPeople', { count: lists.news.length })}
        dossiers={lists.news}
        work={work}
      />
    </Page>
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

interface DossiersProps {
  readonly title: string;
  readonly dossiers: readonly RecordView[];
  readonly work: Work;
}

function Dossiers({ title, dossiers, work }: DossiersProps) {
  if (dossiers.length === 0) return null;
  return (
    <Section title={title}>
      <List>
        {dossiers.map((dossier) => (
          <DossierRow key={dossier.record} dossier={dossier} work={work} />
        ))}
      </List>
    </Section>
  );
}

function DossierRow({ dossier, work }: { readonly dossier: RecordView; readonly work: Work }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const name = String(work.store.findRecord(getCitizenId(dossier) as RecordId)?.values['fullName'] ?? '');
  const procedure = findProcedure(String(dossier.values['procedure']))?.name[language] ?? t('today.draft');
  const appointment = getAppointment(dossier);
  const lodging = findLodging(dossier);
  const words = describeCustody(
    work.readCustody(dossier.record),
    { lodging, name, appointmentDay: appointment?.day },
    translator,
  );
  const when = appointment
    ? [t('today.appointment', { part: t(`today.${appointment.part}`) }), appointment.place]
    : [];
  const standing = words.lodging ? [words.lodging] : when;
  return (
    <ListRow
      leading={<Initials name={name} tone={words.tone === 'good' ? 'lead' : 'attention'} />}
      title={name}
      subtitle={[procedure, ...standing].filter(Boolean).join(' · ')}
      href={`/ho-so/${dossier.record}`}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
