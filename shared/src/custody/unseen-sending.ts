/**
 * What is sent of a vault that no page has open: by a worker that only reads, with the send key alone, and that learns from the commune
 * itself what it still lacks. Knows no database, key or network.
 */
import type { DeviceDisk } from './device-types.ts';

export interface UnseenVault {
  readonly hasSendKey: boolean;
  /** The database came back older than it was: what was given out after its head may have been given to something else. */
  readonly isStopped: boolean;
  readonly head: Pick<DeviceDisk, 'forked'>;
}

export function maySendUnseen({ hasSendKey, isStopped, head }: UnseenVault): boolean {
  return hasSendKey && !isStopped && !head.forked;
}

/** What the commune says of a device's sequence. */
export interface UnseenAnswer {
  readonly expected: number;
  readonly forked: boolean;
}

export type UnseenStep =
  | { readonly type: 'send'; readonly from: number }
  /** `isDrained`: a later try would send nothing more. */
  | { readonly type: 'over'; readonly isDrained: boolean };

/** `before`: where the stretch began that was answered; undefined for the first question, which asks and sends nothing. */
export function continueUnseen(before: number | undefined, answer: UnseenAnswer | undefined): UnseenStep {
  if (!answer) return { type: 'over', isDrained: false };
  if (answer.forked) return { type: 'over', isDrained: true };
  // What it does not take it would not take the next time either: a page must look at it.
  if (before !== undefined && answer.expected <= before) return { type: 'over', isDrained: true };
  return { type: 'send', from: answer.expected };
}

/** Of rows that begin at a place: those that follow it without a gap, within a batch's bytes; at least one, so that none is stuck. */
export function cutStretch<R extends { readonly seq: number; readonly length: number }>(
  rows: readonly R[],
  from: number,
  maxBytes: number,
): readonly R[] {
  let bytes = 0;
  return rows.filter(({ seq, length }, at) => {
    bytes += length;
    return seq === from + at && (at === 0 || bytes <= maxBytes);
  });
}
