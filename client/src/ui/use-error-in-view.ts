/** After each try brings what is said to be wrong into view: it may lie below the edge, or under a row that stays. */
import { type RefObject, useEffect, useRef } from 'react';

/** Give the answer to whatever holds the fields; `tries` is how often it was tried to go on. */
export function useErrorInView<Holder extends HTMLElement>(tries: number): RefObject<Holder | null> {
  const holder = useRef<Holder>(null);
  useEffect(() => {
    if (tries === 0) return;
    holder.current?.querySelector('[data-field-error]')?.scrollIntoView({ block: 'center' });
  }, [tries]);
  return holder;
}
