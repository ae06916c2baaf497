/** Opens a picture that somebody offers: known by content, bounded before anything is decoded. Keeps and changes nothing. */
import { err, ok, type Result } from '#shared/result';
import { FILE_TYPE_BYTES, findFileType, type PaperFileType } from './file-type.ts';
import { findPixelSize } from './image-header.ts';

export type PictureFault =
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'tooManyPixels'; readonly pixels: number; readonly limit: number }
  /** Not what is wanted, whatever its name says. */
  | { readonly type: 'wrongType' }
  /** Broken, out of memory, or of a kind that this browser cannot draw (`found: 'heic'`); undefined when not even its first bytes came. */
  | { readonly type: 'unreadable'; readonly found: PaperFileType | undefined };

const PICTURE_LIMITS = {
  fileBytes: 40 * 1024 * 1024,
  /** What is sold as 50 megapixels makes up to 8,192 × 6,144. */
  pixels: 50_400_000,
} as const;

/** Where size and turning of any honest phone's photo stand; only a header that is longer costs a read of the whole. */
const HEAD_BYTES = 1024 * 1024;

export interface FileHead {
  readonly type: PaperFileType;
  readonly bytes: Uint8Array;
}

/** A picture in memory, upright; the caller closes it. A PDF is no picture (`wrongType`). */
export async function openPicture(file: Blob): Promise<Result<ImageBitmap, PictureFault>> {
  const head = await readFileHead(file);
  return head.ok ? decodePicture(file, head.value) : head;
}

/** What the file is, picture or PDF, by its first bytes. */
export async function readFileHead(file: Blob): Promise<Result<FileHead, PictureFault>> {
  const { fileBytes } = PICTURE_LIMITS;
  if (file.size > fileBytes) return err({ type: 'tooLarge', bytes: file.size, limit: fileBytes });
  const bytes = await readBytes(file, HEAD_BYTES);
  if (!bytes || bytes.length === 0) return err({ type: 'unreadable', found: undefined });
  const type = findFileType(bytes.subarray(0, FILE_TYPE_BYTES));
  return type ? ok({ type, bytes }) : err({ type: 'wrongType' });
}

/** Upright; the caller closes it. */
export async function decodePicture(
  file: Blob,
  { type, bytes }: FileHead,
): Promise<Result<ImageBitmap, PictureFault>> {
  if (type === 'pdf') return err({ type: 'wrongType' });
  const unreadable = err({ type: 'unreadable', found: type } as const);
  let size = findPixelSize(bytes, type);
  if (!size && file.size > bytes.length) {
    const whole = await readBytes(file, file.size);
    size = whole && findPixelSize(whole, type);
  }
  if (!size) return unreadable;
  const pixels = size.width * size.height;
  const limit = PICTURE_LIMITS.pixels;
  if (pixels > limit) return err({ type: 'tooManyPixels', pixels, limit });
  const bitmap = await drawUpright(file.slice(0, file.size, `image/${type}`));
  return bitmap ? ok(bitmap) : unreadable;
}

/**
 * Not scaled while decoding: the sides asked for would have to be known after turning, and browsers differ in which
 * comes first; they decode the whole in either case.
 */
async function drawUpright(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    // Before Chrome 112 the word was unknown, and turning the picture upright went without saying.
    if (!(error instanceof TypeError)) return undefined;
    return createImageBitmap(file).catch(() => undefined);
  }
}

/** Undefined where the file went away between choosing and reading, as files of cloud folders do. */
export async function readBytes(file: Blob, count: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.slice(0, count).arrayBuffer());
  } catch {
    return undefined;
  }
}
