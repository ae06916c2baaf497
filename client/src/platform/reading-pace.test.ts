import { expect, it } from 'vitest';
import { restAfter } from './reading-pace.ts';

it('rests as long as it looked, neither so short that a phone grows hot nor so long that a hand tires', () => {
  expect([0, 5, 120, 400.4, 1_000, 30_000].map(restAfter)).toEqual([120, 120, 120, 400, 1_000, 1_000]);
});
