/** Something to know on this screen, and what to do about it. Says by shape as well as colour how much it matters. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './banner.module.css';

export type BannerTone = 'info' | 'good' | 'attention' | 'bad';

const shapes: Readonly<Record<BannerTone, IconName>> = {
  info: 'info',
  good: 'check',
  attention: 'warning',
  bad: 'warning',
};

interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** It appeared because of what happened just now: read it out. */
  readonly live?: boolean;
}

export function Banner({
  tone = 'info',
  icon = shapes[tone],
  title,
  children,
  actions,
  live = false,
}: BannerProps) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className={styles.banner} data-tone={tone} role={role}>
      <Icon name={icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
