/** Makes of a photograph or scan what may be kept: limits first, then one decode, then a small JPEG without place, camera or time. */
import { err, ok, type Result } from '#shared/result';
import { type FileFault, readFileFacts } from './file-facts.ts';

export const FILE_LIMITS = {
  bytesIn: 40 * 1024 * 1024,
  pixels: 50_000_000,
  pdfBytes: 12 * 1024 * 1024,
  longEdge: 1_600,
  aimBytes: 400 * 1024,
} as const;

export type ReencodeFault =
  | FileFault
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'tooManyPixels'; readonly pixels: number; readonly limit: number }
  | { readonly type: 'empty' };

export interface PreparedFile {
  readonly file: Blob;
  readonly type: 'image/jpeg' | 'application/pdf';
}

/** From finest to coarsest: the first that fits the aim is taken, the last in any case. */
const QUALITIES = [0.82, 0.72, 0.6, 0.5] as const;
const HEAD_BYTES = 256 * 1024;

/** A picture comes back as a JPEG of at most 1,600 pixels, a PDF as it is. */
export async function prepareFile(file: Blob): Promise<Result<PreparedFile, ReencodeFault>> {
  const { bytesIn, pixels, pdfBytes } = FILE_LIMITS;
  if (file.size === 0) return err({ type: 'empty' });
  if (file.size > bytesIn) return err({ type: 'tooLarge', bytes: file.size, limit: bytesIn });
  const facts = readFileFacts(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!facts.ok) return facts;
  if (facts.value.type === 'application/pdf') {
    if (file.size > pdfBytes) return err({ type: 'tooLarge', bytes: file.size, limit: pdfBytes });
    return ok({ file, type: 'application/pdf' });
  }
  const { width, height, type } = facts.value;
  if (width * height > pixels) return err({ type: 'tooManyPixels', pixels: width * height, limit: pixels });
  return reencode(file.slice(0, file.size, type));
}

async function reencode(file: Blob): Promise<Result<PreparedFile, ReencodeFault>> {
  const picture = await decode(file);
  if (!picture) return err({ type: 'damaged' });
  const scale = Math.min(1, FILE_LIMITS.longEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return err({ type: 'damaged' });
  // Paper is white: what was transparent must not turn black.
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  let smallest: Blob | undefined;
  for (const quality of QUALITIES) {
    smallest = await encodeJpeg(canvas, quality);
    if (!smallest || smallest.size <= FILE_LIMITS.aimBytes) break;
  }
  // A cheap phone gets its memory back now, not at the next collection.
  canvas.width = 0;
  return smallest ? ok({ file: smallest, type: 'image/jpeg' }) : err({ type: 'damaged' });
}

/** Upright, as the camera was held. */
async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

function encodeJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality);
  });
}
