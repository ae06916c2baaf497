/** Which tabs have one thing open. Without Web Locks nobody is ever sure to be alone. */

/**
 * `whenAlone` runs when no other tab of this name is present, and none can come before it is through. Then this tab is
 * present, until what is answered is called or the page is gone.
 */
export async function enterTabs(name: string, whenAlone: () => Promise<void>): Promise<() => void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  let leave = (): void => undefined;
  const staying = new Promise<void>((resolve) => (leave = resolve));
  try {
    await locks?.request(name, { ifAvailable: true }, (lock) => (lock ? whenAlone() : undefined));
    await new Promise<void>((entered, refused) => {
      if (!locks) return entered();
      const stay = (): Promise<void> => {
        entered();
        return staying;
      };
      locks.request(name, { mode: 'shared' }, stay).catch(refused);
    });
  } catch {
    // A browser that refuses locks: nothing is done that needs to be alone.
  }
  return leave;
}
