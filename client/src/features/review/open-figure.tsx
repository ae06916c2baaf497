/** A figure in a sentence, and the rows that it counts when it is opened. */
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './review.module.css';

interface OpenFigureProps {
  readonly sentence: ReactNode;
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}

export function OpenFigure({ sentence, isFirst = false, children }: OpenFigureProps) {
  return (
    <details className={styles.figure}>
      <summary data-first={isFirst || undefined}>
        <span>{sentence}</span>
        <Icon name="chevronDown" size="small" />
      </summary>
      <div className={styles.rows}>{children}</div>
    </details>
  );
}
