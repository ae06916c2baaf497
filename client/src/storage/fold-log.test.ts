import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { foldLog, foldLogAgain } from './fold-log.ts';

const before = globalThis.indexedDB;

beforeEach(() => {
  vi.useFakeTimers();
  foldLogAgain();
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.indexedDB = before;
});

/** As far as folding asks a browser: `answer` is given every request a moment after it was made. */
function pretend(answer: (request: IDBOpenDBRequest) => void): void {
  const ask = (): IDBOpenDBRequest => {
    const request = { result: { close: () => undefined } } as unknown as IDBOpenDBRequest;
    queueMicrotask(() => answer(request));
    return request;
  };
  globalThis.indexedDB = { open: ask, deleteDatabase: ask } as unknown as IDBFactory;
}

async function isDoneWithin(milliseconds: number): Promise<boolean> {
  let isDone = false;
  void foldLog().then(
    () => (isDone = true),
    () => (isDone = true),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return isDone;
}

it('keeps nobody waiting for more than three seconds in all where the browser never answers', async () => {
  pretend(() => undefined);
  expect(await isDoneWithin(2_900)).toBe(false);
  foldLogAgain();
  expect(await isDoneWithin(3_000)).toBe(true);
});

it('waits for no other page that holds the little database open', async () => {
  pretend((request) => request.onblocked?.({} as IDBVersionChangeEvent));
  expect(await isDoneWithin(0)).toBe(true);
});

it('says what the browser threw, and begins afresh the next time', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('not here', 'SecurityError');
    },
  } as unknown as IDBFactory;
  await expect(foldLog()).rejects.toThrow('not here');
  pretend((request) => request.onsuccess?.({} as Event));
  await expect(foldLog()).resolves.toBeUndefined();
});
