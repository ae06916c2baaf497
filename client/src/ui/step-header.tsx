/** Where one is in a row of steps: the words and the bar. */
import { ProgressBar } from './progress-bar.tsx';
import styles from './step-header.module.css';

interface StepHeaderProps {
  /** For whom or what, for example "Tài khoản · Hồ Thị Cúc". */
  readonly overline: string;
  /** For example "Bước 4/9". */
  readonly text: string;
  /** Counted from 1. */
  readonly step: number;
  readonly total: number;
}

export function StepHeader({ overline, text, step, total }: StepHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.line} aria-hidden="true">
        <span className={styles.overline}>{overline}</span>
        <span className={styles.text}>{text}</span>
      </div>
      <ProgressBar label={overline} hideLabel value={step} max={total} text={text} />
    </div>
  );
}
