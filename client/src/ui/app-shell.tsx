/** The frame of every screen: bar on top, rail or tabs, the screen itself. Decides nothing about what is in them. */
import type { ReactNode } from 'react';
import styles from './app-shell.module.css';
import { useFreshPlace } from './use-fresh-place.ts';

interface AppShellProps {
  /** CustodyBar. */
  readonly bar?: ReactNode;
  /** SideRail, shown from 1024 px up. */
  readonly rail?: ReactNode;
  /** BottomTabs, shown below 1024 px (always, where there is no rail). Leave out on a screen with its own row of actions. */
  readonly tabs?: ReactNode;
  readonly skipText: string;
  readonly children: ReactNode;
}

const MAIN_ID = 'main';

export function AppShell({ bar, rail, tabs, skipText, children }: AppShellProps) {
  useFreshPlace();
  return (
    <div className={styles.shell} data-rail={rail ? true : undefined} data-tabs={tabs ? true : undefined}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById(MAIN_ID)?.focus()}>
        {skipText}
      </button>
      {rail && <div className={styles.rail}>{rail}</div>}
      <div className={styles.column}>
        <header className={styles.bar}>{bar}</header>
        <main id={MAIN_ID} className={styles.main} tabIndex={-1}>
          {children}
        </main>
        {tabs && <div className={styles.tabs}>{tabs}</div>}
      </div>
    </div>
  );
}
