/** Puts the sessions of the commune in order, says where each stands, and what the head should know first. Holds no words. */
import type { AskedQuestion, ReviewReply, SessionCounted, SessionSummary } from '#shared/contracts/review';
import { pickQuestion } from '#shared/rules/heads-word';
import { countActs, countSession } from './count-acts.ts';
import type { ShownDecision } from './find-decision.ts';
import type { ShownQuestion } from './find-questions.ts';
import { countDays, type Flag, isGoingOn, judgeSession, listSilentPhones } from './judge-session.ts';

export type Standing = 'goingOn' | 'ordinary' | 'odd' | 'approved' | 'returned';

export interface LogEntry {
  readonly session: SessionSummary;
  readonly standing: Standing;
  readonly flags: readonly Flag[];
  readonly decision: ShownDecision | undefined;
  readonly silentPhones: number;
  /** What the team wrote after the word that stands. */
  readonly amendment: Amendment | undefined;
  /** The team's answer to what was sent back. */
  readonly reply: SessionSummary['reply'];
  /** What the head asked about it, oldest first. */
  readonly questions: readonly ShownQuestion[];
}

export interface Amendment {
  readonly by: readonly string[];
  /** Undefined where nothing of it names an instant. */
  readonly at: number | undefined;
  /** More (or fewer) than when the word was given; undefined where that was not noted. */
  readonly more: SessionCounted | undefined;
}

/** What waits comes first, the odd before the ordinary; decided ones are read by date alone. */
const RANKS: Readonly<Record<Standing, number>> = {
  odd: 0,
  ordinary: 1,
  goingOn: 2,
  returned: 3,
  approved: 3,
};

/** What is known of a session beside its figures. */
interface Known {
  readonly findDecision: (session: SessionSummary) => ShownDecision | undefined;
  readonly findQuestions: (session: SessionSummary) => readonly ShownQuestion[];
}

export function arrangeLog(
  sessions: readonly SessionSummary[],
  today: string,
  { findDecision, findQuestions }: Known,
): readonly LogEntry[] {
  const entries = sessions.map((session) => {
    const decision = findDecision(session);
    const questions = findQuestions(session);
    const isTold = decision !== undefined && decision.key === session.decision?.key;
    const reply = isTold ? session.reply : null;
    const amendment = isTold ? findAmendment(session, decision) : undefined;
    const flags: readonly Flag[] = [
      ...(decision?.decision === 'returned' && reply ? [{ type: 'answered' } as const] : []),
      ...flagQuestion(pickQuestion(questions)),
      ...judgeSession(session, today),
    ];
    const standing = findStanding({ session, decision, flags, today });
    const silentPhones = listSilentPhones(session).length;
    return { session, decision, flags, standing, silentPhones, amendment, reply, questions };
  });
  return entries.sort(
    (a, b) => RANKS[a.standing] - RANKS[b.standing] || (getStart(a) < getStart(b) ? 1 : -1),
  );
}

/** Whoever has asked wants the answer first. */
function flagQuestion(question: ShownQuestion | undefined): readonly Flag[] {
  return question ? [{ type: question.answer ? 'questionAnswered' : 'asked' }] : [];
}

function findAmendment(session: SessionSummary, { counted }: ShownDecision): Amendment | undefined {
  const { amendment } = session;
  if (!amendment) return undefined;
  const now = countSession(session);
  const more = counted && {
    people: now.people - counted.people,
    dossiers: now.dossiers - counted.dossiers,
    steps: now.steps - counted.steps,
  };
  return { by: amendment.by, at: amendment.at ?? undefined, more };
}

/** What was sent back waits for the head again once the team has answered. */
function findStanding(entry: {
  readonly session: SessionSummary;
  readonly decision: ShownDecision | undefined;
  readonly flags: readonly Flag[];
  readonly today: string;
}): Standing {
  if (entry.flags.some(({ type }) => type === 'answered')) return 'odd';
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
    readonly selfShare: number | undefined;
  };
  /** Without a session for three weeks or more, the longest first; then those that never had one (`weeks` null). */
  readonly quietHamlets: readonly QuietHamlet[];
}

export interface QuietHamlet {
  readonly hamlet: string;
  readonly weeks: number | null;
  readonly lastDay: string | null;
  /** By whose team's phones a request is heard; undefined where the hamlet never had a session. */
  readonly lastSession: string | undefined;
  /** What the head asked there since, as the figures tell. */
  readonly request: AskedQuestion | undefined;
}

const QUIET_DAYS = 21;

export function summariseLog(
  log: readonly LogEntry[],
  hamlets: ReviewReply['hamlets'],
  today: string,
): LogSummary {
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
      selfShare: countActs(inMonth).selfShare,
    },
    quietHamlets: listQuietHamlets(hamlets, today),
  };
}

function listQuietHamlets(hamlets: ReviewReply['hamlets'], today: string): readonly QuietHamlet[] {
  return hamlets
    .map((one) => ({ ...one, days: one.lastDay === null ? null : countDays(one.lastDay, today) }))
    .filter(({ days }) => days === null || days >= QUIET_DAYS)
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1))
    .map(({ hamlet, lastDay, lastSession, request, days }) => ({
      ...{ hamlet, lastDay, lastSession: lastSession ?? undefined, request: request ?? undefined },
      weeks: days === null ? null : Math.floor(days / 7),
    }));
}
