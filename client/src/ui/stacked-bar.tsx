/** A whole in its parts, each part with its words inside; parts too small for their words stand on a line of their own. */
import type { CSSProperties } from 'react';
import styles from './stacked-bar.module.css';

interface Segment {
  readonly value: number;
  /** With the number in it, for example "7 đã nộp". */
  readonly text: string;
  readonly tone: 'good' | 'lead' | 'attention' | 'bad' | 'neutral';
}

interface StackedBarProps {
  readonly title: string;
  /** Parts of 0 are left out. */
  readonly segments: readonly Segment[];
}

export function StackedBar({ title, segments }: StackedBarProps) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{title}</figcaption>
      <ul className={styles.bar} role="list">
        {segments
          .filter((segment) => segment.value > 0)
          .map((segment) => (
            <li
              key={segment.text}
              className={styles.segment}
              data-tone={segment.tone}
              style={{ '--weight': segment.value } as CSSProperties}
            >
              {segment.text}
            </li>
          ))}
      </ul>
    </figure>
  );
}
