/** The day on which the rest of the way is gone on with; then it stands on the first screen. */
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DateField } from '../../ui/date-field.tsx';
import { DayNote } from '../../ui/day-note.tsx';
import { setFollowUpDay } from './actions.ts';

interface FollowUpDayProps {
  readonly work: Work;
  readonly setup: RecordId;
}

export function FollowUpDay({ work, setup }: FollowUpDayProps) {
  const { t } = useTranslation();
  const stored = work.store.findRecord(setup)?.values['followUpDay'];
  const [typed, setTyped] = useState(typeof stored === 'string' ? stored : '');
  const today = dayOfInstant(work.now());
  const isPast = /^\d{4}-/.test(typed) && typed < today;
  const change = (text: string, day: string | undefined) => {
    setTyped(text);
    if (day !== undefined && day < today) return;
    if (day !== undefined || text === '') setFollowUpDay(work, setup, day);
  };
  return (
    <>
      <DateField
        label={t('account.followUpDay')}
        hint={t('account.followUpDayHint')}
        value={typed}
        onChange={change}
        latestYear={Number(today.slice(0, 4)) + 1}
        invalidText={t('dossiers.route.dayInvalid')}
        error={isPast ? t('dossiers.route.dayPast') : undefined}
      />
      {!isPast && <DayNote day={typed} today={today} />}
    </>
  );
}
