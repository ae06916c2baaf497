/** A round mark before a name, for the eye only: the name itself stands beside it. */
import { findInitials } from './find-initials.ts';
import styles from './initials.module.css';

export type InitialsTone = 'lead' | 'attention' | 'bad' | 'neutral';

interface InitialsProps {
  readonly name?: string;
  /** Instead of letters of a name: a queue number, "+1". */
  readonly text?: string;
  readonly tone?: InitialsTone;
}

export function Initials({ name = '', text, tone = 'lead' }: InitialsProps) {
  return (
    <span className={styles.mark} data-tone={tone} aria-hidden="true">
      {text ?? findInitials(name)}
    </span>
  );
}
