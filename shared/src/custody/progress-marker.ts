/**
 * What is noted of a vault outside its database, so that a loss is noticed and counted: how far its sequence has come, and how much
 * of it is with the commune. Knows no cookie and no storage.
 */
import type { DeviceDisk } from './device-types.ts';

export interface Progress {
  /** The last place that was given out. */
  readonly lastSeq: number;
  /** Up to which place the commune has them. */
  readonly acked: number;
}

/** What the commune holds unopened until approval has reached it too. */
export function describeProgress({ head, acked, held }: DeviceDisk): Progress {
  return { lastSeq: head.seq, acked: Math.max(acked, held) };
}

/** What stands in the marker from then on; undefined where that is no news. The storage of an old tab must not undo a newer note. */
export function noteOver(before: Progress | undefined, told: Progress): Progress | undefined {
  const isNews = told.lastSeq > (before?.lastSeq ?? -1) || told.acked > (before?.acked ?? -1);
  if (!isNews) return undefined;
  return {
    lastSeq: Math.max(told.lastSeq, before?.lastSeq ?? 0),
    acked: Math.max(told.acked, before?.acked ?? 0),
  };
}

/** How many saves had not reached the commune when it was last noted. */
export function countUnsent({ lastSeq, acked }: Progress): number {
  return Math.max(0, lastSeq - acked);
}

/** A database that came back from before what it gave out; once noticed it stays so, however far it has come since. */
export function isOlderThanNoted(
  { lastSeq }: Pick<Progress, 'lastSeq'>,
  found: { readonly seq: number; readonly isStopped: boolean },
): boolean {
  return found.isStopped || found.seq < lastSeq;
}
