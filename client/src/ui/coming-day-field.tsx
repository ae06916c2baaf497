/** The box for a day that is still to come: refuses one that has passed, and asks about one that is far. */
import { useState } from 'react';
import { isFullDate } from '#shared/rules/partial-date';
import { useTranslation } from '../i18n/use-translation.ts';
import { DateField } from './date-field.tsx';
import { DayNote } from './day-note.tsx';
import type { FieldWords } from './field.tsx';

interface ComingDayFieldProps extends Pick<FieldWords, 'label' | 'hint'> {
  /** "yyyy-mm-dd", where one was chosen before. */
  readonly chosen: string | undefined;
  readonly today: string;
  /** `day` is undefined as long as the box holds no day to come; `text` is what it holds. */
  readonly onChange: (day: string | undefined, text: string) => void;
}

export function ComingDayField({ chosen, today, onChange, ...words }: ComingDayFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(chosen ?? '');
  const isPast = isFullDate(typed) && typed < today;
  const change = (text: string, day: string | undefined) => {
    setTyped(text);
    onChange(day !== undefined && day >= today ? day : undefined, text);
  };
  return (
    <>
      <DateField
        {...words}
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
