/**
 * Whether a dossier counts as on time in the official index (QĐ 766/QĐ-TTg, its published formula), and what to do before it
 * counts as late. Judges by recorded instants alone, ms since 1970; has no clock.
 */
import type { TextKey } from './bilingual-text.ts';
import type { Supplement } from './deadlines.ts';
import type { Share } from './indicators.ts';
import { computeShare } from './indicators.ts';
import { getVietnamDay } from './vietnam-day.ts';

const DUE_SOON_MS = 3 * 86_400_000;

/** Official statuses with the instant at which the receiving system recorded them; null where it has not. */
export interface HandledDossier {
  /** 2, accepted. */
  readonly receivedAt: number | null;
  /** As on the official receipt. */
  readonly dueAt: number | null;
  /** When that date was read from the receipt: what was waited for until then is in it. */
  readonly dueSetAt: number | null;
  /** By the statutory maximum, counted from receipt without any supplement; decides where no due date was given. */
  readonly latestByLaw: number | null;
  /** 9, resolved: wins over every other end. */
  readonly resolvedAt: number | null;
  /** 10, result returned. */
  readonly returnedAt: number | null;
  /** 3, 7 or 8: rejected, withdrawn, stopped. */
  readonly stoppedAt: number | null;
  readonly supplements: readonly Supplement[];
  /** When the citizen had the result in hand, as the desk knows it; no status of any system. */
  readonly handedOverAt: number | null;
}

/** `early`, `onTime`, `late`: ended; `within`, `overdue`: open at the end of the period; `notCounted`: never received, or no term. */
export type Standing = 'early' | 'onTime' | 'late' | 'within' | 'overdue' | 'notCounted';

export type LateCause =
  'late.supplementedTwice' | 'late.recordedLate' | 'late.finishedLate' | 'late.stillOpen';

export interface Judgement {
  readonly standing: Standing;
  /** Why it is `late` or `overdue`. */
  readonly cause?: LateCause;
}

/** The dossier as it stood at the end of the period: what was recorded later had not happened yet. */
function lookBack(dossier: HandledDossier, periodEnd: number): HandledDossier {
  const past = (instant: number | null) => (instant !== null && instant <= periodEnd ? instant : null);
  return {
    ...dossier,
    receivedAt: past(dossier.receivedAt),
    resolvedAt: past(dossier.resolvedAt),
    returnedAt: past(dossier.returnedAt),
    stoppedAt: past(dossier.stoppedAt),
    handedOverAt: past(dossier.handedOverAt),
    supplements: dossier.supplements
      .filter(({ requestedAt }) => requestedAt <= periodEnd)
      .map((supplement) => ({ ...supplement, completedAt: past(supplement.completedAt) })),
  };
}

function findEnd({ resolvedAt, returnedAt, stoppedAt }: HandledDossier): number | null {
  return resolvedAt ?? returnedAt ?? stoppedAt;
}

/** `end` without the time in which the office waited for papers or a fee, as far as its clock ran already. Overlaps count once. */
function subtractWaiting(dossier: HandledDossier, end: number): number {
  const since = (dossier.dueAt === null ? null : dossier.dueSetAt) ?? -Infinity;
  let reached = dossier.receivedAt ?? -Infinity;
  let waited = 0;
  for (const { requestedAt, completedAt } of sortByRequest(dossier.supplements)) {
    if (completedAt === null || completedAt <= since) continue;
    const to = Math.min(completedAt, end);
    waited += Math.max(to - Math.max(requestedAt, reached), 0);
    reached = Math.max(reached, to);
  }
  return end - waited;
}

function sortByRequest(supplements: readonly Supplement[]): Supplement[] {
  return [...supplements].sort((a, b) => a.requestedAt - b.requestedAt);
}

/** Before it was received nothing counts, and to be asked for a fee is no supplement. */
function isSupplementedTwice({ receivedAt, supplements }: HandledDossier): boolean {
  const counted = supplements.filter(
    ({ isPayment, completedAt }) =>
      isPayment !== true && (completedAt === null || completedAt > (receivedAt ?? -Infinity)),
  );
  return counted.length > 1;
}

function findCause(dossier: HandledDossier, due: number): LateCause {
  if (isSupplementedTwice(dossier)) return 'late.supplementedTwice';
  const handedOverAt = dossier.handedOverAt ?? dossier.returnedAt;
  if (handedOverAt !== null && subtractWaiting(dossier, handedOverAt) <= due) return 'late.recordedLate';
  return findEnd(dossier) === null ? 'late.stillOpen' : 'late.finishedLate';
}

/**
 * On time when the recorded end, less the wait for papers, is not after the due instant. Open: the end of the period
 * counts as the end, or the request for papers that are still awaited. Asked for papers more than once: late.
 */
export function judgeOnTime(recorded: HandledDossier, periodEnd: number): Judgement {
  const dossier = lookBack(recorded, periodEnd);
  const due = dossier.dueAt ?? dossier.latestByLaw;
  if (dossier.receivedAt === null || due === null) return { standing: 'notCounted' };
  const end = findEnd(dossier);
  const pending = dossier.supplements.find(({ completedAt }) => completedAt === null);
  const counted = subtractWaiting(dossier, end ?? pending?.requestedAt ?? periodEnd);
  if (isSupplementedTwice(dossier) || counted > due)
    return { standing: end === null ? 'overdue' : 'late', cause: findCause(dossier, due) };
  if (end === null) return { standing: 'within' };
  return { standing: getVietnamDay(counted) < getVietnamDay(due) ? 'early' : 'onTime' };
}

export type StandingCounts = Readonly<Record<Standing, number>>;

export function countStandings(dossiers: readonly HandledDossier[], periodEnd: number): StandingCounts {
  const counts = { early: 0, onTime: 0, late: 0, within: 0, overdue: 0, notCounted: 0 };
  for (const dossier of dossiers) counts[judgeOnTime(dossier, periodEnd).standing] += 1;
  return counts;
}

/** Dossiers that are open and still within their term count as on time, as the index has it. */
export function computeOnTimeShare({ early, onTime, late, within, overdue }: StandingCounts): Share {
  const good = early + onTime + within;
  return computeShare(good, good + late + overdue);
}

export type ReminderKey = 'reminder.closeOnSoftware' | 'reminder.dueSoon' | 'reminder.overdue';

function findReminder(recorded: HandledDossier, now: number): ReminderKey | undefined {
  const { standing } = judgeOnTime(recorded, now);
  const dossier = lookBack(recorded, now);
  if (findEnd(dossier) !== null || standing === 'notCounted') return undefined;
  if (dossier.handedOverAt !== null) return 'reminder.closeOnSoftware';
  if (dossier.supplements.some(({ completedAt }) => completedAt === null)) return undefined;
  if (standing === 'overdue') return 'reminder.overdue';
  const due = dossier.dueAt ?? dossier.latestByLaw ?? Infinity;
  return subtractWaiting(dossier, now) >= due - DUE_SOON_MS ? 'reminder.dueSoon' : undefined;
}

export interface Reminder extends TextKey<ReminderKey> {
  /** Which of the dossiers it is about, by their place in the list. */
  readonly places: readonly number[];
}

/** What the officer is told now, with how many dossiers it is about: first what a minute at the software still saves. */
export function listReminders(dossiers: readonly HandledDossier[], now: number): Reminder[] {
  const found = dossiers.map((dossier) => findReminder(dossier, now));
  const order: readonly ReminderKey[] = ['reminder.closeOnSoftware', 'reminder.overdue', 'reminder.dueSoon'];
  return order
    .map((key) => ({ key, places: found.flatMap((reminder, place) => (reminder === key ? [place] : [])) }))
    .filter(({ places }) => places.length > 0)
    .map(({ key, places }) => ({ key, places, params: { count: places.length } }));
}
