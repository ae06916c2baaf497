/** Codes as a camera sees them: a film for the browser's pretended camera, a photograph as a file, and what stands on a screen. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { encode } from 'uqr';
import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';

export interface Scene {
  readonly seconds: number;
  /** Undefined: a wall, and nothing to read. */
  readonly code?: string;
  /** A whole picture instead, as `photographScreen` takes it. */
  readonly light?: Buffer;
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
  for (const { seconds, code, light = drawCode(code, FILM) } of scenes) {
    for (let second = 0; second < seconds; second++)
      for (const part of [Buffer.from('FRAME\n'), light, colour]) writeSync(file, part);
  }
  closeSync(file);
}

const { resolve } = createRequire(import.meta.url);
const load = (part: 'reader' | 'writer') => ({
  overrides: {
    wasmBinary: Uint8Array.from(readFileSync(resolve(`zxing-wasm/${part}/zxing_${part}.wasm`))).buffer,
  },
});

/** What the square code that stands on a screen says: read off its picture, and out of nothing else. */
export async function readScreenCode(spot: Locator): Promise<string> {
  prepareReader(load('reader'));
  const [found] = await readBarcodes(await spot.screenshot(), { formats: ['QRCode'] });
  if (!found) throw new Error('No code can be read there.');
  return found.text;
}

/** What stands on a screen, as the camera of another phone before it sees it: one byte a point, as large as the film. */
export async function photographScreen(spot: Locator): Promise<Buffer> {
  const shot = (await spot.screenshot()).toString('base64');
  const light = await spot.page().evaluate(
    async ({ picture, width, height, wall }) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = `rgb(${wall} ${wall} ${wall})`;
      pen.fillRect(0, 0, width, height);
      const scale = Math.min(width / image.width, height / image.height);
      const [wide, high] = [image.width * scale, image.height * scale];
      pen.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
      const { data } = pen.getImageData(0, 0, width, height);
      let points = '';
      for (let at = 1; at < data.length; at += 4) points += String.fromCharCode(data[at] ?? 0);
      return btoa(points);
    },
    { picture: shot, ...FILM, wall: WALL },
  );
  return Buffer.from(light, 'base64');
}

/** The bar code (Code 128) of a receipt, as a picture file (PNG). */
export async function drawBarCode(text: string): Promise<Buffer> {
  prepareWriter(load('writer'));
  const { image, error } = await writeBarcode(text, { format: 'Code128', scale: 3 });
  if (!image) throw new Error(error);
  return Buffer.from(await image.arrayBuffer());
}

/** The browser's switches for seeing that film instead of a camera, without being asked whether it may. */
export function listFilmFlags(film: string): readonly string[] {
  return [
    ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    `--use-file-for-fake-video-capture=${film}`,
  ];
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
