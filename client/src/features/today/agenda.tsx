/** Appointments of today in their order, after those that have passed, which say so: part of the section of the day. */
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { type AgendaItem, findHref } from './list-today.ts';
import { findContact, nameProcedure } from './name-work.ts';

interface AgendaProps {
  readonly work: Work;
  readonly items: readonly AgendaItem[];
}

export function Agenda({ work, items }: AgendaProps) {
  const translator = useTranslation();
  const { t } = translator;
  if (items.length === 0) return null;
  return (
    <List label={t('today.appointmentsTitle')}>
      {items.map((item) => (
        <ListRow
          key={item.view.record}
          title={t('today.appointmentWith', { name: findContact(work, item.view, translator).name })}
          subtitle={describeItem(item, translator)}
          href={findHref(item)}
          trailing={<DayBadge item={item} today={dayOfInstant(work.now())} />}
        />
      ))}
    </List>
  );
}

interface DayBadgeProps {
  readonly item: AgendaItem;
  readonly today: string;
}

function DayBadge({ item: { day, part, isOverdue }, today }: DayBadgeProps) {
  const { t } = useTranslation();
  if (isOverdue)
    return <Badge tone="attention">{t('today.overdue', { day: formatShortDay(day, today) })}</Badge>;
  return <Badge tone="neutral">{t(part ? `today.${part}` : 'today.thisDay')}</Badge>;
}

export function describeItem({ type, view, place }: AgendaItem, translator: Translator): string {
  const { t } = translator;
  const isPoliceDay = view.values['followUpDay'] === undefined;
  const account = t(isPoliceDay ? 'account.followUp.police' : 'today.account');
  const what = type === 'account' ? account : nameProcedure(view, translator);
  return [what, place].filter(Boolean).join(' · ');
}
