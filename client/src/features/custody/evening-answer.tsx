/** The evening's one answer over the whole screen: the commune has all of today's work, and who is to be seen tomorrow. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import type { DeviceFacts } from '../../custody/open-device.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { countWork, isWhole } from './count-work.ts';
import styles from './evening-answer.module.css';
import { useRecords } from './queries.ts';

/** Pieces of work of today, all of them with the commune; undefined as long as that is not true, or there were none. */
export function useReceivedToday(
  work: Work,
  { line, trouble, standing }: Pick<DeviceFacts, 'line' | 'trouble' | 'standing'>,
): number | undefined {
  const records = useRecords(work);
  const isOwn = (record: RecordId) => work.store.findEntry(record)?.row !== undefined;
  const own = records.filter(({ record }) => isOwn(record));
  const isHeard = line.lastAnswerAt !== undefined && line.refusedAs === undefined;
  if (standing !== 'approved' || trouble !== undefined || !isHeard) return undefined;
  if (!own.every(({ record }) => isWhole(work.readCustody(record)))) return undefined;
  const count = countWork(own, dayOfInstant(work.now()));
  return count > 0 ? count : undefined;
}

interface EveningAnswerProps {
  readonly count: number;
  /** Milliseconds. */
  readonly receivedAt: number;
  /** Who is to be seen tomorrow, drawn by whoever knows appointments. */
  readonly tomorrow: ReactNode;
}

export function EveningAnswer({ count, receivedAt, tomorrow }: EveningAnswerProps) {
  const { t } = useTranslation();
  return (
    <Card tone="lead">
      <div className={styles.answer} data-testid="evening-answer">
        <p className={styles.ticks} aria-hidden="true">
          <Icon name="check" />
          <Icon name="check" />
        </p>
        <p className={styles.words} role="status">
          {t('custody.page.today', { count })}
        </p>
        <p>{t('custody.page.nothingWaiting')}</p>
        <p>{t('custody.page.lastSent', { time: formatTime(receivedAt) })}</p>
        <div className={styles.tomorrow}>{tomorrow}</div>
      </div>
    </Card>
  );
}
