/** A state in one or two words, told three times: by word, by shape, by colour. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './badge.module.css';

export type BadgeTone = 'good' | 'attention' | 'bad' | 'neutral' | 'lead';

const shapes: Readonly<Record<BadgeTone, IconName | undefined>> = {
  good: 'check',
  attention: 'warning',
  bad: 'close',
  neutral: 'clock',
  lead: undefined,
};

interface BadgeProps {
  readonly tone: BadgeTone;
  /** Another shape than the usual one of this tone. */
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone, icon = shapes[tone], children }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon && <Icon name={icon} size="small" />}
      <span>{children}</span>
    </span>
  );
}
