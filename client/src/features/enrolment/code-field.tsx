/** The commune's invitation as it is typed: letters only, capitals or not. */
import { findCode } from '#shared/contracts/enrolment';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TextField } from '../../ui/text-field.tsx';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Somebody has tried to go on: now say what is wrong. */
  readonly isTouched: boolean;
}

export function CodeField({ value, onChange, isTouched }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('enrolment.code.title')}
      hint={t('enrolment.code.hint')}
      value={value}
      onChange={onChange}
      error={
        isTouched && !findCode(value)
          ? t(value.trim() ? 'errors.codeWrong' : 'shell.field.required')
          : undefined
      }
      autoCapitalize="characters"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
