/** One of the numbered parts of a dossier: its number, name, state, and what belongs to it. Knows none of them by name. */
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../ui/icon.tsx';
import styles from './dossier.module.css';

interface NumberedPartProps {
  readonly number: number;
  readonly title: string;
  /** Badge or button beside the name. */
  readonly trailing?: ReactNode;
  /** The whole head leads there. */
  readonly href?: string | undefined;
  /** Name of the head for tests. */
  readonly testId?: string | undefined;
  readonly children?: ReactNode;
}

export function NumberedPart({ number, title, trailing, href, testId, children }: NumberedPartProps) {
  const id = useId();
  const head = (
    <>
      <span className={styles.order} aria-hidden="true">
        {number}
      </span>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <span className={styles.trailing}>
        {trailing}
        {href !== undefined && <Icon name="chevron" size="small" />}
      </span>
    </>
  );
  return (
    <section className={styles.part} aria-labelledby={id}>
      {href === undefined ? (
        <div className={styles.head}>{head}</div>
      ) : (
        <Link href={href} className={styles.head} data-testid={testId}>
          {head}
        </Link>
      )}
      {children && <div className={styles.body}>{children}</div>}
    </section>
  );
}
