/** When a result would be due if the dossier came in now, in one line. The date that binds is on the official receipt. */
import { deadlineTexts } from '#data/deadline-texts';
import type { OfficeTimes } from '#data/office-times';
import { fillBlanks } from '#shared/rules/bilingual-text';
import { countDeadline, type DeadlineKey } from '#shared/rules/deadlines';
import type { Procedure } from '#shared/rules/procedure';
import { dayOfInstant, formatDayAndTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';

/** The others say only what stands beside it already: received today, and the term. */
const WORTH_SAYING: readonly DeadlineKey[] = [
  'deadline.afterCutOff',
  'deadline.outOfHours',
  'deadline.movedFrom',
  'deadline.holidays',
  'deadline.maybeClosed',
  'deadline.calendarEnds',
];

interface Reckoning {
  /** When it would come in. */
  readonly now: number;
  readonly times: OfficeTimes;
}

/** Undefined where no term is known. */
export function describeDue(
  { processingTime, field }: Pick<Procedure, 'processingTime' | 'field'>,
  { now, times }: Reckoning,
  translator: Translator,
): string | undefined {
  if (processingTime === undefined) return undefined;
  const { dueAt, lines } = countDeadline({
    time: processingTime,
    receivedAt: now,
    hours: times.getHours(field),
    calendar: times.calendar,
  });
  if (dueAt === null) return undefined;
  const reasons = lines
    .filter(({ key }) => WORTH_SAYING.includes(key))
    .map(({ key, params }) => fillBlanks(deadlineTexts[key][translator.language], params));
  const due =
    processingTime.unit === 'hour'
      ? formatDayAndTime(dueAt, translator)
      : formatWeekdayAndDay(dayOfInstant(dueAt), translator);
  return [due, ...reasons].join(' · ');
}

/** The usual day, then that of each other case; empty where no term is known. */
export function describeDueDays(
  { timeCases = [], ...procedure }: Pick<Procedure, 'processingTime' | 'timeCases' | 'field'>,
  reckoning: Reckoning,
  translator: Translator,
): string[] {
  const { t, language } = translator;
  const usual = describeDue(procedure, reckoning, translator);
  if (usual === undefined) return [];
  const others = timeCases.map(({ when, time }) =>
    t('lookup.time.case', {
      when: when[language],
      what: describeDue({ ...procedure, processingTime: time }, reckoning, translator) ?? '',
    }),
  );
  return [usual, ...others];
}
