/** The one line on top of every screen that says where the work is; a link to the whole story. Words come from outside. */
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import styles from './custody-bar.module.css';

interface CustodyBarProps {
  readonly text: string;
  readonly href: string;
  /** `attention` only when a person should act. */
  readonly tone?: 'good' | 'attention';
}

export function CustodyBar({ text, href, tone = 'good' }: CustodyBarProps) {
  return (
    <Link href={href} className={styles.bar} data-tone={tone}>
      <Icon name={tone === 'good' ? 'check' : 'warning'} size="small" />
      <span className={styles.text} role="status">
        {text}
      </span>
      <Icon name="chevron" size="small" />
    </Link>
  );
}
