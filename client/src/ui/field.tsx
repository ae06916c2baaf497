/** The words around one input: label, hint, error, and their wiring for a screen reader. Knows no kind of input. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; present means that the input is refused as it stands. */
  readonly error?: string | undefined;
  /** For example "không bắt buộc", beside the label. */
  readonly note?: string | undefined;
}

/** Spread on the input itself. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldWords {
  readonly children: (wiring: FieldWiring) => ReactNode;
}

export function Field({ label, hint, error, note, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {note && <span className={styles.note}> · {note}</span>}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

interface FieldErrorProps {
  readonly id: string;
  readonly error: string | undefined;
}

/** Stays in the page while empty, so that an error that appears is read out. */
export function FieldError({ id, error }: FieldErrorProps) {
  return (
    <p id={id} className={styles.error} aria-live="polite" data-field-error={error ? true : undefined}>
      {error && (
        <>
          <Icon name="warning" size="small" />
          <span>{error}</span>
        </>
      )}
    </p>
  );
}
