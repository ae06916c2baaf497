/** One drawing from the table, in the colour of the words beside it; silent to a screen reader unless it is given a label. */
import { iconShapes } from './icon-shapes.ts';
import type { IconName } from './icon-shapes.ts';
import styles from './icon.module.css';

interface IconProps {
  readonly name: IconName;
  /** Only where no word stands beside it. */
  readonly label?: string | undefined;
  readonly size?: 'small' | 'medium' | 'large';
}

export function Icon({ name, label, size = 'medium' }: IconProps) {
  return (
    <svg
      className={styles.icon}
      data-size={size}
      viewBox="0 0 24 24"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      focusable="false"
    >
      <path d={iconShapes[name]} />
    </svg>
  );
}
