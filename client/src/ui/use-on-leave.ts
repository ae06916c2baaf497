/** Runs something once when a screen goes away. Knows no screen and nothing of what is left to do. */
import { useEffect, useRef } from 'react';

/** Always the latest `leave` that was handed in; React's double mount in development runs it once more, which must do no harm. */
export function useOnLeave(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
