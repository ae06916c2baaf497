import { describe, expect, it } from 'vitest';
import { findPixelSize } from './image-header.ts';

type Part = number | string | readonly number[];

/** Numbers are bytes, texts are letters. */
function bytesOf(...parts: readonly Part[]): Uint8Array {
  const flat = parts.flatMap((part) =>
    typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
  );
  return Uint8Array.from(flat as number[]);
}

const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(Math.floor(value / 0x1_0000)), ...u16(value % 0x1_0000)];
const little24 = (value: number): number[] => [value & 255, (value >> 8) & 255, value >> 16];
const little16 = (value: number): number[] => [value & 255, value >> 8];

function makeSegment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...u16(content.length + 2), ...content];
}
function makeFrame(marker: number, width: number, height: number): number[] {
  return makeSegment(marker, [8, ...u16(height), ...u16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
}
function makeBox(kind: string, ...content: readonly Part[]): number[] {
  const inside = bytesOf(...content);
  return [...u32(inside.length + 8), ...bytesOf(kind), ...inside];
}
function makeSize(width: number, height: number): number[] {
  return makeBox('ispe', u32(0), u32(width), u32(height));
}
function makeHeic(...sizes: readonly number[][]): Uint8Array {
  const properties = makeBox('iprp', makeBox('ipco', makeBox('hvcC', 'x'), ...sizes));
  const meta = makeBox('meta', u32(0), makeBox('hdlr', 'pict'), properties);
  return bytesOf(makeBox('ftyp', 'heic', u32(0), 'mif1heic'), meta, makeBox('mdat', 'pixels'));
}

const START = [0xff, 0xd8];
const TABLE = makeSegment(0xc4, [0, 1, 2, 3]);
/** A thumbnail's own frame header lies inside, and must not be taken for the picture's. */
const EXIF = makeSegment(0xe1, [...bytesOf('Exif'), 0, 0, ...START, ...makeFrame(0xc0, 160, 120)]);

describe('the size that a picture claims', () => {
  it('a photograph, past its thumbnail, tables and filling', () => {
    const photo = bytesOf(START, EXIF, TABLE, 0xff, 0xff, makeFrame(0xc0, 4080, 3060));
    expect(findPixelSize(photo, 'jpeg')).toEqual({ width: 4080, height: 3060 });
  });

  it('a progressive photograph', () => {
    const photo = bytesOf(START, makeFrame(0xc2, 1600, 1200));
    expect(findPixelSize(photo, 'jpeg')).toEqual({ width: 1600, height: 1200 });
  });

  it('a scan in PNG', () => {
    const scan = bytesOf(0x89, 'PNG\r\n', 0x1a, '\n', u32(13), 'IHDR', u32(2480), u32(3508), [8, 2, 0, 0, 0]);
    expect(findPixelSize(scan, 'png')).toEqual({ width: 2480, height: 3508 });
  });

  it('WebP with loss, without loss and with extras', () => {
    const lossy = bytesOf(
      'RIFF',
      u32(0),
      'WEBPVP8 ',
      u32(0),
      [0x30, 1, 0, 0x9d, 1, 0x2a],
      little16(1280),
      little16(720),
    );
    expect(findPixelSize(lossy, 'webp')).toEqual({ width: 1280, height: 720 });
    const packed = (1280 - 1) | ((720 - 1) << 14);
    const lossless = bytesOf(
      'RIFF',
      u32(0),
      'WEBPVP8L',
      u32(0),
      0x2f,
      little16(packed & 0xffff),
      little16(packed >>> 16),
    );
    expect(findPixelSize(lossless, 'webp')).toEqual({ width: 1280, height: 720 });
    const extended = bytesOf('RIFF', u32(0), 'WEBPVP8X', u32(0), u32(0), little24(16_382), little24(719));
    expect(findPixelSize(extended, 'webp')).toEqual({ width: 16_383, height: 720 });
  });

  it('HEIC from a phone: the whole picture, not one of its tiles', () => {
    const photo = makeHeic(makeSize(512, 512), makeSize(4032, 3024), makeSize(320, 240));
    expect(findPixelSize(photo, 'heic')).toEqual({ width: 4032, height: 3024 });
  });
});

describe('a picture made to burst the memory is seen by its header alone', () => {
  it.each([
    ['jpeg', bytesOf(START, makeFrame(0xc0, 65_535, 65_535))],
    ['png', bytesOf(0x89, 'PNG\r\n', 0x1a, '\n', u32(13), 'IHDR', u32(0x7fff_ffff), u32(0x7fff_ffff))],
    ['webp', bytesOf('RIFF', u32(0), 'WEBPVP8X', u32(0), u32(0), little24(0xff_ffff), little24(0xff_ffff))],
    ['heic', makeHeic(makeSize(16, 16), makeSize(0xffff_ffff, 0xffff_ffff))],
  ] as const)('%s', (type, bytes) => {
    const { width, height } = findPixelSize(bytes, type) ?? { width: 0, height: 0 };
    expect(bytes.length).toBeLessThan(200);
    expect(width * height).toBeGreaterThan(4_000_000_000);
  });
});

describe('a broken header names no size', () => {
  it.each([
    ['jpeg', 'ends before its frame', bytesOf(START, EXIF)],
    ['jpeg', 'a segment that points outside the file', bytesOf(START, [0xff, 0xe1, 0xff, 0xff])],
    [
      'jpeg',
      'a segment without length would loop for ever',
      bytesOf(START, [0xff, 0xe1, 0, 0], makeFrame(0xc0, 9, 9)),
    ],
    ['jpeg', 'a height of nought, told only after the picture', bytesOf(START, makeFrame(0xc0, 100, 0))],
    [
      'jpeg',
      'pixels before any size',
      bytesOf(START, makeSegment(0xda, [1, 1, 0, 0, 63, 0]), makeFrame(0xc0, 9, 9)),
    ],
    ['png', 'another chunk first', bytesOf(0x89, 'PNG\r\n', 0x1a, '\n', u32(4), 'tEXt', u32(100), u32(100))],
    ['png', 'cut short', bytesOf(0x89, 'PNG\r\n', 0x1a, '\n', u32(13), 'IHDR', u32(100))],
    ['webp', 'an unknown chunk', bytesOf('RIFF', u32(0), 'WEBPJUNK', u32(0), u32(0), u32(0))],
    ['webp', 'a wrong start code', bytesOf('RIFF', u32(0), 'WEBPVP8 ', u32(0), u32(0), u32(0), u32(0))],
    ['heic', 'no sizes', makeHeic()],
    ['heic', 'a box shorter than its own header', bytesOf(makeBox('ftyp', 'heic'), u32(3), 'meta')],
    ['heic', 'a box of length nought as the last one', bytesOf(makeBox('ftyp', 'heic'), u32(0), 'meta')],
    ['pdf', 'is no picture', bytesOf('%PDF-1.7')],
  ] as const)('%s: %s', (type, _what, bytes) => expect(findPixelSize(bytes, type)).toBeUndefined());

  it('no prefix of an honest photograph makes the reader fail or invent', () => {
    const photo = bytesOf(START, EXIF, TABLE, makeFrame(0xc0, 4080, 3060));
    const found = Array.from(photo, (_, end) => findPixelSize(photo.subarray(0, end), 'jpeg'));
    expect(found.every((size) => size === undefined || size.width === 4080)).toBe(true);
  });
});
