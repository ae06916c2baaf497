/** The head of a detail beside its list: in view whenever another one is shown, with the way back where the list is not beside it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import { useTopInView } from './use-top-in-view.ts';
import styles from './detail-head.module.css';

interface DetailHeadProps {
  /** Names what is shown. */
  readonly shown: string;
  readonly backHref: string;
  readonly backLabel: string;
  readonly children: ReactNode;
}

export function DetailHead({ shown, backHref, backLabel, children }: DetailHeadProps) {
  const top = useTopInView<HTMLDivElement>(shown);
  return (
    <div ref={top} className={styles.top}>
      <Link href={backHref} className={styles.back}>
        <Icon name="back" size="small" />
        {backLabel}
      </Link>
      {children}
    </div>
  );
}
