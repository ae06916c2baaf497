/** Tells a press from a long one on the same button. The long one is a short cut: it always has a button of its own elsewhere. */
import { useEffect, useRef } from 'react';

const LONG_MS = 500;

interface Presses {
  readonly onPress: () => void;
  readonly onLongPress: () => void;
}

/** To be spread over a button. A keyboard and a screen reader press it as ever. */
export function usePress({ onPress, onLongPress }: Presses) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const end = () => clearTimeout(timer.current);
  useEffect(() => end, []);
  return {
    onPointerDown: () => {
      end();
      wasLong.current = false;
      timer.current = setTimeout(() => {
        wasLong.current = true;
        onLongPress();
      }, LONG_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: ({ detail }: { readonly detail: number }) => {
      // Nought: by a key, which no finger has held down.
      if (!wasLong.current || detail === 0) onPress();
      wasLong.current = false;
    },
  };
}
