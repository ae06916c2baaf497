/** On the first screen of somebody with another role: the way to the head's page, and what of their words came too late to count. */
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { countUncounted } from './count-uncounted.ts';

interface DeputyLineProps {
  readonly work: Work;
  readonly href: string;
}

export function DeputyLine({ work, href }: DeputyLineProps) {
  const translator = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const days = describeDays(work, translator);
  const uncounted = countUncounted(work);
  if (days === undefined && uncounted === 0) return null;
  return (
    <List>
      {days !== undefined && (
        <ListRow
          href={href}
          leading={<Icon name="check" />}
          title={<span data-testid="deputy-line">{days}</span>}
        />
      )}
      {uncounted > 0 && (
        <ListRow
          href={href}
          leading={<Icon name="warning" />}
          title={translator.t('review.deputy.uncounted', { count: uncounted })}
          subtitle={translator.t('errors.outsideDelegation')}
        />
      )}
    </List>
  );
}

/** Undefined where no day is left. */
function describeDays({ delegation, now }: Work, { t }: Translator): string | undefined {
  const today = dayOfInstant(now());
  if (!delegation || today > delegation.to) return undefined;
  const [from, to] = [formatShortDay(delegation.from, today), formatShortDay(delegation.to, today)];
  return today < delegation.from
    ? t('review.deputy.lineComing', { from, to })
    : t('review.deputy.line', { to });
}
