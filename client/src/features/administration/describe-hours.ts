/** A commune's office hours in one line. */
import type { OfficeTimes } from '#data/office-times';
import type { Translator } from '../../i18n/translate.ts';

/** Residence is what some offices take on Saturday mornings. */
export function describeHours({ getHours }: OfficeTimes, { t }: Translator): string {
  const { opens, closes, saturdayCloses: until } = getHours('cuTru');
  const days = t('administration.calendar.open', { opens, closes });
  const saturday =
    until === undefined
      ? t('administration.calendar.noSaturday')
      : t('administration.calendar.saturday', { until });
  return `${days} ${saturday}`;
}
