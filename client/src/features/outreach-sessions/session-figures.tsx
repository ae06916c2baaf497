/** The three figures of a session, large enough to be read from the other side of a table, and what colleagues added. */
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

export function SessionFigures({ count, others }: SessionFiguresProps) {
  const { t } = useTranslation();
  const told = others.filter((phone) => phone.people > 0);
  return (
    <section aria-label={t('sessions.figures')}>
      <Card>
        <StatRow>
          <StatNumber value={count.people} label={t('sessions.present')} />
          <StatNumber value={count.waiting} label={t('sessions.waiting')} />
          <StatNumber value={count.done} label={t('sessions.finished')} />
        </StatRow>
        {told.length > 0 && (
          <p className={styles.badges}>
            {told.map(({ owner, people }, at) => (
              <Badge key={at} tone="lead">
                {t('sessions.fromPhone', { count: people, name: owner })}
              </Badge>
            ))}
          </p>
        )}
      </Card>
    </section>
  );
}
