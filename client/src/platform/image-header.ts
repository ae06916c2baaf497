/** How many pixels a picture claims, from its header, before anything is decoded. Trusts no length that the file gives. */
import { type PaperFileType, readLetters } from './file-type.ts';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** As coded, before any turning. Undefined where the header is broken, ends early or names no size. */
export function findPixelSize(bytes: Uint8Array, type: PaperFileType): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[type](view, bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A DataView throws when it is read past its end: the header points outside the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => PixelSize | undefined;

const READERS: Readonly<Record<PaperFileType, Reader>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  heic: readHeic,
  pdf: () => undefined,
};

/** ITU-T T.81: a chain of segments; the frame header (SOF0-15 without DHT, JPG, DAC) bears the size. */
function readJpeg(view: DataView): PixelSize | undefined {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else if (marker === 0xd9 || marker === 0xda) {
      return undefined;
    } else {
      const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      const length = isBare ? 0 : view.getUint16(at + 2);
      if (!isBare && length < 2) return undefined;
      at += 2 + length;
    }
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** PNG, third edition, 11.2.1: IHDR comes first. */
function readPng(view: DataView, bytes: Uint8Array): PixelSize | undefined {
  if (readLetters(bytes, 12, 4) !== 'IHDR') return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** RFC 9649: lossy (VP8), lossless (VP8L) or with extras (VP8X, whose canvas bounds every frame). */
function readWebp(view: DataView, bytes: Uint8Array): PixelSize | undefined {
  const kind = readLetters(bytes, 12, 4);
  if (kind === 'VP8X') return { width: 1 + readUint24(view, 24), height: 1 + readUint24(view, 27) };
  if (kind === 'VP8L' && view.getUint8(20) === 0x2f) {
    const packed = view.getUint32(21, true);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (kind !== 'VP8 ' || readUint24(view, 23) !== 0x2a019d) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
}

interface Box {
  readonly kind: string;
  /** Where its content begins, and where the next box does. */
  readonly start: number;
  readonly end: number;
}

/** ISO 23008-12: sizes (`ispe`) lie in meta/iprp/ipco, the whole picture's among those of its tiles, so the largest counts. */
function readHeic(view: DataView, bytes: Uint8Array): PixelSize | undefined {
  const file = { kind: 'file', start: 0, end: bytes.length };
  const find = (parent: Box, kind: string) => listBoxes(view, bytes, parent).find((box) => box.kind === kind);
  const meta = find(file, 'meta');
  // `meta` is a full box: version and flags stand before its children.
  const properties = meta && find({ ...meta, start: meta.start + 4 }, 'iprp');
  const container = properties && find(properties, 'ipco');
  if (!container) return undefined;
  const sizes = listBoxes(view, bytes, container)
    .filter(({ kind }) => kind === 'ispe')
    .map(({ start }) => ({ width: view.getUint32(start + 4), height: view.getUint32(start + 8) }));
  return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

/** More than any phone writes, so that a file of nothing but empty boxes costs no time. */
const MAX_BOXES = 4_096;

/** The boxes inside one, up to the first that is broken. */
function listBoxes(view: DataView, bytes: Uint8Array, { start, end }: Box): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at + 8 <= Math.min(end, bytes.length) && boxes.length < MAX_BOXES) {
    const short = view.getUint32(at);
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short || end - at;
    const header = short === 1 ? 16 : 8;
    if (length < header) break;
    boxes.push({ kind: readLetters(bytes, at + 4, 4), start: at + header, end: Math.min(at + length, end) });
    at += length;
  }
  return boxes;
}
