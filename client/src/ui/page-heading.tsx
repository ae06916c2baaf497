/** The head of a screen that is a place of its own: a line of circumstance, the name, and something beside it. */
import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  readonly overline?: ReactNode;
  readonly title: string;
  /** What the screen is for, in a sentence. */
  readonly help?: string | undefined;
  readonly trailing?: ReactNode;
}

export function PageHeading({ overline, title, help, trailing }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        {overline && <p className={styles.overline}>{overline}</p>}
        <h1>{title}</h1>
        {help && <p className={styles.help}>{help}</p>}
      </div>
      {trailing}
    </header>
  );
}
