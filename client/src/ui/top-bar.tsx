/** The head of a screen one step in: the way back, what it is, and at most one thing beside it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** What the screen is for, in a sentence. */
  readonly help?: string | undefined;
  readonly backHref: string;
  readonly backLabel: string;
  readonly trailing?: ReactNode;
}

export function TopBar({ title, subtitle, help, backHref, backLabel, trailing }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <Link href={backHref} className={styles.back} aria-label={backLabel} title={backLabel}>
        <Icon name="back" />
      </Link>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        {help && <p className={styles.subtitle}>{help}</p>}
      </div>
      {trailing}
    </header>
  );
}
