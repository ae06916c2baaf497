/** Reads codes out of pictures: by the browser where it really can, else by our own worker. Keeps no picture and no text. */
import type { CodeReader } from './code-reader-types.ts';
import { type DetectorClass, findNativeReader } from './native-code-reader.ts';
import { createWorkerReader } from './worker-code-reader.ts';

export interface CodeReaderParts {
  /** `BarcodeDetector` of the browser, where there is one. */
  readonly detector: DetectorClass | undefined;
  /** A square code that says `text`, for the browser to prove itself on. */
  readonly drawCode: (text: string) => ImageBitmapSource;
  readonly startWorker: () => Worker;
}

export async function openCodeReader(parts: CodeReaderParts): Promise<CodeReader> {
  const native = await findNativeReader(parts.detector, parts.drawCode);
  let isNativeUsable = native !== undefined;
  let own: CodeReader | undefined;
  const takeOwn = () => (own ??= createWorkerReader(parts.startWorker()));
  // Its parts are on the way while the camera opens.
  if (!native) takeOwn();
  return {
    read: async (picture, look) => {
      // The browser has proved itself on a square code alone.
      if (native && isNativeUsable && !look.hasBars) {
        const texts = await native(picture).catch(() => undefined);
        // A browser's reader that breaks once is a service that went away.
        isNativeUsable = texts !== undefined;
        if (texts && (texts.length > 0 || !look.isStill)) {
          picture.close();
          return texts;
        }
      }
      return takeOwn().read(picture, look);
    },
    close: () => own?.close(),
  };
}
