/** A heading, something small beside it, and what belongs under it. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly trailing?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, trailing, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        {trailing}
      </div>
      {children}
    </section>
  );
}
