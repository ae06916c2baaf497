/** The clipboard of the machine while a copy card or a pack is open. Reads nothing from it and clears only what it wrote. */
import { useCallback, useEffect, useRef } from 'react';

/** False where the browser refuses. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** With it a page may write again: the window comes forward, or somebody touches it. */
const RETURNS = ['focus', 'pointerup', 'keyup'] as const;

/**
 * A page without focus may not write, and a lock by the clock comes without it. Then it is wiped as soon as somebody is
 * there again, whatever screen stands by then: what a stranger could paste weighs more than what they copied meanwhile.
 */
async function wipeClipboard(): Promise<void> {
  if (await writeClipboard('')) return;
  const waiting = new AbortController();
  const again = (): void => {
    waiting.abort();
    void wipeClipboard();
  };
  for (const name of RETURNS) window.addEventListener(name, again, { signal: waiting.signal });
}

/** Copies a text; on leaving the screen or the page it is wiped, so that the next person at this machine cannot paste it. */
export function useClipboard(): (text: string) => Promise<boolean> {
  const hasWritten = useRef(false);
  useEffect(() => {
    const clear = () => {
      if (hasWritten.current) void wipeClipboard();
      hasWritten.current = false;
    };
    window.addEventListener('pagehide', clear);
    return () => {
      window.removeEventListener('pagehide', clear);
      clear();
    };
  }, []);
  return useCallback(async (text) => {
    const done = await writeClipboard(text);
    hasWritten.current ||= done;
    return done;
  }, []);
}
