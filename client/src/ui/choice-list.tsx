/** One of several, each a row as large as a thumb, with room for a sentence. Native radio buttons underneath. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { FieldError } from './field.tsx';
import field from './field.module.css';
import styles from './choice-list.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: ReactNode;
  readonly disabled?: boolean | undefined;
}

interface ChoiceListProps<Value extends string> {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { legend, hint, error, choices, value, onChange } = props;
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined} role="radiogroup">
      <legend className={field.label}>{legend}</legend>
      {hint && <p className={field.hint}>{hint}</p>}
      <div className={styles.rows}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.row}>
            <input
              type="radio"
              name={id}
              className={styles.input}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.words}>
              <span className={styles.label}>{choice.label}</span>
              {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
