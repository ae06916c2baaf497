/** Asks under the box of a day whether it is meant: it has passed, or is years ahead. Stops nobody. */
import { formatDay } from '../i18n/format-values.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Banner } from './banner.tsx';
import { judgeDay } from './judge-day.ts';

interface DayNoteProps {
  /** "yyyy-mm-dd", or what was typed of it so far. */
  readonly day: string;
  readonly today: string;
  /** Further ahead is doubted. */
  readonly years?: number;
}

export function DayNote({ day, today, years = 1 }: DayNoteProps) {
  const { t } = useTranslation();
  const doubt = judgeDay(day, today, years);
  if (!doubt) return null;
  const words = { day: formatDay(day), count: years };
  return (
    <Banner tone="attention" icon="calendar" live>
      <span data-testid="day-note">
        {doubt === 'past' ? t('frame.day.past', words) : t('frame.day.far', words)}
      </span>
    </Banner>
  );
}
