/** On the first screen of somebody with another role: the way to the head's page, on the days of their delegation and before. */
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';

interface DeputyLineProps {
  readonly work: Work;
  readonly href: string;
}

export function DeputyLine({ work, href }: DeputyLineProps) {
  const { t } = useTranslation();
  const { delegation } = work;
  const today = dayOfInstant(work.now());
  if (!delegation || today > delegation.to) return null;
  const [from, to] = [formatShortDay(delegation.from), formatShortDay(delegation.to)];
  return (
    <List>
      <ListRow
        href={href}
        leading={<Icon name="check" />}
        title={
          <span data-testid="deputy-line">
            {today < delegation.from
              ? t('review.deputy.lineComing', { from, to })
              : t('review.deputy.line', { to })}
          </span>
        }
      />
    </List>
  );
}
