import { expect, it } from 'vitest';
import { isOddInstant } from './odd-time.ts';

const now = Date.parse('2026-11-27T10:00:00Z');
const isOdd = (at: string) => isOddInstant(Date.parse(at), now);

it('is odd to have been written after tomorrow, or before there was this program', () => {
  expect(isOdd('2099-11-27T15:35:00Z')).toBe(true);
  expect(isOdd('2026-11-28T10:00:01Z')).toBe(true);
  expect(isOdd('1970-01-05T07:02:00Z')).toBe(true);
});

it('is not odd to be an hour ahead, or long ago', () => {
  expect(isOdd('2026-11-27T11:00:00Z')).toBe(false);
  expect(isOdd('2026-02-01T00:00:00Z')).toBe(false);
});
