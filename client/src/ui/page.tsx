/** One screen's content: a column that a phone fills and a laptop centres, with its actions kept in reach of the thumb. */
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** `reading` is one column; `keypad` is as wide as the keys of a PIN; `wide` uses the whole width, for tables and SplitView. */
  readonly width?: 'reading' | 'keypad' | 'wide';
  /** Buttons that stay at the bottom of the screen. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ width = 'reading', actions, children }: PageProps) {
  return (
    <div className={styles.page} data-width={width}>
      <div className={styles.content}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
