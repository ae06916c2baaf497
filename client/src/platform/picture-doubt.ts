/**
 * Whether a picture shows anything that could be read at all. Sees only what is plain: a dark room, an empty sheet, a blur
 * that leaves no letter. What is merely hard to read is for the person to judge. Decodes nothing and refuses nothing.
 */

export type PictureDoubt = 'dark' | 'blank' | 'blurred';

/** Red, green, blue and alpha of each point, row by row, as a canvas gives them. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** In points of the picture itself. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Longest edge of the small copy in which contents are looked for: averaging takes the grain of a cheap camera away. */
export const SMALL_EDGE = 400;

/** Brightness is 0-255. */
const LIMITS = {
  /** The brightest twentieth of the picture is darker than this. */
  dark: 48,
  /** Between the dark and the light of a tile: faint pencil has 30, an unwritten sheet in uneven light less than 15. */
  contents: 24,
  /** Of the way from dark to light, what the steepest edge goes within two points. Blurred by four points, print keeps less. */
  steepness: 0.25,
} as const;

/** Points a side, in the small copy. */
const TILE = 24;
/** Points a side, of the picture itself. */
const LOOKED_AT = 96;
const TILES_LOOKED_AT = 12;
const ENOUGH_SHARP_TILES = 2;

/** `small`: the whole picture, at most `SMALL_EDGE` points long. `read` gives an area of the picture of `size` itself. */
export function findPictureDoubt(
  small: Pixels,
  size: Pick<Area, 'width' | 'height'>,
  read: (area: Area) => Pixels,
): PictureDoubt | undefined {
  const brightness = readBrightness(small);
  if (findPercentile(brightness, 0.95) < LIMITS.dark) return 'dark';
  const tiles = listTiles(small)
    .map((area) => ({ area, contrast: measureContrast(cutOut(brightness, small.width, area)) }))
    .filter(({ contrast }) => contrast >= LIMITS.contents)
    .sort((one, other) => other.contrast - one.contrast);
  if (tiles.length === 0) return 'blank';
  const scale = size.width / small.width;
  const sharp = tiles
    .slice(0, TILES_LOOKED_AT)
    .filter(({ area }) => measureSteepness(read(enlarge(area, scale, size))) >= LIMITS.steepness);
  return sharp.length >= Math.min(ENOUGH_SHARP_TILES, tiles.length) ? undefined : 'blurred';
}

/** ITU-R BT.601. */
function readBrightness({ data, width, height }: Pixels): Uint8Array {
  const brightness = new Uint8Array(width * height);
  for (let at = 0; at < brightness.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    brightness[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return brightness;
}

function findPercentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  let left = share * values.length;
  return counts.findIndex((count) => (left -= count) <= 0);
}

function measureContrast(values: Uint8Array): number {
  return findPercentile(values, 0.98) - findPercentile(values, 0.02);
}

function listTiles({ width, height }: Pixels): Area[] {
  const tiles: Area[] = [];
  for (let y = 0; y < height; y += TILE)
    for (let x = 0; x < width; x += TILE)
      tiles.push({ x, y, width: Math.min(TILE, width - x), height: Math.min(TILE, height - y) });
  return tiles;
}

function cutOut(values: Uint8Array, rowLength: number, { x, y, width, height }: Area): Uint8Array {
  const cut = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = (y + row) * rowLength + x;
    cut.set(values.subarray(start, start + width), row * width);
  }
  return cut;
}

/** The middle of the tile, in the picture itself. */
function enlarge({ x, y, width, height }: Area, scale: number, size: Pick<Area, 'width' | 'height'>): Area {
  const fit = (middle: number, length: number) => {
    const side = Math.min(LOOKED_AT, length);
    return [Math.max(0, Math.min(Math.round(middle * scale - side / 2), length - side)), side] as const;
  };
  const [left, wide] = fit(x + width / 2, size.width);
  const [top, high] = fit(y + height / 2, size.height);
  return { x: left, y: top, width: wide, height: high };
}

/** 0 for an even grey, about 0.5 and more for printed letters in focus. Smoothed twice, or faint contents would be all grain. */
function measureSteepness(pixels: Pixels): number {
  const { width, height } = pixels;
  const smooth = smoothOut(smoothOut(readBrightness(pixels), width, height), width, height);
  const contrast = findPercentile(smooth, 0.99) - findPercentile(smooth, 0.01);
  if (contrast < LIMITS.contents) return 0;
  const steps = new Uint8Array(smooth.length);
  for (let y = 0; y < height - 2; y += 1)
    for (let x = 0; x < width - 2; x += 1) {
      const at = y * width + x;
      const here = smooth[at] ?? 0;
      const across = Math.abs((smooth[at + 2] ?? 0) - here);
      const down = Math.abs((smooth[at + 2 * width] ?? 0) - here);
      steps[at] = Math.max(across, down);
    }
  return findPercentile(steps, 0.995) / contrast;
}

/** The mean of three by three points: grain of single points makes no edges. */
function smoothOut(values: Uint8Array, width: number, height: number): Uint8Array {
  const smooth = values.slice();
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0;
      for (let row = -1; row <= 1; row += 1)
        for (let column = -1; column <= 1; column += 1) sum += values[(y + row) * width + x + column] ?? 0;
      smooth[y * width + x] = sum / 9;
    }
  return smooth;
}
