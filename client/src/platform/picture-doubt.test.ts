import { expect, it } from 'vitest';
import { type Area, findPictureDoubt, type Pixels, SMALL_EDGE } from './picture-doubt.ts';

const WIDTH = 600;
const HEIGHT = 800;

type Shade = (x: number, y: number) => number;

/** xorshift, so that each run sees the same grain. */
function makeGrain(depth: number): () => number {
  let state = 2_463_534_242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) / 0xffff_ffff - 0.5) * 2 * depth;
  };
}

function draw(shade: Shade, grain = 6): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  const next = makeGrain(grain);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1)
    data.fill(shade(at % WIDTH, Math.floor(at / WIDTH)) + next(), at * 4, at * 4 + 3);
  return data;
}

/** As a canvas makes a picture smaller: by the mean of what falls together. */
function shrink(data: Uint8ClampedArray): Pixels {
  const factor = HEIGHT / SMALL_EDGE;
  const [width, height] = [WIDTH / factor, HEIGHT / factor];
  const small = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    let sum = 0;
    for (let part = 0; part < factor * factor; part += 1) {
      const x = (at % width) * factor + (part % factor);
      const y = Math.floor(at / width) * factor + Math.floor(part / factor);
      sum += data[(y * WIDTH + x) * 4] ?? 0;
    }
    small.fill(sum / (factor * factor), at * 4, at * 4 + 3);
  }
  return { data: small, width, height };
}

function judge(shade: Shade, grain?: number) {
  const data = draw(shade, grain);
  const read = ({ x, y, width, height }: Area): Pixels => {
    const cut = new Uint8ClampedArray(width * height * 4);
    for (let row = 0; row < height; row += 1) {
      const start = ((y + row) * WIDTH + x) * 4;
      cut.set(data.subarray(start, start + width * 4), row * width * 4);
    }
    return { data: cut, width, height };
  };
  return findPictureDoubt(shrink(data), { width: WIDTH, height: HEIGHT }, read);
}

/** Strokes two points wide, eleven high, in lines, as ten-point print on a sheet that fills a larger picture. */
const across = (x: number) => Number(x % 6 < 2 && x % 90 > 12 && x > 45 && x < 555);
const down = (y: number) => Number(y % 27 < 11);
const isInk: Shade = (x, y) => across(x) * down(y);
const page: Shade = (x, y) => 205 - x / 30 - 150 * isInk(x, y);
const oneLine: Shade = (x, y) => (y > 350 && y < 361 ? page(x, 0) : 205 - x / 30);

/** As a lens out of focus does: each point is a mean of what lies around it, weighed by a bell of so many points. */
function blurBy(points: number): Shade {
  const bell = Array.from({ length: 61 }, (_, at) => Math.exp(-((at - 30) ** 2) / (2 * points * points)));
  const weight = bell.reduce((sum, one) => sum + one, 0);
  const blur = (of: (at: number) => number, length: number) =>
    Array.from({ length }, (_, at) => {
      const around = bell.map((one, step) => one * of(at + step - 30));
      return around.reduce((sum, one) => sum + one, 0) / weight;
    });
  const [wide, high] = [blur(across, WIDTH), blur(down, HEIGHT)];
  return (x, y) => 205 - x / 30 - 150 * (wide[x] ?? 0) * (high[y] ?? 0);
}

it('takes a page of print, a single line of it and a faint one for readable', () => {
  expect(judge(page)).toBeUndefined();
  expect(judge(oneLine)).toBeUndefined();
  expect(judge((x, y) => 200 - 60 * isInk(x, y))).toBeUndefined();
  expect(judge(page, 16)).toBeUndefined();
});

it('takes a page in a dim room for readable while its letters stand out', () => {
  expect(judge((x, y) => page(x, y) * 0.4)).toBeUndefined();
});

it('says that a picture is nearly black, grain or not', () => {
  expect(judge(() => 4)).toBe('dark');
  expect(judge(() => 14, 24)).toBe('dark');
  expect(judge((x, y) => page(x, y) * 0.1)).toBe('dark');
});

it('says that there is nothing on it: a white sheet in uneven light', () => {
  expect(judge(() => 255, 0)).toBe('blank');
  expect(judge((x, y) => 210 - x / 20 - y / 25)).toBe('blank');
});

it('says that it is blurred where no letter is left', () => {
  expect(judge(blurBy(6))).toBe('blurred');
  expect(judge(blurBy(9))).toBe('blurred');
  expect(judge(blurBy(2))).toBeUndefined();
  expect(judge((x, y) => 128 + 100 * Math.sin(x / 60) * Math.cos(y / 80))).toBe('blurred');
});
