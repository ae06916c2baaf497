/** Several boxes to tick under one heading. */
import type { ReactNode } from 'react';
import field from './field.module.css';
import styles from './choice-list.module.css';

interface CheckGroupProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  /** CheckRow and SwitchRow elements. */
  readonly children: ReactNode;
}

export function CheckGroup({ legend, hint, children }: CheckGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={field.label}>{legend}</legend>
      {hint && <p className={field.hint}>{hint}</p>}
      <div className={styles.rows}>{children}</div>
    </fieldset>
  );
}
