/** Puts the sessions of the commune in order, says where each stands, and what the head should know first. Holds no words. */
import type { SessionSummary } from '#shared/contracts/review';
import { countActs } from './count-acts.ts';
import type { ShownDecision } from './find-decision.ts';
import { countDays, countSilentPhones, type Flag, isGoingOn, judgeSession } from './judge-session.ts';

export type Standing = 'goingOn' | 'ordinary' | 'odd' | 'approved' | 'returned';

export interface LogEntry {
  readonly session: SessionSummary;
  readonly standing: Standing;
  readonly flags: readonly Flag[];
  readonly decision: ShownDecision | undefined;
  readonly silentPhones: number;
}

/** What waits comes first, the odd before the ordinary; decided ones are read by date alone. */
const RANKS: Readonly<Record<Standing, number>> = {
  odd: 0,
  ordinary: 1,
  goingOn: 2,
  returned: 3,
  approved: 3,
};

export function arrangeLog(
  sessions: readonly SessionSummary[],
  today: string,
  findDecision: (session: SessionSummary) => ShownDecision | undefined,
): readonly LogEntry[] {
  const entries = sessions.map((session) => {
    const decision = findDecision(session);
    const flags = judgeSession(session, today);
    const standing = findStanding({ session, decision, flags, today });
    return { session, decision, flags, standing, silentPhones: countSilentPhones(session) };
  });
  return entries.sort(
    (a, b) => RANKS[a.standing] - RANKS[b.standing] || (getStart(a) < getStart(b) ? 1 : -1),
  );
}

function findStanding(entry: {
  readonly session: SessionSummary;
  readonly decision: ShownDecision | undefined;
  readonly flags: readonly Flag[];
  readonly today: string;
}): Standing {
  if (entry.decision) return entry.decision.decision;
  if (isGoingOn(entry.session, entry.today)) return 'goingOn';
  return entry.flags.length === 0 ? 'ordinary' : 'odd';
}

function getStart({ session }: LogEntry): string {
  return `${session.day} ${String(session.openedAt ?? 0).padStart(15, '0')}`;
}

export function isPending({ standing }: LogEntry): boolean {
  return standing === 'ordinary' || standing === 'odd';
}

/** The session that waits after this one (or before it, with `step` -1), round and round; the first when none is open. */
export function findNextPending(
  log: readonly LogEntry[],
  current: string | undefined,
  step: 1 | -1,
): LogEntry | undefined {
  const at = log.findIndex((entry) => entry.session.session === current);
  const round = at < 0 ? log : [...log.slice(at + 1), ...log.slice(0, at)];
  return step === 1 ? round.find(isPending) : round.findLast(isPending);
}

export interface LogSummary {
  readonly pending: number;
  readonly ordinary: number;
  readonly odd: number;
  /** Of the month of `today`. */
  readonly month: {
    readonly sessions: number;
    readonly people: number;
    readonly dossiers: number;
    readonly lodged: number;
    readonly selfShare: number | undefined;
  };
  /** Hamlets of the log without a session for three weeks or more, the longest first. */
  readonly quietHamlets: readonly { readonly hamlet: string; readonly weeks: number }[];
}

const QUIET_DAYS = 21;

export function summariseLog(log: readonly LogEntry[], today: string): LogSummary {
  const ordinary = log.filter((entry) => entry.standing === 'ordinary').length;
  const odd = log.filter((entry) => entry.standing === 'odd').length;
  const sessions = log.map((entry) => entry.session);
  const inMonth = sessions.filter(({ day }) => day.slice(0, 7) === today.slice(0, 7));
  const add = (read: (session: SessionSummary) => number) =>
    inMonth.reduce((sum, session) => sum + read(session), 0);
  return {
    pending: ordinary + odd,
    ordinary,
    odd,
    month: {
      sessions: inMonth.length,
      people: add(({ people }) => people.total),
      dossiers: add(({ dossiers }) => dossiers.total),
      lodged: add(({ dossiers }) => dossiers.byStanding['lodged'] ?? 0),
      selfShare: countActs(inMonth).selfShare,
    },
    quietHamlets: listQuietHamlets(sessions, today),
  };
}

function listQuietHamlets(sessions: readonly SessionSummary[], today: string): LogSummary['quietHamlets'] {
  const last = new Map<string, string>();
  for (const { hamlet, day } of sessions)
    if (hamlet !== '' && day > (last.get(hamlet) ?? '')) last.set(hamlet, day);
  return [...last]
    .map(([hamlet, day]) => ({ hamlet, days: countDays(day, today) }))
    .filter(({ days }) => days >= QUIET_DAYS)
    .sort((a, b) => b.days - a.days)
    .map(({ hamlet, days }) => ({ hamlet, weeks: Math.floor(days / 7) }));
}
