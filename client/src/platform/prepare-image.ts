/** Makes a chosen or taken file fit to be kept: known by content, bounded before decoding, re-drawn without what it told of place and phone. */
import { LIMITS } from '#shared/model/envelope';
import { err, ok, type Result } from '#shared/result';
import type { PaperFileType } from './file-type.ts';
import { decodePicture, type FileHead, type PictureFault, readBytes, readFileHead } from './open-picture.ts';
import { findPdfFault, type PdfFault } from './pdf-fault.ts';
import type { Corners } from './perspective.ts';
import { type Area, findPictureDoubt, type PictureDoubt, SMALL_EDGE } from './picture-doubt.ts';
import { openCanvas, straightenPicture } from './straighten-picture.ts';

export interface PreparedFile {
  /** Bears the same type. */
  readonly blob: Blob;
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf';
  /** Of pictures, upright. */
  readonly width?: number;
  readonly height?: number;
  /** Of pictures: nothing on it could be read. The person decides. */
  readonly doubt?: PictureDoubt;
}

export type ImageFault =
  PictureFault | { readonly type: 'pdfTooLarge'; readonly bytes: number; readonly limit: number } | PdfFault;

const PREPARE_LIMITS = { longEdge: 1_600, aimBytes: 400_000 } as const;

const QUALITIES = [0.82, 0.74, 0.66, 0.58, 0.5];

/**
 * Never upscales. A picture that stays above the aim at the lowest quality is kept so: legible comes before small. `corners`:
 * of a picture only the sheet between them, seen from straight above.
 */
export async function prepareImage(file: Blob, corners?: Corners): Promise<Result<PreparedFile, ImageFault>> {
  const head = await readFileHead(file);
  if (!head.ok) return head;
  return head.value.type === 'pdf' ? preparePdf(file) : preparePicture(file, head.value, corners);
}

async function preparePdf(file: Blob): Promise<Result<PreparedFile, ImageFault>> {
  const limit = LIMITS.attachmentBytes;
  if (file.size > limit) return err({ type: 'pdfTooLarge', bytes: file.size, limit });
  const bytes = await readBytes(file, file.size);
  const fault = bytes ? findPdfFault(bytes) : ({ type: 'unreadable', found: 'pdf' } as const);
  if (!bytes || fault) return err(fault ?? { type: 'unreadable', found: 'pdf' });
  return ok({ blob: new Blob([bytes], { type: 'application/pdf' }), type: 'application/pdf' });
}

async function preparePicture(
  file: Blob,
  head: FileHead,
  corners: Corners | undefined,
): Promise<Result<PreparedFile, ImageFault>> {
  const decoded = await decodePicture(file, head);
  if (!decoded.ok) return decoded;
  try {
    const { canvas, pen } = await (corners
      ? straightenPicture(decoded.value, corners, PREPARE_LIMITS.longEdge)
      : drawWhole(decoded.value));
    try {
      return ok(await encodePicture(canvas, pen, head.type));
    } finally {
      // Given back at once: a cheap phone cannot wait for the browser's own sweeping.
      canvas.width = 0;
    }
  } catch (error) {
    // No canvas of that size, no memory to encode it, or none for its points.
    if (error instanceof DOMException || error instanceof RangeError)
      return err({ type: 'unreadable', found: head.type });
    throw error;
  } finally {
    decoded.value.close();
  }
}

function drawWhole(bitmap: ImageBitmap) {
  const scale = Math.min(1, PREPARE_LIMITS.longEdge / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const drawn = openCanvas(width, height);
  drawn.pen.fillStyle = '#fff';
  drawn.pen.fillRect(0, 0, width, height);
  drawn.pen.imageSmoothingQuality = 'high';
  drawn.pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return drawn;
}

async function encodePicture(
  canvas: OffscreenCanvas,
  pen: OffscreenCanvasRenderingContext2D,
  from: PaperFileType,
): Promise<PreparedFile> {
  const doubt = judge(canvas, pen);
  const seen = { width: canvas.width, height: canvas.height, ...(doubt !== undefined && { doubt }) };
  // A scanned or captured page of plain letters is small and sharp as PNG; a photograph never is.
  if (from === 'png') {
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    if (blob.size <= PREPARE_LIMITS.aimBytes) return { blob, type: 'image/png', ...seen };
  }
  return { blob: await encodeJpeg(canvas), type: 'image/jpeg', ...seen };
}

/** Without memory to look there is no doubt: what can be kept is never refused for want of a warning. */
function judge(canvas: OffscreenCanvas, pen: OffscreenCanvasRenderingContext2D): PictureDoubt | undefined {
  const scale = Math.min(1, SMALL_EDGE / Math.max(canvas.width, canvas.height));
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const read = ({ x, y, width: wide, height: high }: Area) => pen.getImageData(x, y, wide, high);
  try {
    const small = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!small) return undefined;
    small.imageSmoothingQuality = 'medium';
    small.drawImage(canvas, 0, 0, width, height);
    return findPictureDoubt(small.getImageData(0, 0, width, height), canvas, read);
  } catch (error) {
    if (error instanceof DOMException || error instanceof RangeError) return undefined;
    throw error;
  }
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
