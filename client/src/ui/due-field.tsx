/** The day by which the result is due, as a receipt prints it. Not every receipt has one, so it may stay empty. */
import { useTranslation } from '../i18n/use-translation.ts';
import { DateField } from './date-field.tsx';
import { DayNote } from './day-note.tsx';

interface DueFieldProps {
  /** "yyyy-mm-dd", what was typed of it so far, or "". */
  readonly value: string;
  /** Why it cannot be recorded, once somebody tried; undefined: it can, or nobody has. */
  readonly fault: 'invalid' | 'past' | undefined;
  /** "yyyy-mm-dd": two figures of a year mean the last one that a receipt of now can name. */
  readonly today: string;
  readonly onChange: (text: string) => void;
}

const LONGEST_TERM_YEARS = 5;
/** A longer term is rare enough to be asked about. */
const USUAL_TERM_YEARS = 2;

export function DueField({ value, fault, today, onChange }: DueFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <DateField
        label={t('dossiers.due.label')}
        hint={t('dossiers.due.hint')}
        invalidText={t('dossiers.due.invalid')}
        error={fault && t(`dossiers.due.${fault}`)}
        latestYear={Number(today.slice(0, 4)) + LONGEST_TERM_YEARS}
        value={value}
        onChange={onChange}
        data-testid="receipt-due"
      />
      {!fault && <DayNote day={value} today={today} years={USUAL_TERM_YEARS} />}
    </>
  );
}
