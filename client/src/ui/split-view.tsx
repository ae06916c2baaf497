/** A list and the detail of one row: side by side on a laptop, one after the other on a phone. */
import type { ReactNode } from 'react';
import styles from './split-view.module.css';

interface SplitViewProps {
  readonly list: ReactNode;
  /** Nothing chosen: undefined. On a phone the list shows then, and the detail otherwise. */
  readonly detail: ReactNode | undefined;
  /** What stands on the right of a laptop while nothing is chosen. */
  readonly placeholder?: ReactNode;
  readonly detailLabel: string;
}

export function SplitView({ list, detail, placeholder, detailLabel }: SplitViewProps) {
  const hasDetail = detail !== undefined;
  return (
    <div className={styles.split} data-split data-detail={hasDetail || undefined}>
      <div className={styles.list}>{list}</div>
      <section className={styles.detail} aria-label={detailLabel}>
        {hasDetail ? detail : placeholder}
      </section>
    </div>
  );
}
