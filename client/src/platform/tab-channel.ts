/** Words between tabs of one vault. Without BroadcastChannel a tab is simply alone; nothing here is ever trusted to arrive. */

export interface TabChannel<T> {
  readonly tell: (message: T) => void;
  /** Answers how to stop hearing. */
  readonly hear: (listener: (message: T) => void) => () => void;
  readonly close: () => void;
}

export function openTabChannel<T>(name: string): TabChannel<T> {
  if (typeof BroadcastChannel === 'undefined') {
    return { tell: () => undefined, hear: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(name);
  let isClosed = false;
  return {
    // A commit that is through after the lock has nobody left to tell.
    tell: (message) => {
      if (!isClosed) channel.postMessage(message);
    },
    hear: (listener) => {
      const onMessage = (event: MessageEvent): void => listener(event.data as T);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}
