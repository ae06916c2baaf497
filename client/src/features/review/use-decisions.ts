/** The head's words, or those of whoever stands in for the head, each with its undo and a line that says what was done and where it is. */
import { useMemo } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { askTeam, decideSessions } from './actions.ts';
import type { LogEntry } from './arrange-log.ts';

export interface Decisions {
  readonly approve: (entries: readonly LogEntry[]) => void;
  readonly sendBack: (entry: LogEntry, reason: string) => void;
  readonly ask: (entry: LogEntry, text: string) => void;
  /** That another session be held: heard by those who held this one. */
  readonly request: (hamlet: string, lastSession: string, text: string) => void;
}

/** `delegation`: of whoever is no head. */
export function useDecisions(work: Work, delegation: string | undefined): Decisions {
  const { t } = useTranslation();
  return useMemo(() => {
    const tell = (text: string, undo: () => void): void =>
      showNotice({ text, action: { label: t('shell.action.undo'), onPress: undo } });
    return {
      approve: (entries) => {
        const sessions = entries.map((entry) => entry.session);
        const undo = decideSessions(work, sessions, { decision: 'approved', delegation });
        tell(t('review.notice.approved', { count: sessions.length }), undo);
      },
      sendBack: ({ session }, reason) => {
        const undo = decideSessions(work, [session], { decision: 'returned', reason, delegation });
        tell(t('review.notice.returned', { place: session.place }), undo);
      },
      ask: ({ session }, text) => {
        const undo = askTeam(work, session.session, { text, delegation });
        tell(t('review.notice.asked', { leader: session.leader }), undo);
      },
      request: (hamlet, lastSession, text) => {
        const undo = askTeam(work, lastSession, { text, about: 'nextSession', delegation });
        tell(t('review.notice.requested', { hamlet }), undo);
      },
    };
  }, [t, work, delegation]);
}
