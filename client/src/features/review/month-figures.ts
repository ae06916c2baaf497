/** The shares of a month from its lodged dossiers, by the official formulas; each keeps the rows that it counts. Holds no words. */
import { findProcedure } from '#data/procedures';
import type { OfficeTimes } from '#data/office-times';
import type { LodgedRow, ReviewReply } from '#shared/contracts/review';
import { toHandledDossier } from '#shared/rules/handled-dossier';
import { computeShare, type Share, subtractPercent } from '#shared/rules/indicators';
import { computeOnlineShare } from '#shared/rules/online-share';
import {
  computeOnTimeShare,
  countStandings,
  type HandledDossier,
  type Judgement,
  judgeOnTime,
  type StandingCounts,
} from '#shared/rules/on-time';
import { getVietnamDay } from '#shared/rules/vietnam-day';

export interface OnlineFigure {
  /** At the two places of the index. */
  readonly share: Share;
  /** Of the same counts at one place, as the head reads it: never by way of the two. */
  readonly printed: number | null;
  /** Points between what is printed of this month and of the one before; undefined where that had none. */
  readonly trend: number | undefined;
  /** How many of them the portal itself told of; the others were recorded by the teams or the office. */
  readonly byPortal: number;
  readonly rows: readonly LodgedRow[];
}

export interface JudgedRow extends Judgement {
  readonly row: LodgedRow;
  readonly dueAt: number | undefined;
}

export interface OnTimeFigure {
  /** Of everything with a term: what is open and within it counts as on time, as the index has it. */
  readonly ofAll: Share;
  /** Of what was resolved only. */
  readonly ofResolved: Share;
  readonly counts: StandingCounts;
  readonly rows: readonly JudgedRow[];
}

interface Month {
  /** `yyyy-mm` */
  readonly month: string;
  readonly at: number;
}

const isIn = (month: string) => (row: LodgedRow) => getVietnamDay(row.lodgedAt).startsWith(month);

export function findOnline({ at, lodged }: Pick<ReviewReply, 'at' | 'lodged'>): OnlineFigure {
  const month = getVietnamDay(at).slice(0, 7);
  const rows = lodged.filter(isIn(month));
  const share = computeOnlineShare(rows.map((row) => row.route));
  const [year = 0, number = 0] = month.split('-').map(Number);
  const monthBefore = new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
  const before = computeOnlineShare(lodged.filter(isIn(monthBefore)).map((row) => row.route));
  const [printed, printedBefore] = [printShare(share), printShare(before)];
  const isComparable = printed !== null && printedBefore !== null;
  return {
    share,
    printed,
    trend: isComparable ? subtractPercent(printed, printedBefore) : undefined,
    byPortal: rows.filter((row) => row.evidence === 'portalRead').length,
    rows,
  };
}

function printShare({ part, whole }: Share): number | null {
  return computeShare(part, whole, 1).percent;
}

/** Of what was lodged in the month, or before it and open when it began. */
export function findOnTime(
  { at, lodged }: Pick<ReviewReply, 'at' | 'lodged'>,
  times: OfficeTimes,
): OnTimeFigure {
  const period = { month: getVietnamDay(at).slice(0, 7), at };
  const handled = lodged
    .map((row) => ({ row, dossier: readHandled(row, times) }))
    .filter(({ row, dossier }) => isOfMonth(row, dossier, period));
  const counts = countStandings(
    handled.map(({ dossier }) => dossier),
    at,
  );
  const { early, onTime, late } = counts;
  return {
    ofAll: computeOnTimeShare(counts),
    ofResolved: computeShare(early + onTime, early + onTime + late),
    counts,
    rows: handled.map(({ row, dossier }) => ({
      row,
      dueAt: dossier.dueAt ?? dossier.latestByLaw ?? undefined,
      ...judgeOnTime(dossier, at),
    })),
  };
}

function readHandled(row: LodgedRow, { calendar, getHours }: OfficeTimes): HandledDossier {
  const procedure = findProcedure(row.procedure);
  const hours = getHours(procedure?.field ?? 'hoTich');
  return toHandledDossier(row, { time: procedure?.processingTime, hours, calendar });
}

function isOfMonth(row: LodgedRow, dossier: HandledDossier, { month }: Month): boolean {
  if (isIn(month)(row)) return true;
  const end = dossier.resolvedAt ?? dossier.returnedAt ?? dossier.stoppedAt;
  const isBefore = getVietnamDay(row.lodgedAt) < month;
  return isBefore && (end === null || getVietnamDay(end).slice(0, 7) >= month);
}
