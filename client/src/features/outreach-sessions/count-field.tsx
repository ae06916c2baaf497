/** A small number set with the thumb or typed: hands in the air, people in a group. Never below nought. */
import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './count-field.module.css';

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly max?: number;
}

export function CountField({ label, value, onChange, max = 500 }: CountFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const set = (next: number) => onChange(Math.min(Math.max(0, Math.trunc(next) || 0), max));
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.stepper}>
        <button
          type="button"
          className={styles.step}
          aria-label={`${t('sessions.fewer')}: ${label}`}
          onClick={() => set(value - 1)}
        >
          −
        </button>
        <input
          id={id}
          className={styles.number}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => set(Number(event.currentTarget.value.replace(/\D/g, '')))}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          className={styles.step}
          aria-label={`${t('sessions.more')}: ${label}`}
          onClick={() => set(value + 1)}
        >
          +
        </button>
      </span>
    </div>
  );
}
