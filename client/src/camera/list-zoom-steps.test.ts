import { expect, it } from 'vitest';
import { listZoomSteps } from './list-zoom-steps.ts';

it('offers one, two and three times as far as the camera goes, in its own way of counting', () => {
  const factors = (min: number, max: number) => listZoomSteps({ min, max }).map(({ factor }) => factor);
  expect(factors(1, 8)).toEqual([1, 2, 3]);
  expect(factors(100, 250)).toEqual([100, 200]);
  expect(factors(0.5, 10)).toEqual([1, 2, 3]);
  expect(factors(1, 1.5)).toEqual([1]);
  expect(factors(0, 10)).toEqual([]);
});
