/** Three joined dots: how far along something is on a way of three steps. The words come from whoever shows it. */
import { Icon } from './icon.tsx';
import styles from './custody-dots.module.css';

export type CustodyLevel = 0 | 1 | 2 | 3;

interface CustodyDotsProps {
  /** How many of the three steps are behind it. */
  readonly level: CustodyLevel;
  /** The same in words: always heard, shown beside the dots with `showLabel`. */
  readonly label: string;
  readonly showLabel?: boolean;
  /** The next step is held up: by something a person should do, or by a refusal. */
  readonly tone?: 'good' | 'attention' | 'bad';
}

const STEPS = [1, 2, 3] as const;

export function CustodyDots({ level, label, showLabel = false, tone = 'good' }: CustodyDotsProps) {
  return (
    <span className={styles.group}>
      <span className={styles.dots} role="img" aria-label={label} aria-hidden={showLabel || undefined}>
        {STEPS.map((step) => {
          const isHeldUp = tone !== 'good' && step === Math.min(level + 1, 3);
          const state = isHeldUp ? tone : step <= level ? 'done' : 'ahead';
          return (
            <span
              key={step}
              className={styles.dot}
              data-state={state}
              data-joined={step <= level || undefined}
            >
              {state === 'done' && <Icon name="check" />}
              {state === 'bad' && <Icon name="close" />}
              {state === 'attention' && <span className={styles.mark}>!</span>}
            </span>
          );
        })}
      </span>
      {showLabel && (
        <span className={styles.label} data-tone={tone}>
          {label}
        </span>
      )}
    </span>
  );
}
