/** Square codes as a camera sees them: a film for the browser's pretended camera, and a photograph as a file. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

export interface Scene {
  readonly seconds: number;
  /** Undefined: a wall, and nothing to read. */
  readonly code?: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const FILM: Size = { width: 640, height: 480 };
const WALL = 150;

/** Uncompressed (YUV4MPEG2), one picture a second; the browser begins it anew whenever the camera is opened. */
export function writeFilm(path: string, scenes: readonly Scene[]): void {
  const file = openSync(path, 'w');
  const { width, height } = FILM;
  writeSync(file, `YUV4MPEG2 W${width} H${height} F1:1 Ip A1:1 C420jpeg\n`);
  const colour = Buffer.alloc((width * height) / 2, 128);
  for (const { seconds, code } of scenes) {
    const light = drawCode(code, FILM);
    for (let second = 0; second < seconds; second++)
      for (const part of [Buffer.from('FRAME\n'), light, colour]) writeSync(file, part);
  }
  closeSync(file);
}

/** A photograph (PNG, grey) with the code small in its middle; `trace` is a word that a kept copy would carry along. */
export function drawPhotograph(code: string | undefined, trace: string, size: Size): Buffer {
  const light = drawCode(code, size);
  const rows = Buffer.alloc((size.width + 1) * size.height);
  for (let y = 0; y < size.height; y++)
    light.copy(rows, y * (size.width + 1) + 1, y * size.width, (y + 1) * size.width);
  const header = Buffer.from([...u32(size.width), ...u32(size.height), 8, 0, 0, 0, 0]);
  return Buffer.concat([
    ...[Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header)],
    ...[chunk('tEXt', Buffer.from(`Comment\0${trace}`, 'latin1')), chunk('IDAT', deflateSync(rows))],
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A header that claims more than any phone can hold, and nothing behind it. */
export function drawBomb(): Buffer {
  const header = Buffer.from([...u32(60_000), ...u32(60_000), 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header)]);
}

/** One byte a point: a grey wall, and on it the code with its white edge, four fifths of the height. */
function drawCode(code: string | undefined, { width, height }: Size): Buffer {
  const light = Buffer.alloc(width * height, WALL);
  if (code === undefined) return light;
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const dot = Math.max(3, Math.floor((Math.min(width, 640) * 0.65) / size));
  const [left, top] = [Math.floor((width - size * dot) / 2), Math.floor((height - size * dot) / 2)];
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      for (let line = 0; line < dot; line++) {
        const from = (top + y * dot + line) * width + left + x * dot;
        light.fill(isDark ? 25 : 230, from, from + dot);
      }
    }),
  );
  return light;
}

/** A part of a PNG file with its length and its checksum. */
export function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  return Buffer.concat([Buffer.from(u32(content.length)), body, Buffer.from(u32(crc32(body)))]);
}

/** Big-endian, as PNG writes numbers. */
export function u32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
