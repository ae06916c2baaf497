import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { words } from './words.ts';

describe('the words for paper and screens', () => {
  it('are 1,024 different ones in plain letters', () => {
    expect(new Set(words).size).toBe(1024);
    expect(words.every((word) => /^[a-z]{2,7}$/.test(word))).toBe(true);
  });

  it('stand where they stood when the first paper was printed', () => {
    const hash = createHash('sha256').update(words.join(' ')).digest('hex');
    expect(hash).toBe('911d1332169de38f06f4d0e85c57d7279376d013e79ff89c1c984d29ca0664ee');
  });
});
