import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopStrayPresses } from './stop-stray-presses.ts';

const finish = { closest: () => finish };
const close = { closest: () => close };
let shown: unknown;
let heard: Record<string, (event: object) => void>;

beforeEach(() => {
  [shown, heard] = [finish, {}];
  vi.stubGlobal('document', { elementFromPoint: () => shown });
  vi.stubGlobal('addEventListener', (type: string, listen: (event: object) => void) => {
    heard[type] = listen;
  });
  stopStrayPresses();
});
afterEach(() => vi.unstubAllGlobals());

interface Pressed {
  readonly at: number;
  readonly by?: 'touch' | 'mouse';
  readonly x?: number;
  readonly detail?: number;
}

/** Answers whether the screen hears of it. */
function press({ at, by = 'touch', x = 100, detail = 1 }: Pressed): boolean {
  const stop = vi.fn();
  heard['pointerdown']?.({ pointerType: by });
  heard['click']?.({
    ...{ detail, timeStamp: at, clientX: x, clientY: 50 },
    ...{ preventDefault: () => undefined, stopImmediatePropagation: stop },
  });
  return stop.mock.calls.length === 0;
}

/** What is pressed goes away, and another thing comes to its place. */
function pressAway(pressed: Pressed): void {
  expect(press(pressed)).toBe(true);
  shown = close;
}

describe('a second press where another thing has come', () => {
  it('is stopped when the finger comes down at once, near by, though the browser counts no series', () => {
    pressAway({ at: 0 });
    expect([press({ at: 160, x: 120 }), press({ at: 520, x: 90 })]).toEqual([false, false]);
  });

  it('is heard once the finger has rested, or elsewhere', () => {
    pressAway({ at: 0 });
    expect(press({ at: 100, x: 160 })).toBe(true);
    shown = finish;
    pressAway({ at: 1_000 });
    expect(press({ at: 1_400 })).toBe(true);
  });

  it('by a mouse is stopped only as part of a series', () => {
    pressAway({ at: 0, by: 'mouse' });
    expect(press({ at: 100, by: 'mouse', detail: 2 })).toBe(false);
    expect(press({ at: 900, by: 'mouse', detail: 1 })).toBe(true);
  });

  it('by a key is heard however soon', () => {
    pressAway({ at: 0 });
    expect(press({ at: 10, detail: 0 })).toBe(true);
  });
});

it('what stays in its place is pressed as fast as one likes', () => {
  for (let at = 0; at < 10; at++) expect(press({ at: at * 60, detail: at + 1 })).toBe(true);
});
