/** Brings the head of a detail into view when another one is shown in its place, on a phone as in a scrolling pane. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Put the answer on the first element, which has a `scroll-margin-top` for what sticks above it; `shown` names what is shown. */
export function useTopInView<Element extends HTMLElement>(shown: string): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  // In braces: newer browsers answer a promise here, which is no clean-up.
  useLayoutEffect(() => {
    void ref.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return ref;
}
