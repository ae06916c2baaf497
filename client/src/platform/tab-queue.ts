/** One tab after the other. Without Web Locks they may come together: whoever asks must bear that. */

export async function inTurnOfTabs<T>(name: string, act: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  let isBegun = false;
  const begin = (): Promise<T> => {
    isBegun = true;
    return act();
  };
  if (!locks) return begin();
  try {
    return await locks.request(name, { mode: 'exclusive' }, begin);
  } catch (thrown) {
    // A browser that refuses locks.
    if (isBegun) throw thrown;
    return begin();
  }
}
