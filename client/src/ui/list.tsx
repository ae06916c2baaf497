/** Rows under each other in one card: the way most things are shown. */
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './list.module.css';

interface ListProps {
  /** Heard, not shown; needed unless a Section heading names the list. */
  readonly label?: string | undefined;
  /** Without its own card, inside one. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

export function List({ label, bare = false, children }: ListProps) {
  return (
    <ul className={joinClasses(styles.list, !bare && styles.card)} aria-label={label} role="list">
      {children}
    </ul>
  );
}
