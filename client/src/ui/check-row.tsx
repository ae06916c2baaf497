/** A yes or no as large as a thumb: a box to tick, or a switch where it takes effect at once. */
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './choice-list.module.css';

interface CheckRowProps {
  readonly label: string;
  readonly detail?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  /** With its own edge, when it stands outside a CheckGroup. */
  readonly alone?: boolean;
}

export function CheckRow({ label, detail, checked, onChange, disabled, alone = false }: CheckRowProps) {
  return (
    <label className={joinClasses(styles.row, alone && styles.alone)}>
      <input
        type="checkbox"
        className={styles.input}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Words label={label} detail={detail} />
    </label>
  );
}

export function SwitchRow({ label, detail, checked, onChange, disabled, alone = false }: CheckRowProps) {
  return (
    <label className={joinClasses(styles.row, alone && styles.alone)}>
      <Words label={label} detail={detail} />
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

function Words({ label, detail }: Pick<CheckRowProps, 'label' | 'detail'>) {
  return (
    <span className={styles.words}>
      <span className={styles.label}>{label}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}
