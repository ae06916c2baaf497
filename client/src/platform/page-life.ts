/** The moments of a page's life at which something must be saved or sent. Knows not what. */

export interface PageMoments {
  readonly shown?: () => void;
  /** Hidden, or about to be thrown away: the last moment that a phone promises. */
  readonly hidden?: () => void;
  readonly frozen?: () => void;
  /** A field lost the focus. */
  readonly blurred?: () => void;
  /** A hint only: it may never come, and it may be wrong. */
  readonly online?: () => void;
}

/** Answers how to stop watching. Without a document (a test, a worker) nothing ever happens. */
export function watchPage(moments: PageMoments): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const onVisibility = (): void =>
    (document.visibilityState === 'hidden' ? moments.hidden : moments.shown)?.();
  const events: readonly [EventTarget, string, () => void][] = [
    [document, 'visibilitychange', onVisibility],
    [document, 'freeze', () => moments.frozen?.()],
    [document, 'focusout', () => moments.blurred?.()],
    [window, 'pagehide', () => moments.hidden?.()],
    [window, 'online', () => moments.online?.()],
  ];
  for (const [target, name, listener] of events) target.addEventListener(name, listener);
  return () => {
    for (const [target, name, listener] of events) target.removeEventListener(name, listener);
  };
}

export function isPageShown(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible';
}
