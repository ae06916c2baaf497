/** What the officer is told before a dossier is late, each with the dossiers that it counts. */
import type { OfficeTimes } from '#data/office-times';
import { onTimeTexts } from '#data/on-time-texts';
import { fillBlanks } from '#shared/rules/bilingual-text';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import type { DeskEntry } from './arrange-desk.ts';
import styles from './desk.module.css';
import { DeskRows } from './desk-rows.tsx';
import { remindOfDesk } from './find-term.ts';

interface RemindersProps {
  readonly entries: readonly DeskEntry[];
  readonly current: string | undefined;
  readonly now: number;
  readonly times: OfficeTimes;
  /** `yyyy-mm-dd`. */
  readonly today: string;
}

export function Reminders({ entries, current, now, times, today }: RemindersProps) {
  const { language } = useTranslation();
  const reminders = remindOfDesk(entries, now, times);
  if (reminders.length === 0) return null;
  return (
    <div className={styles.reminders}>
      {reminders.map(({ key, entries: counted }) => (
        <details key={key} data-testid={key} data-urgent={key !== 'reminder.dueSoon' || undefined}>
          <summary>
            <Icon name={key === 'reminder.dueSoon' ? 'clock' : 'warning'} />
            <span>{fillBlanks(onTimeTexts[key][language], { count: counted.length })}</span>
            <Icon name="chevronDown" size="small" />
          </summary>
          <DeskRows entries={counted} current={current} today={today} />
        </details>
      ))}
    </div>
  );
}
