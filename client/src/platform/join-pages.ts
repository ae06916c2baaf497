/** Makes of the photographs of one paper a single PDF, in memory. Leaves alone what it cannot join: other PDFs, and more than a portal takes. */
import { LIMITS } from '#shared/model/envelope';
import { findFileType } from './file-type.ts';
import { findPixelSize } from './image-header.ts';
import { openCanvas } from './straighten-picture.ts';
import { type PdfPage, writePdf } from './write-pdf.ts';

const PNG_QUALITY = 0.9;

/** Undefined where they have to stay files of their own. */
export async function joinPages(files: readonly Blob[]): Promise<Blob | undefined> {
  const pages: PdfPage[] = [];
  for (const file of files) {
    const page = await readPage(file);
    if (!page) return undefined;
    pages.push(page);
  }
  const whole = pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
  if (whole > LIMITS.attachmentBytes - pages.length * 1_000) return undefined;
  return new Blob([writePdf(pages)], { type: 'application/pdf' });
}

async function readPage(file: Blob): Promise<PdfPage | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = findFileType(bytes);
  const size = type && findPixelSize(bytes, type);
  if (!size) return undefined;
  if (type === 'jpeg') return { jpeg: bytes, ...size };
  return type === 'png' ? turnIntoJpeg(file) : undefined;
}

async function turnIntoJpeg(file: Blob): Promise<PdfPage | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  const { canvas, pen } = openCanvas(width, height);
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: PNG_QUALITY });
  canvas.width = 0;
  return { jpeg: new Uint8Array(await jpeg.arrayBuffer()), width, height };
}
