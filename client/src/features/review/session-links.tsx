/** Sessions as links, each with one line about it. */
import { formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import type { LogEntry } from './arrange-log.ts';

interface SessionLinksProps {
  readonly entries: readonly LogEntry[];
  /** `yyyy-mm-dd` of the figures. */
  readonly today: string;
  readonly describe: (entry: LogEntry) => string;
}

export function SessionLinks({ entries, today, describe }: SessionLinksProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p>{t('review.noneCounted')}</p>;
  return (
    <List>
      {entries.map((entry) => (
        <ListRow
          key={entry.session.session}
          title={`${entry.session.place} · ${formatShortDay(entry.session.day, today)}`}
          subtitle={describe(entry)}
          href={`/nhat-ky/${entry.session.session}`}
        />
      ))}
    </List>
  );
}
