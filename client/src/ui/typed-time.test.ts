/** Times of day as they are really said and typed. */
import { describe, expect, it } from 'vitest';
import { findTypedTime } from './typed-time.ts';

describe('a time of day', () => {
  it.each([
    ['8', '08:00'],
    ['8h', '08:00'],
    ['8 giờ', '08:00'],
    ['8g30', '08:30'],
    [' 14h05 ', '14:05'],
    ['8:30', '08:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    ['24:00', undefined],
    ['8:75', undefined],
    ['sáng', undefined],
    ['', undefined],
  ])('%s is %s', (typed, time) => {
    expect(findTypedTime(typed)).toBe(time);
  });
});
