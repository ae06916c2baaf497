import { describe, expect, it } from 'vitest';
import { compareNumbers, findNextNumber } from './queue-number.ts';

describe('a queue number', () => {
  it('begins with 01 under the letter of this phone', () => {
    expect(findNextNumber('A', [])).toBe('A01');
    expect(findNextNumber('B', ['A01', 'A02'])).toBe('B01');
  });

  it('goes on after the highest, even where one was taken away', () => {
    expect(findNextNumber('A', ['A01', 'A07', 'B09'])).toBe('A08');
    expect(findNextNumber('A', ['A99'])).toBe('A100');
  });

  it('is not confused by a letter that begins alike', () => {
    expect(findNextNumber('A', ['AA05'])).toBe('A01');
  });

  it('is called phone by phone, counting as people count', () => {
    const numbers = ['B01', 'A10', 'A100', 'A02', 'AA01'];
    expect(numbers.sort(compareNumbers)).toEqual(['A02', 'A10', 'A100', 'AA01', 'B01']);
  });
});
