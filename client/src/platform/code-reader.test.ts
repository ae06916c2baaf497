import { describe, expect, it } from 'vitest';
import { openCodeReader } from './code-reader.ts';
import type { Look } from './code-reader-types.ts';
import type { DetectorClass } from './native-code-reader.ts';

const FRAME: Look = { views: [{ x: 0, y: 0, width: 10, height: 10, scale: 1 }], isStill: false };
const STILL: Look = { ...FRAME, isStill: true };

interface Shown extends ImageBitmap {
  readonly text: string;
  isClosed: boolean;
}

function show(text: string): Shown {
  const picture = { text, isClosed: false, width: 10, height: 10, close: () => (picture.isClosed = true) };
  return picture as unknown as Shown;
}

/** A worker of a browser that reads everything, and says that it was the worker. */
function makeWorker() {
  const worker = Object.assign(new EventTarget(), {
    isEnded: false,
    terminate: () => (worker.isEnded = true),
    postMessage: ({ call, picture }: { readonly call: number; readonly picture: Shown }) => {
      const data = { call, type: 'read', texts: [`worker: ${picture.text}`] };
      queueMicrotask(() => worker.dispatchEvent(Object.assign(new Event('message'), { data })));
    },
  });
  return worker;
}

/** Proves itself on whatever it is tried with, and then sees what it is told to see. */
function makeDetector(see: (text: string) => readonly string[]): DetectorClass {
  return class {
    static getSupportedFormats = () => Promise.resolve(['qr_code']);
    detect = async (picture: ImageBitmapSource) => {
      const { text } = picture as Shown;
      return (text.startsWith('Gõ Cửa|') ? [text] : see(text)).map((rawValue) => ({ rawValue }));
    };
  };
}

function makeParts(detect: ((text: string) => readonly string[]) | undefined) {
  const started: ReturnType<typeof makeWorker>[] = [];
  const detector = detect && makeDetector(detect);
  const startWorker = () => {
    const worker = makeWorker();
    started.push(worker);
    return worker as unknown as Worker;
  };
  return { started, detector, drawCode: show, startWorker };
}

describe('who reads a picture', () => {
  it('is the worker where the browser cannot, started at once and ended with the reader', async () => {
    const parts = makeParts(undefined);
    const reader = await openCodeReader(parts);
    expect(parts.started).toHaveLength(1);
    expect(await reader.read(show('thẻ'), FRAME)).toEqual(['worker: thẻ']);
    reader.close();
    expect(parts.started[0]?.isEnded).toBe(true);
    await expect(reader.read(show('thẻ'), FRAME)).rejects.toThrow('ended');
  });

  it('is the browser where it can: no worker, and the picture is closed', async () => {
    const parts = makeParts((text) => [text]);
    const reader = await openCodeReader(parts);
    const picture = show('thẻ');
    expect(await reader.read(picture, FRAME)).toEqual(['thẻ']);
    expect(picture.isClosed).toBe(true);
    expect(parts.started).toEqual([]);
  });

  it('is both for a photograph that the browser sees nothing in, but not for each frame of a film', async () => {
    const parts = makeParts(() => []);
    const reader = await openCodeReader(parts);
    expect(await reader.read(show('mờ'), FRAME)).toEqual([]);
    expect(parts.started).toEqual([]);
    expect(await reader.read(show('mờ'), STILL)).toEqual(['worker: mờ']);
  });

  it('is the worker from then on when the browser’s reader goes away', async () => {
    let asked = 0;
    const parts = makeParts(() => {
      asked += 1;
      throw new DOMException('gone', 'NotSupportedError');
    });
    const reader = await openCodeReader(parts);
    expect(await reader.read(show('một'), FRAME)).toEqual(['worker: một']);
    expect(await reader.read(show('hai'), FRAME)).toEqual(['worker: hai']);
    expect([asked, parts.started.length]).toEqual([1, 1]);
  });

  it('is nobody when the worker dies: what waits is told so', async () => {
    const parts = makeParts(undefined);
    const reader = await openCodeReader(parts);
    const [worker] = parts.started;
    if (!worker) throw new Error('no worker');
    worker.postMessage = () => queueMicrotask(() => worker.dispatchEvent(new Event('error')));
    await expect(reader.read(show('thẻ'), FRAME)).rejects.toThrow('ended');
  });
});
