/** A sheet of paper on the table: a plain one, the one that leads the screen, or one that asks for attention. */
import type { ReactNode } from 'react';
import styles from './card.module.css';

export type CardTone = 'plain' | 'lead' | 'attention' | 'bad' | 'tint';

interface CardProps {
  readonly tone?: CardTone;
  /** Without inner margins, for a list that brings its own. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ tone = 'plain', flush = false, children }: CardProps) {
  return (
    <div className={styles.card} data-tone={tone} data-flush={flush || undefined}>
      {children}
    </div>
  );
}
