/** The three figures of a session, large enough to be read from the other side of a table, and what colleagues added. */
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { StatNumber, StatRow } from '../../ui/stat-number.tsx';
import type { OtherPhone, SessionCount } from './count-session.ts';
import styles from './session-view.module.css';

interface SessionFiguresProps {
  readonly count: SessionCount;
  readonly others: readonly OtherPhone[];
}

export function SessionFigures({ count, others: phones }: SessionFiguresProps) {
  const { t } = useTranslation();
  const others = phones.filter((phone) => phone.people > 0);
  return (
    <section aria-label={t('sessions.figures')}>
      <Card>
        <StatRow>
          <StatNumber value={count.people} label={t('sessions.present')} />
          <StatNumber value={count.waiting} label={t('sessions.waiting')} />
          <StatNumber value={count.done} label={t('sessions.finished')} />
        </StatRow>
        {others.length > 0 && (
          <p className={styles.badges}>
            {others.map(({ owner, people, told }, at) => (
              <Badge key={at} tone="lead">
                {told
                  ? t('teamwork.fromCode', { count: people, letter: told.letter, time: formatTime(told.at) })
                  : t('sessions.fromPhone', { count: people, name: owner })}
              </Badge>
            ))}
          </p>
        )}
      </Card>
    </section>
  );
}
