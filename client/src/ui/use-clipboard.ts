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

/** Copies a text; on leaving the screen or the page it is wiped, so that the next person at this machine cannot paste it. */
export function useClipboard(): (text: string) => Promise<boolean> {
  const hasWritten = useRef(false);
  useEffect(() => {
    const clear = () => {
      if (hasWritten.current) void writeClipboard('');
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
