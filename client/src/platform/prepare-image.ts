/** Makes a chosen or taken file fit to be kept: known by content, bounded before decoding, re-drawn without what it told of place and phone. */
import { LIMITS } from '#shared/model/envelope';
import { err, ok, type Result } from '#shared/result';
import { FILE_TYPE_BYTES, findFileType, type PaperFileType } from './file-type.ts';
import { findPixelSize } from './image-header.ts';
import { findPdfFault } from './pdf-fault.ts';

export interface PreparedFile {
  /** Bears the same type. */
  readonly blob: Blob;
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf';
  /** Of pictures, upright. */
  readonly width?: number;
  readonly height?: number;
}

export type ImageFault =
  | { readonly type: 'tooLarge' | 'pdfTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'tooManyPixels'; readonly pixels: number; readonly limit: number }
  /** Neither picture nor PDF, whatever its name says. */
  | { readonly type: 'wrongType' }
  | { readonly type: 'pdfEncrypted' }
  /** Broken, out of memory, or of a kind that this browser cannot draw (`found: 'heic'`); undefined when not even its first bytes came. */
  | { readonly type: 'unreadable'; readonly found: PaperFileType | undefined };

const PREPARE_LIMITS = {
  fileBytes: 40 * 1024 * 1024,
  /** What is sold as 50 megapixels makes up to 8,192 × 6,144. */
  pixels: 50_400_000,
  longEdge: 1_600,
  aimBytes: 400_000,
} as const;

/** Where size and turning of any honest phone's photo stand; only a header that is longer costs a read of the whole. */
const HEAD_BYTES = 1024 * 1024;
const QUALITIES = [0.82, 0.74, 0.66, 0.58, 0.5];

/** Never upscales. A picture that stays above the aim at the lowest quality is kept so: legible comes before small. */
export async function prepareImage(file: Blob): Promise<Result<PreparedFile, ImageFault>> {
  const { fileBytes } = PREPARE_LIMITS;
  if (file.size > fileBytes) return err({ type: 'tooLarge', bytes: file.size, limit: fileBytes });
  const head = await readBytes(file, HEAD_BYTES);
  if (!head || head.length === 0) return err({ type: 'unreadable', found: undefined });
  const type = findFileType(head.subarray(0, FILE_TYPE_BYTES));
  if (!type) return err({ type: 'wrongType' });
  return type === 'pdf' ? preparePdf(file) : preparePicture({ file, head, type });
}

async function preparePdf(file: Blob): Promise<Result<PreparedFile, ImageFault>> {
  const limit = LIMITS.attachmentBytes;
  if (file.size > limit) return err({ type: 'pdfTooLarge', bytes: file.size, limit });
  const bytes = await readBytes(file, file.size);
  const fault = bytes ? findPdfFault(bytes) : ({ type: 'unreadable', found: 'pdf' } as const);
  if (!bytes || fault) return err(fault ?? { type: 'unreadable', found: 'pdf' });
  return ok({ blob: new Blob([bytes], { type: 'application/pdf' }), type: 'application/pdf' });
}

interface Picture {
  readonly file: Blob;
  readonly head: Uint8Array;
  readonly type: Exclude<PaperFileType, 'pdf'>;
}

async function preparePicture({ file, head, type }: Picture): Promise<Result<PreparedFile, ImageFault>> {
  const unreadable = err({ type: 'unreadable', found: type } as const);
  let size = findPixelSize(head, type);
  if (!size && file.size > head.length) {
    const whole = await readBytes(file, file.size);
    size = whole && findPixelSize(whole, type);
  }
  if (!size) return unreadable;
  const pixels = size.width * size.height;
  const limit = PREPARE_LIMITS.pixels;
  if (pixels > limit) return err({ type: 'tooManyPixels', pixels, limit });
  const bitmap = await decodePicture(file.slice(0, file.size, `image/${type}`));
  if (!bitmap) return unreadable;
  try {
    return ok(await encodePicture(bitmap, type));
  } catch (error) {
    // No canvas of that size, or no memory to encode it.
    if (error instanceof DOMException) return unreadable;
    throw error;
  } finally {
    bitmap.close();
  }
}

/**
 * Upright. Not scaled while decoding: the sides asked for would have to be known after turning, and browsers differ in
 * which comes first; they decode the whole in either case.
 */
async function decodePicture(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    // Before Chrome 112 the word was unknown, and turning the picture upright went without saying.
    if (!(error instanceof TypeError)) return undefined;
    return createImageBitmap(file).catch(() => undefined);
  }
}

async function encodePicture(bitmap: ImageBitmap, from: PaperFileType): Promise<PreparedFile> {
  const scale = Math.min(1, PREPARE_LIMITS.longEdge / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  // In memory, not on the graphics chip: cheap ones cannot hold a picture of more than 4,096 points a side.
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!pen) throw new DOMException('No canvas of this size.', 'InvalidStateError');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  // A scanned or captured page of plain letters is small and sharp as PNG; a photograph never is.
  if (from === 'png') {
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    if (blob.size <= PREPARE_LIMITS.aimBytes) return { blob, type: 'image/png', width, height };
  }
  return { blob: await encodeJpeg(canvas), type: 'image/jpeg', width, height };
}

async function encodeJpeg(canvas: OffscreenCanvas): Promise<Blob> {
  let smallest: Blob | undefined;
  for (const quality of QUALITIES) {
    smallest = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (smallest.size <= PREPARE_LIMITS.aimBytes) break;
  }
  if (!smallest) throw new Error('There is no quality to try.');
  return smallest;
}

/** Undefined where the file went away between choosing and reading, as files of cloud folders do. */
async function readBytes(file: Blob, count: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.slice(0, count).arrayBuffer());
  } catch {
    return undefined;
  }
}
