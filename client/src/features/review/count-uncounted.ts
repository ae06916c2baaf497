/** Sessions of which a word in the head's place reached the commune on another day: it does not count, and nothing mends it. */
import { listEntries } from '#shared/model/collection';
import type { Work } from '../../custody/work.ts';

/** After that nobody waits for it any more. */
const TOLD_MS = 14 * 86_400_000;

export function countUncounted({ store, readCustody, now }: Work): number {
  const since = now() - TOLD_MS;
  return store.listRecords('review').filter(({ record, values }) => {
    const words = ['decisions', 'questions'].flatMap((path) => listEntries<{ at: number }>(values, path));
    const isRecent = words.some(([, { at }]) => at > since);
    return isRecent && readCustody(record).setAside?.code === 'outsideDelegation';
  }).length;
}
