/**
 * What is noted of a vault outside its database, so that a loss is noticed and counted: how far its sequence has come, how much of it
 * is with the commune, and how many saves wait for a place. Promised is that the count is never lower than what was only here as far as
 * the page knew that noted it last; it may be higher. Knows no cookie and no storage.
 */
import type { DeviceDisk } from './device-types.ts';

export interface Progress {
  /** The last place that was given out. */
  readonly lastSeq: number;
  /** Up to which place the commune has them, as far as it was heard. */
  readonly acked: number;
  /** Saves without a place: shown as saved, and in no sequence yet. */
  readonly slots: number;
}

/** What the commune holds unopened until approval has reached it too. */
export function describeProgress({ head, acked, held, slots }: DeviceDisk): Progress {
  return { lastSeq: head.seq, acked: Math.max(acked, held), slots: Object.keys(slots).length };
}

/**
 * What stands in the marker from then on; undefined where that is no news. A tab that slept knows fewer places, and undoes nothing; one
 * that knows as many may have missed a save. What the commune has goes downwards too: it may have come back from a backup.
 */
export function noteOver(before: Progress | undefined, told: Progress): Progress | undefined {
  if (!before || told.lastSeq > before.lastSeq) return told;
  if (told.lastSeq < before.lastSeq) return undefined;
  const slots = Math.max(before.slots, told.slots);
  return told.acked === before.acked && slots === before.slots ? undefined : { ...told, slots };
}

/** How many saves had not reached the commune when it was last noted. */
export function countUnsent({ lastSeq, acked, slots }: Progress): number {
  return Math.max(0, lastSeq - acked) + slots;
}

/** A database that came back from before what it gave out; once noticed it stays so, however far it has come since. */
export function isOlderThanNoted(
  { lastSeq }: Pick<Progress, 'lastSeq'>,
  found: { readonly seq: number; readonly isStopped: boolean },
): boolean {
  return found.isStopped || found.seq < lastSeq;
}
