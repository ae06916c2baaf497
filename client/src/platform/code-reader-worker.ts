/** The worker that reads square codes and, where asked to, bar codes out of pictures, so that the page stays quick. Keeps neither picture nor text. */
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { PictureView } from './picture-views.ts';
import type { ReadCall, ReadReply } from './worker-code-reader.ts';

// Ours, from our own address: by itself the package would fetch it from a stranger.
const overrides = { locateFile: () => wasmAddress };
// Whether it came is told by the first look.
prepareZXingModule({ overrides, fireImmediately: true }).catch(() => undefined);

const SQUARES: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: 4, characterSet: 'UTF8' };
/** Every further kind costs time in each frame of a film, so that cards are looked for without it. */
const WITH_BARS: ReaderOptions = { ...SQUARES, formats: ['QRCode', 'Code128'] };

const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });

self.addEventListener('message', ({ data }: MessageEvent<ReadCall>) => {
  void answerCall(data).then((reply) => self.postMessage(reply));
});

async function answerCall({ call, picture, look }: ReadCall): Promise<ReadReply> {
  try {
    for (const view of look.views) {
      const pixels = drawView(picture, view);
      if (!pixels) continue;
      const results = await readBarcodes(pixels, look.hasBars ? WITH_BARS : SQUARES);
      const texts = results.filter(({ isValid }) => isValid).map(({ text }) => text);
      if (texts.length > 0) return { call, type: 'read', texts };
    }
    return { call, type: 'read', texts: [] };
  } catch {
    return { call, type: 'broken' };
  } finally {
    picture.close();
    canvas.width = 1;
    canvas.height = 1;
  }
}

/** Undefined where the phone has no memory for it. */
function drawView(picture: ImageBitmap, { x, y, width, height, scale }: PictureView): ImageData | undefined {
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  if (!pen) return undefined;
  try {
    pen.imageSmoothingQuality = 'medium';
    pen.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  } catch {
    return undefined;
  }
}
