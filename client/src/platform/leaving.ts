/** The page says that it sends its person away on purpose, to a share sheet or a printer, and awaits them back. Locks nothing. */

const LEAVING = 'gocua:leaving';

export function announceLeaving(): void {
  dispatchEvent(new Event(LEAVING));
}

/** Printing announces itself, from the menu of the browser too. */
export function watchLeaving(listener: () => void): () => void {
  addEventListener(LEAVING, listener);
  addEventListener('beforeprint', listener);
  return () => {
    removeEventListener(LEAVING, listener);
    removeEventListener('beforeprint', listener);
  };
}
