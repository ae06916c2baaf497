/** One line or several of typed text; hands back exactly what was typed and judges nothing. */
import type { ComponentProps } from 'react';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import styles from './field.module.css';

type NativeInput = Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'className' | 'children'>;

export interface TextFieldProps extends FieldWords, NativeInput {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Several lines. */
  readonly rows?: number | undefined;
}

/** The browser's own memory of what was typed stays off: the next person at this phone is somebody else. */
export function TextField({ label, hint, error, note, value, onChange, rows, ...native }: TextFieldProps) {
  const { autoComplete = 'off', ...input } = native;
  return (
    <Field label={label} hint={hint} error={error} note={note}>
      {(wiring) =>
        rows === undefined ? (
          <input
            type="text"
            {...input}
            {...wiring}
            autoComplete={autoComplete}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <textarea
            {...wiring}
            rows={rows}
            autoComplete={autoComplete}
            required={input.required}
            disabled={input.disabled}
            maxLength={input.maxLength}
            placeholder={input.placeholder}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
