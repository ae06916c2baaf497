/** What an edited calendar would change, before anybody saves it: the days, and when what comes in today would be due. */
import type { OfficeTimes } from '#data/office-times';
import { listDayChanges, listTermChanges } from '#shared/rules/own-calendar';
import { formatDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import styles from './administration.module.css';
import { describeHours } from './describe-hours.ts';

interface CalendarPreviewProps {
  readonly before: OfficeTimes;
  readonly after: OfficeTimes;
  /** yyyy-mm-dd. */
  readonly today: string;
}

export function CalendarPreview({ before, after, today }: CalendarPreviewProps) {
  const translator = useTranslation();
  const { t } = translator;
  const lines = listLines({ before, after, today }, translator);
  return (
    <Banner icon="calendar" live title={t('administration.calendar.changes')}>
      {lines.length === 0 ? (
        t('administration.calendar.noChange')
      ) : (
        <ul className={styles.changes}>
          {lines.map((line) => (
            <li key={line} data-testid="calendar-change">
              {line}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}

function listLines({ before, after, today }: CalendarPreviewProps, translator: Translator): string[] {
  const { t } = translator;
  const days = listDayChanges(before.calendar, after.calendar).map(({ date, from, to }) =>
    t('administration.calendar.dayChange', {
      day: formatWeekdayAndDay(date, translator),
      from: t(`administration.calendar.state.${from}`),
      to: t(`administration.calendar.state.${to}`),
    }),
  );
  const terms = listTermChanges(before.calendar, after.calendar, today).map(({ term, from, to }) =>
    t('administration.calendar.termChange', { count: term, from: formatDay(from), to: formatDay(to) }),
  );
  const [hoursBefore, hoursAfter] = [describeHours(before, translator), describeHours(after, translator)];
  return [...days, ...terms, ...(hoursBefore === hoursAfter ? [] : [hoursAfter])];
}
