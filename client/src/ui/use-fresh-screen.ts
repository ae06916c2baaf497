/** Begins a new question at its top, as a new page would, though the page is the same. Knows no question. */
import { useEffect, useRef } from 'react';

/** When `key` changes: to the top, and the focus to the main part if the pressed button has gone with the old question. */
export function useFreshScreen(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    window.scrollTo({ top: 0 });
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }, [key]);
}
