/** Says what is unusual about a session and so deserves the head's eyes. Approves nothing and has no clock: the day comes in. */
import type { SessionSummary } from '#shared/contracts/review';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import { countActs } from './count-acts.ts';

export interface OrdinaryRule {
  /** First day on which it is applied, `yyyy-mm-dd`: printed beside every judgement. */
  readonly since: string;
  readonly peoplePerMinute: number;
  /** A handful that came together says nothing about speed. */
  readonly crowdFrom: number;
  readonly onBehalfShare: number;
  /** Fewer acts than this say nothing about a habit. */
  readonly actsFrom: number;
  readonly lateDays: number;
  readonly poorShare: number;
}

export const ordinaryRule: OrdinaryRule = {
  since: '2026-11-27',
  peoplePerMinute: 1,
  crowdFrom: 10,
  onBehalfShare: 0.25,
  actsFrom: 4,
  lateDays: 1,
  poorShare: 0.25,
};

export type Flag =
  | { readonly type: 'crowded'; readonly people: number; readonly minutes: number }
  /** The team has answered what was sent back; what was asked; has not answered yet. */
  | { readonly type: 'answered' | 'questionAnswered' | 'asked' }
  | { readonly type: 'oddTimes' | 'notClosed' | 'nobodySignedIn' | 'fraudReport' }
  | { readonly type: 'alsoElsewhere'; readonly people: number }
  | { readonly type: 'onBehalf'; readonly count: number; readonly total: number }
  | { readonly type: 'silentPhones'; readonly phones: number }
  | { readonly type: 'late'; readonly days: number }
  | { readonly type: 'unsatisfied'; readonly poor: number; readonly total: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Empty for an ordinary session. `today` (`yyyy-mm-dd`) is the day on which the figures were made. */
export function judgeSession(session: SessionSummary, today: string, rule = ordinaryRule): readonly Flag[] {
  const found = [
    findSilence(session),
    findOnBehalf(session, rule),
    findHaste(session, rule),
    findLateness(session, today, rule),
    findAbsence(session),
    findDoubles(session),
    findDiscontent(session, rule),
    findFraudReport(session),
  ];
  return found.filter((flag) => flag !== undefined);
}

/** Of today or later, and nobody has closed it: still going on. */
export function isGoingOn({ closedAt, day }: SessionSummary, today: string): boolean {
  return closedAt === null && day >= today;
}

/** Phones that may still hold something of this session. Figures from before reasons were told name a phone by what it owes. */
export function listSilentPhones({
  silentPhones,
}: Pick<SessionSummary, 'silentPhones'>): SessionSummary['silentPhones'] {
  return silentPhones.filter(({ why = 'behind', missing }) => why !== 'behind' || missing > 0);
}

function findSilence(session: SessionSummary): Flag | undefined {
  const phones = listSilentPhones(session).length;
  return phones > 0 ? { type: 'silentPhones', phones } : undefined;
}

function findOnBehalf(session: SessionSummary, rule: OrdinaryRule): Flag | undefined {
  const { total, byActor } = countActs([session]);
  const isMuch = total >= rule.actsFrom && byActor.onBehalf > total * rule.onBehalfShare;
  return isMuch ? { type: 'onBehalf', count: byActor.onBehalf, total } : undefined;
}

function findHaste({ openedAt, closedAt, people }: SessionSummary, rule: OrdinaryRule): Flag | undefined {
  if (openedAt === null || closedAt === null) return undefined;
  if (closedAt < openedAt) return { type: 'oddTimes' };
  const minutes = Math.max(1, Math.round((closedAt - openedAt) / MINUTE_MS));
  const isFast = people.total >= rule.crowdFrom && people.total > minutes * rule.peoplePerMinute;
  return isFast ? { type: 'crowded', people: people.total, minutes } : undefined;
}

function findLateness(
  { day, closedAt }: SessionSummary,
  today: string,
  rule: OrdinaryRule,
): Flag | undefined {
  if (closedAt === null) return day < today ? { type: 'notClosed' } : undefined;
  const days = countDays(day, getVietnamDay(closedAt));
  return days > rule.lateDays ? { type: 'late', days } : undefined;
}

function findAbsence({ members }: SessionSummary): Flag | undefined {
  return members.every((member) => member.in === null) ? { type: 'nobodySignedIn' } : undefined;
}

/** Two lists of one day: somebody was counted twice, or went to both. */
function findDoubles({ alsoElsewhere = 0 }: SessionSummary): Flag | undefined {
  return alsoElsewhere > 0 ? { type: 'alsoElsewhere', people: alsoElsewhere } : undefined;
}

function findDiscontent({ satisfaction }: SessionSummary, rule: OrdinaryRule): Flag | undefined {
  if (!satisfaction) return undefined;
  const total = satisfaction.good + satisfaction.fair + satisfaction.poor;
  const isMuch = satisfaction.poor > total * rule.poorShare;
  return isMuch ? { type: 'unsatisfied', poor: satisfaction.poor, total } : undefined;
}

function findFraudReport({ incidents }: SessionSummary): Flag | undefined {
  return incidents.some((incident) => incident.kind === 'fraudReport') ? { type: 'fraudReport' } : undefined;
}

/** Whole days from one `yyyy-mm-dd` to another; 0 where one of them cannot be read. */
export function countDays(from: string, to: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return Number.isFinite(days) ? days : 0;
}
