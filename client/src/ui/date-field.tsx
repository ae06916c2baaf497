/** A day, typed as dd/mm/yyyy in any of the ways people write it. Holds what is typed; hands on the day once it is one. */
import { useState } from 'react';
import type { FieldWords } from './field.tsx';
import { TextField } from './text-field.tsx';
import { addSlashes, findTypedDate, showTypedDate } from './typed-date.ts';

interface DateFieldProps extends FieldWords {
  /** "yyyy-mm-dd", or what was typed as long as it is not a day yet, or "". */
  readonly value: string;
  /** `day` is undefined until the text is a day; `text` is what to give back as `value` meanwhile. */
  readonly onChange: (text: string, day: string | undefined) => void;
  /** The last year that can be meant, for example this year for a birth. */
  readonly latestYear: number;
  /** Shown once the field is left with something in it that is no day. */
  readonly invalidText: string;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function DateField({ value, onChange, latestYear, invalidText, error, ...words }: DateFieldProps) {
  const [typed, setTyped] = useState(() => showTypedDate(value));
  const [isLeft, setIsLeft] = useState(true);
  const day = findTypedDate(typed, latestYear);
  // A value that came from elsewhere (a scanned card) replaces what is on the screen.
  const shown = value === typed || value === day ? typed : showTypedDate(value);
  const isUnreadable = isLeft && shown !== '' && findTypedDate(shown, latestYear) === undefined;

  const change = (next: string) => {
    const text = addSlashes(shown, next);
    const nextDay = findTypedDate(text, latestYear);
    setTyped(text);
    setIsLeft(false);
    onChange(nextDay ?? text, nextDay);
  };
  const leave = () => {
    setIsLeft(true);
    if (day !== undefined && value === day) setTyped(showTypedDate(day));
  };
  return (
    <TextField
      placeholder="__/__/____"
      {...words}
      error={error ?? (isUnreadable ? invalidText : undefined)}
      inputMode="numeric"
      maxLength={12}
      value={shown}
      onChange={change}
      onBlur={leave}
    />
  );
}
