/** Makes a screenshot (PNG, 8 bit, RGB or RGBA) a third of its size: the 256 colours that a screen uses most, the rest at the nearest of them. */
import { deflateSync, inflateSync } from 'node:zlib';
import { chunk, u32 } from './code-pictures.ts';

const MAGIC_BYTES = 8;
const MOST_COLOURS = 256;
const PALETTE_KIND = 3;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number a point: red, green and blue in a byte each; what shines through is left out. */
  readonly colours: Uint32Array;
}

export function shrinkPicture(png: Buffer): Buffer {
  const { width, height, colours } = readPixels(png);
  const palette = choosePalette(colours);
  const findPlace = rememberNearest(palette);
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = findPlace(colour);
  });
  const header = Buffer.from([...u32(width), ...u32(height), 8, PALETTE_KIND, 0, 0, 0]);
  return Buffer.concat([
    ...[png.subarray(0, MAGIC_BYTES), chunk('IHDR', header)],
    chunk('PLTE', Buffer.from(palette.flatMap(splitColour))),
    ...[chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function splitColour(colour: number): [number, number, number] {
  return [colour >>> 16, (colour >>> 8) & 255, colour & 255];
}

function choosePalette(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const rows = [...counts].sort(([one, often], [other, seldom]) => seldom - often || one - other);
  return rows.slice(0, MOST_COLOURS).map(([colour]) => colour);
}

function rememberNearest(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, at) => [colour, at]));
  const parts = palette.map(splitColour);
  const search = (colour: number): number => {
    const wanted = splitColour(colour);
    const distances = parts.map((part) =>
      part.reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0),
    );
    return distances.indexOf(Math.min(...distances));
  };
  return (colour) => {
    const place = known.get(colour) ?? search(colour);
    known.set(colour, place);
    return place;
  };
}

function readPixels(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  const header = png.subarray(MAGIC_BYTES + 8, MAGIC_BYTES + 21);
  for (let at = MAGIC_BYTES; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = header[9] === 6 ? 4 : 3;
  if (header[8] !== 8 || (header[9] !== 2 && header[9] !== 6) || header[12] !== 0)
    throw new Error('Not a picture as this browser takes them: 8 bit, RGB or RGBA, not interlaced.');
  const data = undoFilters(inflateSync(Buffer.concat(parts)), { line: width * bytes, bytes });
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) colours[at] = data.readUIntBE(at * bytes, 3);
  return { width, height, colours };
}

/** Each line of a PNG is kept as its difference from what stands to its left (1), above (2), between (3), or nearest to both (4). */
function undoFilters(raw: Buffer, { line, bytes }: { line: number; bytes: number }): Buffer {
  const lines = raw.length / (line + 1);
  const data = Buffer.alloc(line * lines);
  for (let y = 0; y < lines; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= bytes ? (data[at - bytes] ?? 0) : 0;
      const above = y > 0 ? (data[at - line] ?? 0) : 0;
      const corner = x >= bytes && y > 0 ? (data[at - line - bytes] ?? 0) : 0;
      const guesses = [0, left, above, (left + above) >> 1, choosePaeth(left, above, corner)];
      data[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return data;
}

function choosePaeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
