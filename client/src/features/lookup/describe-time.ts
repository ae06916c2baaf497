/** How long a procedure takes, in words. Counts no working days. */
import type { Procedure, ProcessingTime } from '#shared/rules/procedure';
import type { Translator } from '../../i18n/translate.ts';

export function describeTime(time: ProcessingTime | undefined, { t }: Translator): string {
  if (time === undefined) return t('lookup.time.unknown');
  if (time.unit !== 'sameDay') return t(`lookup.time.${time.unit}`, { count: time.amount });
  return time.cutOff === undefined
    ? t('lookup.time.sameDay')
    : t('lookup.time.sameDayCutOff', { hour: time.cutOff });
}

/** The usual time, then that of each other case. */
export function describeTimes(
  { processingTime, timeCases = [] }: Pick<Procedure, 'processingTime' | 'timeCases'>,
  translator: Translator,
): string[] {
  const { t, language } = translator;
  return [
    describeTime(processingTime, translator),
    ...timeCases.map(({ when, time }) =>
      t('lookup.time.case', { when: when[language], what: describeTime(time, translator) }),
    ),
  ];
}
