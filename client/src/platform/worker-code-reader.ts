/** The page's side of the worker that reads codes: one promise for each picture. */
import type { CodeReader, Look } from './code-reader-types.ts';

export interface ReadCall {
  readonly call: number;
  readonly picture: ImageBitmap;
  readonly look: Look;
}

export type ReadReply =
  | { readonly call: number; readonly type: 'read'; readonly texts: readonly string[] }
  /** The reader itself does not run here. */
  | { readonly call: number; readonly type: 'broken' };

interface Pending {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

export function createWorkerReader(worker: Worker): CodeReader {
  const pending = new Map<number, Pending>();
  let lastCall = 0;
  let isEnded = false;
  const end = (): void => {
    isEnded = true;
    worker.terminate();
    for (const { reject } of pending.values()) reject(new Error('The code reader has ended.'));
    pending.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
    const waiting = pending.get(data.call);
    pending.delete(data.call);
    if (data.type === 'read') waiting?.resolve(data.texts);
    else waiting?.reject(new Error('The code reader does not run here.'));
  });
  worker.addEventListener('error', end);
  return {
    read: (picture, look) =>
      new Promise((resolve, reject) => {
        if (isEnded) return reject(new Error('The code reader has ended.'));
        const call = ++lastCall;
        pending.set(call, { resolve, reject });
        const message: ReadCall = { call, picture, look };
        worker.postMessage(message, [picture]);
      }),
    close: end,
  };
}
