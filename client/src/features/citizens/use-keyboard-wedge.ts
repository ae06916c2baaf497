/** Listens to the whole page for a scanner that types, as long as no field has the focus. Reads no card. */
import { useEffect, useRef } from 'react';
import { feedKey, noKeys } from './keyboard-wedge.ts';

export function useKeyboardWedge(onScan: (text: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    let state = noKeys;
    const hear = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      const step = feedKey(state, event.key, event.timeStamp);
      state = step.state;
      if (step.isScan) event.preventDefault();
      if (step.scanned !== undefined) latest.current(step.scanned);
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
