/** Web Locks for tests without a browser: as much of them as tabs need to know whether they are alone. */

interface Held {
  readonly name: string;
  readonly mode: 'shared' | 'exclusive';
}

type Work = (lock: object | null) => unknown;

export function installMemoryLocks(): void {
  const held = new Set<Held>();
  const request = async (
    name: string,
    how: { readonly mode?: Held['mode']; readonly ifAvailable?: boolean },
    work: Work,
  ): Promise<unknown> => {
    const mode = how.mode ?? 'exclusive';
    const isFree = (): boolean =>
      [...held].every((other) => other.name !== name || (mode === 'shared' && other.mode === 'shared'));
    while (!isFree()) {
      if (how.ifAvailable) return work(null);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const lock: Held = { name, mode };
    held.add(lock);
    try {
      return await work(lock);
    } finally {
      held.delete(lock);
    }
  };
  Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true });
}
