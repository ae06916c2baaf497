import { describe, expect, it } from 'vitest';
import { isScan } from './scan-timing.ts';

const everyMs = (gap: number, letters: number) =>
  Array.from({ length: letters }, (_, at) => 1_000 + at * gap);

describe('a barcode scanner', () => {
  it('is known by its pace, fast or slow', () => {
    expect(isScan(everyMs(2, 18), 18)).toBe(true);
    expect(isScan(everyMs(30, 18), 18)).toBe(true);
  });

  it('is known although the machine was busy for a moment', () => {
    expect(isScan([...everyMs(5, 17), 1_300], 18)).toBe(true);
  });

  it('is not a person, however fast', () => {
    expect(isScan(everyMs(70, 18), 18)).toBe(false);
    expect(isScan([...everyMs(5, 17), 5_000], 18)).toBe(false);
  });

  it('is not a pasted text, a corrected one, or a few keys pressed together', () => {
    expect(isScan([], 18)).toBe(false);
    expect(isScan(everyMs(5, 18), 17)).toBe(false);
    expect(isScan(everyMs(5, 4), 4)).toBe(false);
  });
});
