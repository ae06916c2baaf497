/** What a file is by its own first bytes, and how large its picture would be, before anything decodes it. Trusts no name and no ending. */
import { err, ok, type Result } from '#shared/result';

export type FileFacts =
  | { readonly type: 'image/jpeg' | 'image/png'; readonly width: number; readonly height: number }
  | { readonly type: 'application/pdf' };

export type FileFault =
  /** A program, whatever it is called. */
  | { readonly type: 'executable' }
  /** A picture as iPhones keep it: the camera's setting "Most compatible" or a screenshot helps. */
  | { readonly type: 'heic' }
  | { readonly type: 'unknownType' }
  /** Its head promises a picture, the rest is not one. */
  | { readonly type: 'damaged' };

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);
const readText = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const EXECUTABLE_HEADS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
  [0x64, 0x65, 0x78, 0x0a],
  // An archive: an .apk is one.
  [0x50, 0x4b, 0x03, 0x04],
];

/** `bytes`: the whole file, or at least its first 256 KB. */
export function readFileFacts(bytes: Uint8Array): Result<FileFacts, FileFault> {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return readJpegSize(bytes);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return readPngSize(bytes);
  if (readText(bytes, 0, 5) === '%PDF-') return ok({ type: 'application/pdf' });
  if (EXECUTABLE_HEADS.some((head) => startsWith(bytes, ...head))) return err({ type: 'executable' });
  const isHeic = readText(bytes, 4, 8) === 'ftyp' && /^(?:hei|hev|mif1|msf1)/.test(readText(bytes, 8, 12));
  return err({ type: isHeic ? 'heic' : 'unknownType' });
}

/** PNG (ISO/IEC 15948): the first chunk is IHDR, width and height its first eight bytes. */
function readPngSize(bytes: Uint8Array): Result<FileFacts, FileFault> {
  if (bytes.length < 24 || readText(bytes, 12, 16) !== 'IHDR') return err({ type: 'damaged' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return checkSize({ type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) });
}

/** JPEG (ITU-T T.81): segments of marker and length, until the frame's own (SOF0-SOF15 without DHT, JPG and DAC). */
function readJpegSize(bytes: Uint8Array): Result<FileFacts, FileFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return err({ type: 'damaged' });
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return checkSize({ type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    }
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += isBare ? 2 : 2 + view.getUint16(at + 2);
  }
  return err({ type: 'damaged' });
}

function checkSize(facts: Extract<FileFacts, { width: number }>): Result<FileFacts, FileFault> {
  return facts.width > 0 && facts.height > 0 ? ok(facts) : err({ type: 'damaged' });
}
