/** Carries out what was decided of the people who were written down locked: now, or where a kill has left it. Draws nothing. */
import { useEffect, useRef } from 'react';
import type { LockedEntries } from '../../custody/locked-entries.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { carryOutLocked } from './carry-out-locked.ts';

export function useLockedResume(work: Work, locked: LockedEntries): void {
  const { entries } = useSnapshot(locked, locked.getSnapshot);
  const begun = useRef(new Set<string>());
  useEffect(() => {
    for (const one of entries) {
      if (!one.isDecided || begun.current.has(one.entry)) continue;
      begun.current.add(one.entry);
      void carryOutLocked(work, locked, one);
    }
  }, [work, locked, entries]);
}
