/** Every appointment that is still to be kept, by day, with the chosen one beside them on a laptop. */
import { useSearchParams } from 'wouter';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatRelativeDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { CallLink } from '../../ui/call-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { describeItem } from './agenda.tsx';
import { listGoingOn } from './list-going-on.ts';
import { type AgendaItem, findHref, listAgenda, listUndated } from './list-today.ts';
import { findContact } from './name-work.ts';
import { type DescribeLeft, Undated } from './undated-list.tsx';

interface AppointmentsViewProps {
  readonly work: Work;
  readonly describeLeft: DescribeLeft;
}

export function AppointmentsView({ work, describeLeft }: AppointmentsViewProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const [search] = useSearchParams();
  const shown = search.get('xem');
  const today = dayOfInstant(work.now());
  const accounts = listGoingOn(work, 'accountSetup');
  const items = listAgenda(listGoingOn(work, 'dossier'), accounts, today);
  const undated = listUndated(accounts);
  const chosen = items.find(({ view }) => view.record === shown);
  return (
    <Page width="wide">
      <SplitView
        list={
          <>
            <PageHeading help={t('help.appointments')} title={t('today.appointmentsTitle')} />
            {items.length + undated.length === 0 && (
              <EmptyState icon="calendar" title={t('today.appointmentsEmpty')}>
                {t('today.appointmentsEmptyText')}
              </EmptyState>
            )}
            <Days work={work} items={items} shown={shown} />
            <Undated work={work} setups={undated} describe={describeLeft} />
          </>
        }
        detail={chosen && <AppointmentDetail work={work} item={chosen} />}
        placeholder={<EmptyState icon="calendar" title={t('today.chooseAppointment')} />}
        detailLabel={t('today.appointmentDetail')}
      />
    </Page>
  );
}

interface DaysProps {
  readonly work: Work;
  readonly items: readonly AgendaItem[];
  readonly shown: string | null;
}

function Days({ work, items, shown }: DaysProps) {
  const translator = useTranslation();
  const today = dayOfInstant(work.now());
  return [...new Set(items.map(({ day }) => day))].map((day) => (
    <Section
      key={day}
      title={formatRelativeDay(day, today, translator)}
      trailing={<DayState day={day} today={today} />}
    >
      <List>
        {items
          .filter((item) => item.day === day)
          .map((item) => (
            <ListRow
              key={item.view.record}
              title={findContact(work, item.view, translator).name}
              subtitle={describeItem(item, translator)}
              trailing={item.part && <span>{translator.t(`today.${item.part}`)}</span>}
              href={`/hen?xem=${item.view.record}`}
              current={item.view.record === shown}
            />
          ))}
      </List>
    </Section>
  ));
}

function DayState({ day, today }: { readonly day: string; readonly today: string }) {
  const { t } = useTranslation();
  return day < today ? <Badge tone="attention">{t('today.past')}</Badge> : null;
}

function AppointmentDetail({ work, item }: { readonly work: Work; readonly item: AgendaItem }) {
  const translator = useTranslation();
  const { t } = translator;
  const { name, phone } = findContact(work, item.view, translator);
  const part = item.part && t(`today.${item.part}`);
  return (
    <>
      <TopBar
        title={name}
        subtitle={[formatWeekdayAndDay(item.day, translator), part].filter(Boolean).join(' · ')}
        backHref="/hen"
        backLabel={t('shell.action.back')}
      />
      {item.isOverdue && <DayState day={item.day} today={dayOfInstant(work.now())} />}
      <p>{describeItem(item, translator)}</p>
      {phone === undefined ? (
        <p>{t('today.noPhone')}</p>
      ) : (
        <CallLink phone={phone} label={t('shell.action.call')} name={name} />
      )}
      <LinkButton href={findHref(item)} wide>
        {t(item.type === 'account' ? 'today.openAccount' : 'dossiers.list.open')}
      </LinkButton>
    </>
  );
}
