/** Carries out what was decided of the people who were written down locked: now, or where a kill has left it. */
import { useEffect, useRef } from 'react';
import type { LockedEntries } from '../../custody/locked-entries.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type Admit, carryOutLocked } from './carry-out-locked.ts';

interface ResumeParts {
  readonly work: Work;
  readonly locked: LockedEntries;
  readonly admit: Admit;
}

export function useLockedResume({ work, locked, admit }: ResumeParts): void {
  const { t } = useTranslation();
  const { entries } = useSnapshot(locked, locked.getSnapshot);
  const begun = useRef(new Set<string>());
  useEffect(() => {
    const admitAloud: Admit = (session, arrival) => {
      const number = admit(session, arrival);
      const name = String(work.store.findRecord(arrival.citizen)?.values['fullName'] ?? '');
      showNotice({ text: t('citizens.savedNotice', { number, name }) });
      return number;
    };
    for (const { entry, content, isDecided } of entries) {
      if (!isDecided || begun.current.has(entry)) continue;
      begun.current.add(entry);
      void carryOutLocked(work, locked, { entry, content, admit: admitAloud });
    }
  }, [work, locked, admit, entries, t]);
}
