/** The four places of the phone and the large + between them. */
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import styles from './bottom-tabs.module.css';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current?: boolean | undefined;
  /** How many things wait there; nothing is shown for 0. */
  readonly count?: number | undefined;
}

interface BottomTabsProps {
  readonly label: string;
  /** Four: two on either side of the +. */
  readonly items: readonly NavItem[];
  readonly add?:
    { readonly label: string; readonly onPress: () => void; readonly expanded?: boolean } | undefined;
}

export function BottomTabs({ label, items, add }: BottomTabsProps) {
  const half = Math.ceil(items.length / 2);
  return (
    <nav className={styles.tabs} aria-label={label}>
      {items.slice(0, half).map((item) => (
        <Tab key={item.href} {...item} />
      ))}
      {add && (
        <button
          type="button"
          className={styles.add}
          aria-label={add.label}
          aria-haspopup="dialog"
          aria-expanded={add.expanded}
          onClick={add.onPress}
        >
          <Icon name="plus" />
        </button>
      )}
      {items.slice(half).map((item) => (
        <Tab key={item.href} {...item} />
      ))}
    </nav>
  );
}

function Tab({ href, label, icon, current = false, count = 0 }: NavItem) {
  return (
    <Link href={href} className={styles.tab} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  );
}
