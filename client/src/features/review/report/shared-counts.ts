/** Which counts of a week may leave the commune: none under five, and none by which one under five could be worked out. Holds no words. */
import { hideSmallCells } from '#shared/rules/indicators';
import type { LogEntry } from '../arrange-log.ts';

/** Null: not to be shared. */
export type Shared = number | null;

export function shareCount(count: number): Shared {
  return hideSmallCells([count], false)[0] ?? null;
}

/** A part that is told beside its whole. */
export function sharePart(part: number, whole: number): Shared {
  return hideSmallCells([part, whole - part], true)[0] ?? null;
}

interface SharedSession {
  readonly people: Shared;
  readonly begun: Shared;
  readonly finished: Shared;
  readonly dossiers: Shared;
}

/** Each session's row below the sums of all of them. */
export function shareSessions(entries: readonly LogEntry[]): readonly SharedSession[] {
  const sessions = entries.map(({ session }) => session);
  const shareColumn = (read: (session: LogEntry['session']) => number): Shared[] =>
    hideSmallCells(sessions.map(read), true);
  const people = shareColumn((session) => session.people.total);
  const begun = shareColumn(({ accounts }) => accounts.begun);
  const finished = shareColumn(({ accounts }) => accounts.finished);
  const dossiers = shareColumn((session) => session.dossiers.total);
  return sessions.map(({ accounts }, at) => {
    const isOpen = sharePart(accounts.finished, accounts.begun) !== null;
    return {
      people: people[at] ?? null,
      begun: begun[at] ?? null,
      finished: isOpen ? (finished[at] ?? null) : null,
      dossiers: dossiers[at] ?? null,
    };
  });
}
