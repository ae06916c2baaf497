/** A time of day, typed in any of the ways people write it: the browser's own field asks for AM and PM where its language does. */
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FieldWords } from './field.tsx';
import { TextField } from './text-field.tsx';
import { findTypedTime } from './typed-time.ts';

interface TimeFieldProps extends FieldWords {
  /** As it was typed: `findTypedTime` reads it. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly 'data-testid'?: string | undefined;
}

const LONGEST = 10;

export function TimeField({ value, onChange, error, ...words }: TimeFieldProps) {
  const { t } = useTranslation();
  const [isLeft, setIsLeft] = useState(true);
  const time = findTypedTime(value);
  const isUnreadable = isLeft && value.trim() !== '' && time === undefined;
  return (
    <TextField
      hint={t('shell.field.timeHint')}
      {...words}
      error={error ?? (isUnreadable ? t('shell.field.timeInvalid') : undefined)}
      maxLength={LONGEST}
      value={value}
      onChange={(typed) => {
        setIsLeft(false);
        onChange(typed);
      }}
      onBlur={() => {
        setIsLeft(true);
        if (time !== undefined && time !== value) onChange(time);
      }}
    />
  );
}
