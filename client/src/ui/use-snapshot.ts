/** Draws a component again when a store says that it changed. Knows no store by name. */
import { useSyncExternalStore } from 'react';

interface Subscribable {
  readonly subscribe: (listener: () => void) => () => void;
}

/** `read` must give the same object until something changed. */
export function useSnapshot<T>(store: Subscribable, read: () => T): T {
  return useSyncExternalStore(store.subscribe, read);
}
