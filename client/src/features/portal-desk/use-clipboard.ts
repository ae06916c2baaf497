/** The clipboard while a pack is open: wiped on leaving, so that nobody pastes the last citizen's words for the next. */
import { useCallback, useEffect, useRef } from 'react';

/** False where the browser refuses. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function useClipboard(): (text: string) => Promise<boolean> {
  const hasWritten = useRef(false);
  useEffect(() => {
    const wipe = () => {
      if (hasWritten.current) void writeText('');
      hasWritten.current = false;
    };
    window.addEventListener('pagehide', wipe);
    return () => {
      window.removeEventListener('pagehide', wipe);
      wipe();
    };
  }, []);
  return useCallback(async (text) => {
    const isWritten = await writeText(text);
    hasWritten.current ||= isWritten;
    return isWritten;
  }, []);
}
