/** Something to press. One primary a screen; busy only where a person really waits for something. */
import type { ComponentProps, MouseEvent } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { joinClasses } from './join-classes.ts';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'deep';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: ButtonVariant;
  readonly icon?: IconName | undefined;
  /** As wide as its column. */
  readonly wide?: boolean;
  readonly disabled?: boolean | undefined;
  /** Stays focusable and says so, but a second press does nothing. */
  readonly busy?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'primary',
    icon,
    wide = false,
    busy = false,
    className,
    children,
    onClick,
    ...rest
  } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      data-variant={variant}
      className={joinClasses(styles.button, wide && styles.wide, className)}
    >
      {busy ? <span className={styles.busy} aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
