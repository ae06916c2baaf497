/** Begins a new question at its top, as a new page would, though the page is the same. Knows no question. */
import { useEffect, useRef } from 'react';

/** To the top when `key` changes; where the focus goes on is the matter of `keep-focus.ts`. */
export function useFreshScreen(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    window.scrollTo({ top: 0 });
  }, [key]);
}
