/** Calls a number with the phone itself. Looks like a button, and says aloud whom it calls. */
import { Icon } from './icon.tsx';
import styles from './button.module.css';

interface CallLinkProps {
  /** Digits. */
  readonly phone: string;
  /** "Gọi". */
  readonly label: string;
  /** Whom: heard, not shown. */
  readonly name?: string | undefined;
}

export function CallLink({ phone, label, name }: CallLinkProps) {
  return (
    <a
      href={`tel:${phone}`}
      data-variant="secondary"
      className={styles.button}
      aria-label={name === undefined ? undefined : `${label} ${name}`}
    >
      <Icon name="phone" />
      <span>{label}</span>
    </a>
  );
}
