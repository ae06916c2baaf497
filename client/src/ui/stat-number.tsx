/** A number that matters and the word that says what it counts. */
import type { ReactNode } from 'react';
import styles from './stat-number.module.css';

interface StatNumberProps {
  /** Already written for the reader's language. */
  readonly value: string | number;
  readonly label: string;
  /** Target, trend, source. */
  readonly detail?: ReactNode;
}

export function StatNumber({ value, label, detail }: StatNumberProps) {
  return (
    <div className={styles.stat}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {detail && <dd className={styles.detail}>{detail}</dd>}
    </div>
  );
}

/** Holds StatNumber elements side by side. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>;
}
