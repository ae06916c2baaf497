/** The places of the laptop, down the left side. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NavItem } from './bottom-tabs.tsx';
import { Icon } from './icon.tsx';
import styles from './side-rail.module.css';

interface SideRailProps {
  readonly label: string;
  readonly brand: string;
  readonly items: readonly NavItem[];
  /** A Button, above the places. */
  readonly action?: ReactNode;
  /** Where one is and how old the figures are. */
  readonly footer?: ReactNode;
}

export function SideRail({ label, brand, items, action, footer }: SideRailProps) {
  return (
    <nav className={styles.rail} aria-label={label}>
      <p className={styles.brand}>{brand}</p>
      {action}
      <ul className={styles.items} role="list">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} className={styles.item} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} />
              <span className={styles.label}>{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <span className={styles.count}>{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {footer && <div className={styles.footer}>{footer}</div>}
    </nav>
  );
}
