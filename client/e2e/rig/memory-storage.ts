/** A browser's storage of plain texts, for tests outside one. */
export function createMemoryStorage() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A fresh localStorage. */
export function installMemoryStorage(): void {
  Object.defineProperty(globalThis, 'localStorage', { value: createMemoryStorage(), configurable: true });
}
