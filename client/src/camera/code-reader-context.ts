/** Hands the start of the code reader's worker down to whoever scans: only the app's beginning may turn an address into a script. */
import { createContext, useContext, useEffect, useState } from 'react';
import { encode } from 'uqr';
import { openCodeReader } from '../platform/code-reader.ts';
import type { CodeReader } from '../platform/code-reader-types.ts';
import type { DetectorClass } from '../platform/native-code-reader.ts';

export type StartReaderWorker = () => Worker;

export const CodeReaderContext = createContext<StartReaderWorker | undefined>(undefined);

export interface ReaderHold {
  /** Opened at the first call, the same one until it is dropped; ended with the screen. */
  readonly take: () => Promise<CodeReader>;
  /** After it broke: the next one is a new one. */
  readonly drop: () => void;
}

export function useCodeReader(): ReaderHold {
  const startWorker = useContext(CodeReaderContext);
  const [hold] = useState(() => holdReader(() => open(startWorker)));
  useEffect(() => hold.drop, [hold]);
  return hold;
}

function holdReader(openReader: () => Promise<CodeReader>): ReaderHold {
  let held: Promise<CodeReader> | undefined;
  return {
    take: () => (held ??= openReader()),
    drop: () => {
      // One that never came needs no end.
      held?.then(
        (reader) => reader.close(),
        () => undefined,
      );
      held = undefined;
    },
  };
}

async function open(startWorker: StartReaderWorker | undefined): Promise<CodeReader> {
  if (!startWorker) throw new Error('No screen may scan outside the app: the reader has no worker.');
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorClass };
  return openCodeReader({ detector: BarcodeDetector, drawCode, startWorker });
}

const DOT = 6;

function drawCode(text: string): OffscreenCanvas {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const canvas = new OffscreenCanvas(size * DOT, size * DOT);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('No canvas.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  data.forEach((row, y) => row.forEach((isDark, x) => isDark && pen.fillRect(x * DOT, y * DOT, DOT, DOT)));
  return canvas;
}
