/** Watches the keys of one field, and says when what ended with Enter came from a scanner. */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { isScan } from './scan-timing.ts';

export interface Scanner {
  /** What a pressed key means: one more letter, the end of a scan, or the Enter of a person. */
  readonly press: (event: KeyboardEvent<HTMLInputElement>) => 'typing' | 'scanned' | 'entered';
  /** Some scanners end with two Enters: the second must not confirm what nobody has read. */
  readonly isEcho: (timeStamp: number) => boolean;
}

const ECHO_MS = 400;

export function useScanner(): Scanner {
  const times = useRef<number[]>([]);
  const scannedAt = useRef(-Infinity);
  return useMemo(
    () => ({
      press: (event) => {
        const { key, timeStamp, currentTarget } = event;
        if (key !== 'Enter') {
          if (isReplacedWhole(currentTarget)) times.current = [];
          if (key.length === 1) times.current.push(timeStamp);
          return 'typing';
        }
        if (!isScan(times.current, currentTarget.value.length)) return 'entered';
        scannedAt.current = timeStamp;
        return 'scanned';
      },
      isEcho: (timeStamp) => timeStamp - scannedAt.current < ECHO_MS,
    }),
    [],
  );
}

/** Empty, or all of it selected: the next letter is the first. */
function isReplacedWhole({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}
