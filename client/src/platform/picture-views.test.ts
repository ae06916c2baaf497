import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFrameView, listStillViews } from './picture-views.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 9_000 }),
  height: fc.integer({ min: 1, max: 9_000 }),
});

describe('what is looked at', () => {
  it('is never outside the picture, never blown up, and never more than a weak phone can hold', () => {
    fc.assert(
      fc.property(size, fc.nat(9), (picture, turn) => {
        const frame = chooseFrameView(turn, picture);
        expect(Math.max(frame.width, frame.height) * frame.scale).toBeLessThanOrEqual(960.5);
        for (const view of [frame, ...listStillViews(picture)]) {
          expect(view.x).toBeGreaterThanOrEqual(0);
          expect(view.y).toBeGreaterThanOrEqual(0);
          expect(view.x + view.width).toBeLessThanOrEqual(picture.width);
          expect(view.y + view.height).toBeLessThanOrEqual(picture.height);
          expect(view.scale).toBeLessThanOrEqual(1);
          expect(Math.max(view.width, view.height) * view.scale).toBeLessThanOrEqual(3_200.5);
        }
      }),
    );
  });

  it('is the square on the screen, in turn with its middle, which comes out sharper', () => {
    const [whole, middle] = [0, 1].map((turn) => chooseFrameView(turn, { width: 1920, height: 1440 }));
    expect(whole).toEqual({ x: 240, y: 0, width: 1440, height: 1440, scale: 960 / 1440 });
    expect(middle).toEqual({ x: 528, y: 288, width: 864, height: 864, scale: 1 });
  });

  it('of a large photograph is also the whole of it in fine detail, of a small one is not', () => {
    expect(listStillViews({ width: 4000, height: 3000 }).map(({ scale }) => scale)).toEqual([
      0.4,
      1600 / 1800,
      0.8,
    ]);
    expect(listStillViews({ width: 800, height: 600 })).toHaveLength(2);
  });
});
