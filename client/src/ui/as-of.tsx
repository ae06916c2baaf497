/** How old a list is; with the day when that is not today. */
import { dayOfInstant, formatDayAndTime, formatTime } from '../i18n/format-values.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Badge } from './badge.tsx';

interface AsOfProps {
  /** Milliseconds since 1970, as is `now`. */
  readonly at: number;
  readonly now: number;
  readonly isOld: boolean;
}

export function AsOf({ at, now, isOld }: AsOfProps) {
  const translator = useTranslation();
  const isToday = dayOfInstant(at) === dayOfInstant(now);
  const time = isToday ? formatTime(at) : formatDayAndTime(at, translator);
  return <Badge tone={isOld ? 'neutral' : 'lead'}>{translator.t('frame.dataAsOf', { time })}</Badge>;
}
