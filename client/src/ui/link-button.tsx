/** A place to go that looks like a button: a real link, so it can be opened in another tab. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ButtonVariant } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { joinClasses } from './join-classes.ts';
import styles from './button.module.css';

interface LinkButtonProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function LinkButton({ href, variant = 'primary', icon, wide = false, children }: LinkButtonProps) {
  return (
    <Link href={href} data-variant={variant} className={joinClasses(styles.button, wide && styles.wide)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
