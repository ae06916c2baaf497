/** How much of a known whole is done, as a bar and in words. */
import { useId } from 'react';
import type { CSSProperties } from 'react';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number;
  /** The whole; more than 0. */
  readonly max: number;
  /** What stands at the end of the label's line, for example "61/84". */
  readonly text?: string | undefined;
  /** Under the bar: bytes, time left. */
  readonly detail?: string | undefined;
}

/** The custom property reaches the page through the object model, which the content policy allows. */
export function shareStyle(value: number, max: number): CSSProperties {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return { '--share': `${(share * 100).toFixed(2)}%` } as CSSProperties;
}

export function ProgressBar({ label, hideLabel = false, value, max, text, detail }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={hideLabel ? 'visually-hidden' : styles.line}>
        <span id={id}>{label}</span>
        {text && <span>{text}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
      >
        <div className={styles.fill} style={shareStyle(value, max)} />
      </div>
      {detail && <p className={styles.detail}>{detail}</p>}
    </div>
  );
}
