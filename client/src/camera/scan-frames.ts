/** Looks at a running video again and again until it is told to stop. Decides nothing about what it read. */
import type { CodeReader, Look } from '../platform/code-reader-types.ts';
import { chooseFrameView, type PictureView } from '../platform/picture-views.ts';
import { restAfter } from '../platform/reading-pace.ts';

interface ScanParts {
  readonly video: HTMLVideoElement;
  readonly reader: CodeReader;
  readonly signal: AbortSignal;
  readonly hasBars: boolean;
  readonly onText: (text: string) => void;
}

/** Rejects when the reader does not run here. */
export async function scanFrames({ video, reader, signal, hasBars, onText }: ScanParts): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    const startedAt = performance.now();
    const picture = await takeFrame(video, turn);
    const texts = picture ? await reader.read(picture.frame, { ...picture.look, hasBars }) : [];
    for (const text of texts) if (!signal.aborted) onText(text);
    await rest(restAfter(performance.now() - startedAt), signal);
  }
}

async function takeFrame(
  video: HTMLVideoElement,
  turn: number,
): Promise<{ readonly frame: ImageBitmap; readonly look: Look } | undefined> {
  const size = { width: video.videoWidth, height: video.videoHeight };
  if (size.width === 0 || size.height === 0) return undefined;
  const view = chooseFrameView(turn, size);
  const frame = await cutFrame(video, view);
  return frame && { frame, look: { views: [{ ...view, x: 0, y: 0 }], isStill: false } };
}

/** Undefined where the video has no picture yet, or has just been stopped. */
async function cutFrame(
  video: HTMLVideoElement,
  { x, y, width, height }: PictureView,
): Promise<ImageBitmap | undefined> {
  return createImageBitmap(video, x, y, width, height).catch(() => undefined);
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
