/** The head of a screen that is a place of its own: a line of circumstance, the name, and something beside it. */
import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  readonly overline?: ReactNode;
  readonly title: string;
  readonly trailing?: ReactNode;
}

export function PageHeading({ overline, title, trailing }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        {overline && <p className={styles.overline}>{overline}</p>}
        <h1>{title}</h1>
      </div>
      {trailing}
    </header>
  );
}
