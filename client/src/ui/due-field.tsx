/** The day by which the result is due, as a receipt prints it. Not every receipt has one, so it may stay empty. */
import { useTranslation } from '../i18n/use-translation.ts';
import { DateField } from './date-field.tsx';

interface DueFieldProps {
  /** "yyyy-mm-dd", what was typed of it so far, or "". */
  readonly value: string;
  /** It was to be recorded and is no day. */
  readonly isWrong: boolean;
  /** ms since 1970: two figures of a year mean the last one that a receipt of now can name. */
  readonly now: number;
  readonly onChange: (text: string) => void;
}

const LONGEST_TERM_YEARS = 5;

export function DueField({ value, isWrong, now, onChange }: DueFieldProps) {
  const { t } = useTranslation();
  return (
    <DateField
      label={t('dossiers.due.label')}
      hint={t('dossiers.due.hint')}
      invalidText={t('dossiers.due.invalid')}
      error={isWrong ? t('dossiers.due.invalid') : undefined}
      latestYear={new Date(now).getFullYear() + LONGEST_TERM_YEARS}
      value={value}
      onChange={onChange}
      data-testid="receipt-due"
    />
  );
}
