/** A few numbers compared by length, each with its word and its figure: readable without the colour, and without the bar. */
import { shareStyle } from './progress-bar.tsx';
import styles from './bar-chart.module.css';

interface BarRow {
  readonly label: string;
  readonly value: number;
  /** The figure as written, if not simply the number. */
  readonly text?: string | undefined;
}

interface BarChartProps {
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly rows: readonly BarRow[];
  /** The length of a full bar; the largest value if left out. */
  readonly max?: number | undefined;
}

export function BarChart({ title, hideTitle = false, rows, max }: BarChartProps) {
  const full = max ?? Math.max(...rows.map((row) => row.value), 0);
  return (
    <figure className={styles.chart}>
      <figcaption className={hideTitle ? 'visually-hidden' : styles.title}>{title}</figcaption>
      <ul className={styles.rows} role="list">
        {rows.map((row) => (
          <li key={row.label} className={styles.row}>
            <span className={styles.label}>{row.label}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={shareStyle(row.value, full)} />
            </span>
            <span className={styles.figure}>{row.text ?? row.value}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
