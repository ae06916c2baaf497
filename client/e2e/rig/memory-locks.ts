/** Web Locks for tests without a browser: as much of them as tabs need to know whether they are alone, and to take turns. */

interface Held {
  readonly name: string;
  readonly mode: 'shared' | 'exclusive';
  readonly steal: () => void;
}

interface How {
  readonly mode?: Held['mode'];
  readonly ifAvailable?: boolean;
  readonly steal?: boolean;
  readonly signal?: AbortSignal;
}

type Work = (lock: object | null) => unknown;

export function installMemoryLocks(): void {
  const held = new Set<Held>();
  const request = async (name: string, how: How, work: Work): Promise<unknown> => {
    const mode = how.mode ?? 'exclusive';
    const findOthers = (): Held[] =>
      [...held].filter((one) => one.name === name && (mode === 'exclusive' || one.mode === 'exclusive'));
    if (how.steal) for (const other of findOthers()) other.steal();
    while (findOthers().length > 0) {
      if (how.ifAvailable) return work(null);
      how.signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    let lock: Held | undefined;
    const stolen = new Promise<never>((_, reject) => {
      const steal = (): void => {
        if (lock) held.delete(lock);
        reject(new DOMException('Stolen.', 'AbortError'));
      };
      lock = { name, mode, steal };
      held.add(lock);
    });
    try {
      return await Promise.race([work({}), stolen]);
    } finally {
      if (lock) held.delete(lock);
    }
  };
  const query = (): Promise<unknown> => Promise.resolve({ held: [...held].map(({ name }) => ({ name })) });
  Object.defineProperty(globalThis, 'navigator', {
    value: { locks: { request, query } },
    configurable: true,
  });
}
