/** One row: what it is, a line about it, and its state. A link if it leads somewhere, a button if it acts, else plain. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import styles from './list.module.css';

interface ListRowProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Initials or Icon. */
  readonly leading?: ReactNode;
  /** Badge, CustodyDots, a number. Goes under the words where the row is narrow. */
  readonly trailing?: ReactNode;
  /** Buttons of the row itself; they stay outside the link. */
  readonly actions?: ReactNode;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  /** The row whose detail stands beside the list. */
  readonly current?: boolean | undefined;
}

export function ListRow({ actions, href, onClick, current = false, ...words }: ListRowProps) {
  const content = <RowWords {...words} leads={href !== undefined || onClick !== undefined} />;
  return (
    <li className={styles.row} data-current={current || undefined}>
      {href !== undefined ? (
        <Link
          href={href}
          onClick={onClick}
          className={styles.press}
          aria-current={current ? 'true' : undefined}
        >
          {content}
        </Link>
      ) : onClick ? (
        <button
          type="button"
          onClick={onClick}
          className={styles.press}
          aria-current={current ? 'true' : undefined}
        >
          {content}
        </button>
      ) : (
        <div className={styles.press}>{content}</div>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

type RowWordsProps = Pick<ListRowProps, 'title' | 'subtitle' | 'leading' | 'trailing'> & {
  readonly leads: boolean;
};

function RowWords({ title, subtitle, leading, trailing, leads }: RowWordsProps) {
  return (
    <>
      {leading}
      <span className={styles.body}>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
        </span>
        {trailing && <span className={styles.trailing}>{trailing}</span>}
      </span>
      {leads && !trailing && <Icon name="chevron" size="small" />}
    </>
  );
}
