/** Counts wrong tries per name in a sliding stretch of time, in memory. Knows neither codes nor addresses. */
export interface TryLimiter {
  isSpent(name: string, now: number): boolean;
  countTry(name: string, now: number): void;
}

/** More names than this are a flood, and the oldest give way: the limit itself must not eat the memory. */
const MOST_NAMES = 10_000;

/** `most` tries within `within` milliseconds. */
export function createTryLimiter(limit: { readonly most: number; readonly within: number }): TryLimiter {
  const tries = new Map<string, number[]>();
  const listRecent = (name: string, now: number) =>
    (tries.get(name) ?? []).filter((at) => now - at < limit.within);
  return {
    isSpent: (name, now) => listRecent(name, now).length >= limit.most,
    countTry(name, now) {
      const recent = [...listRecent(name, now), now].slice(-limit.most);
      tries.delete(name);
      tries.set(name, recent);
      const [oldest] = tries.keys();
      if (tries.size > MOST_NAMES && oldest !== undefined) tries.delete(oldest);
    },
  };
}
