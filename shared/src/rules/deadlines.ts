/**
 * By when a dossier that came in at an instant has its result, and why. Terms begin and end as the Civil Code 2015 has it,
 * articles 147 and 148. The date that binds is on the official receipt: this one is for planning. Has no clock.
 */
import type { TextKey, TextParams } from './bilingual-text.ts';
import { formatDate } from './format-vietnamese.ts';
import type { HolidayCalendar, OfficeHours } from './office-days.ts';
import {
  addWorkingDays,
  countDaysBetween,
  countWorkingDays,
  findClosing,
  findWorkingDay,
  getVietnamInstant,
  shiftDay,
  shiftMonths,
} from './office-days.ts';
import { addOfficeTime, measureOfficeTime } from './office-time.ts';
import type { ProcessingTime, SupplementTime } from './procedure.ts';
import { getVietnamDay } from './vietnam-day.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** A request for more papers, or for a fee. Instants in ms since 1970; null while they are still awaited. */
export interface Supplement {
  /** Status 6: the clock stands still as for papers, but being asked for money is no supplement. */
  readonly isPayment?: boolean;
  readonly requestedAt: number;
  readonly completedAt: number | null;
}

export interface DeadlineQuestion {
  readonly time: ProcessingTime;
  readonly receivedAt: number;
  readonly supplements?: readonly Supplement[];
  /** The day on the official receipt, and when it was read from there: it takes the place of the count. */
  readonly printed?: { readonly day: string; readonly at: number } | null;
  readonly hours: OfficeHours;
  readonly calendar: HolidayCalendar;
}

export type DeadlineKey =
  | 'deadline.received'
  | 'deadline.afterCutOff'
  | 'deadline.outOfHours'
  | `deadline.${ProcessingTime['unit']}`
  | 'deadline.printed'
  | 'deadline.supplemented'
  | 'deadline.paid'
  | 'deadline.waiting'
  | 'deadline.waitingForPayment'
  | 'deadline.movedFrom'
  | 'deadline.holidays'
  | 'deadline.maybeClosed'
  | 'deadline.calendarEnds';

export type DeadlineLine = TextKey<DeadlineKey>;

export interface Deadline {
  /** ms since 1970; null while the clock stands still for a supplement. */
  readonly dueAt: number | null;
  /** How it came about, in order. */
  readonly lines: readonly DeadlineLine[];
  /** A day in between may be a holiday or not, or the calendar does not reach so far: call first. */
  readonly isDoubtful: boolean;
}

function buildLine(key: DeadlineKey, params: TextParams = {}): DeadlineLine {
  return { key, params };
}

interface Receipt {
  readonly day: string;
  /** From when hours run. */
  readonly instant: number;
  readonly line: DeadlineLine;
}

/** The day that counts as the day of receipt: the term begins on the day after it. */
function settleReceipt({ time, hours, calendar }: DeadlineQuestion, instant: number): Receipt {
  const today = getVietnamDay(instant);
  const closing = findClosing(calendar, hours, today);
  const cutOff = time.unit === 'hour' ? undefined : (time.cutOff ?? hours.cutOff);
  const isOpen = closing !== undefined && instant <= getVietnamInstant(today, closing);
  if (isOpen && (cutOff === undefined || instant <= getVietnamInstant(today, cutOff))) {
    const from = Math.max(instant, getVietnamInstant(today, hours.opens));
    return { day: today, instant: from, line: buildLine('deadline.received', { day: formatDate(today) }) };
  }
  let day = shiftDay(today, 1);
  while (findClosing(calendar, hours, day) === undefined) day = shiftDay(day, 1);
  const params = { day: formatDate(day) };
  const line =
    isOpen && cutOff !== undefined
      ? buildLine('deadline.afterCutOff', { ...params, hour: cutOff })
      : buildLine('deadline.outOfHours', params);
  return { day, instant: getVietnamInstant(day, hours.opens), line };
}

/** Where a term stands: `lastDay` may still be a day off, `dueAt` never is. */
interface Term {
  readonly lastDay: string;
  readonly dueAt: number;
}

interface Counting {
  readonly begin: () => Term;
  /** The term after a pause between two receipts: what was asked for, and what came. */
  readonly pause: (term: Term, from: Receipt, to: Receipt) => Term;
}

/** Given by the office, the day itself binds; what it waits for later is added in working days. */
function countFromPrinted(question: DeadlineQuestion, receipt: Receipt, day: string): Counting {
  const byWorkingDay = { ...question, time: { unit: 'workingDay', amount: 0 } } as const;
  const dueAt = getVietnamInstant(day, question.hours.closes);
  return { ...countDays(byWorkingDay, receipt), begin: () => ({ lastDay: day, dueAt }) };
}

function countDays(question: DeadlineQuestion, receipt: Receipt): Counting {
  const { time, hours, calendar } = question;
  const isByWorkingDay = time.unit === 'workingDay' || time.unit === 'sameDay';
  const settle = (lastDay: string): Term => ({
    lastDay,
    dueAt: getVietnamInstant(findWorkingDay(calendar, lastDay), hours.closes),
  });
  const count = time.unit === 'sameDay' ? 0 : time.amount;
  const findLastDay = () => {
    if (isByWorkingDay) return addWorkingDays(calendar, receipt.day, count);
    return time.unit === 'month' ? shiftMonths(receipt.day, count) : shiftDay(receipt.day, count);
  };
  return {
    begin: () => settle(findLastDay()),
    pause: ({ lastDay }, from, to) =>
      settle(
        isByWorkingDay
          ? addWorkingDays(calendar, lastDay, countWorkingDays(calendar, from.day, to.day))
          : shiftDay(lastDay, Math.max(countDaysBetween(from.day, to.day), 0)),
      ),
  };
}

/** Hours run through the night, but not through a day on which nobody works. */
function countHours({ time, hours, calendar }: DeadlineQuestion, receipt: Receipt): Counting {
  const place = { calendar, hours };
  const build = (dueAt: number): Term => ({ dueAt, lastDay: getVietnamDay(dueAt) });
  return {
    begin: () => build(addOfficeTime(place, receipt.instant, time.amount * MILLISECONDS_PER_HOUR)),
    pause: ({ dueAt }, from, to) =>
      build(addOfficeTime(place, dueAt, measureOfficeTime(place, from.instant, to.instant))),
  };
}

function later(a: Receipt, b: Receipt): Receipt {
  return a.instant < b.instant ? b : a;
}

interface Paused {
  readonly term: Term;
  /** Counted pauses that are over: for papers, and for a fee. */
  readonly count: number;
  readonly paid: number;
  /** Why the clock stands still. */
  readonly waiting?: Supplement;
}

/** A request after the due instant stops nothing any more. Times that overlap count once. */
function pauseForSupplements(question: DeadlineQuestion, receipt: Receipt, counting: Counting): Paused {
  const asked = listLater(question).sort((a, b) => a.requestedAt - b.requestedAt);
  let term = counting.begin();
  let reached = receipt;
  let [count, paid] = [0, 0];
  for (const waiting of asked) {
    const { requestedAt, completedAt } = waiting;
    if (requestedAt > term.dueAt) break;
    if (completedAt === null) return { term, count, paid, waiting };
    const request: Receipt = { ...receipt, day: getVietnamDay(requestedAt), instant: requestedAt };
    const answer = settleReceipt(question, completedAt);
    term = counting.pause(term, later(reached, request), answer);
    reached = later(reached, answer);
    if (waiting.isPayment === true) paid += 1;
    else count += 1;
  }
  return { term, count, paid };
}

/** A day that was printed after a wait was over has taken it into account. */
function listLater({ supplements = [], printed }: DeadlineQuestion): Supplement[] {
  return supplements.filter(
    ({ completedAt }) => !printed || completedAt === null || completedAt > printed.at,
  );
}

/** Neighbouring days as one: `14/02/2026–22/02/2026, 27/04/2026`. */
function writeDays(days: readonly string[]): string {
  const runs: { first: string; last: string }[] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run !== undefined && shiftDay(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const write = ({ first, last }: { first: string; last: string }) =>
    first === last ? formatDate(first) : `${formatDate(first)}–${formatDate(last)}`;
  return runs.map(write).join(', ');
}

function listHolidays({ calendar }: DeadlineQuestion, from: string, to: string) {
  const inBetween = calendar.days.filter(
    ({ kind, date }) => kind === 'holiday' && from <= date && date <= to,
  );
  const write = (status: 'confirmed' | 'proposed') =>
    writeDays(inBetween.filter((entry) => entry.status === status).map((entry) => entry.date));
  return { sure: write('confirmed'), doubtful: write('proposed') };
}

function begin(question: DeadlineQuestion, receipt: Receipt): Counting {
  if (question.printed) return countFromPrinted(question, receipt, question.printed.day);
  return question.time.unit === 'hour' ? countHours(question, receipt) : countDays(question, receipt);
}

function describeBeginning({ time, printed }: DeadlineQuestion, receipt: Receipt): DeadlineLine[] {
  if (printed) return [buildLine('deadline.printed', { day: formatDate(printed.day) })];
  return [receipt.line, buildLine(`deadline.${time.unit}`, { count: time.amount })];
}

/** The due instant in Vietnam, with the reason for every day that is not counted. */
export function countDeadline(question: DeadlineQuestion): Deadline {
  const { receivedAt, calendar, printed } = question;
  const receipt = settleReceipt(question, receivedAt);
  const counting = begin(question, receipt);
  const { term, count, paid, waiting } = pauseForSupplements(question, receipt, counting);
  const lastDay = getVietnamDay(term.dueAt);
  const { sure, doubtful } = listHolidays(question, printed ? lastDay : getVietnamDay(receivedAt), lastDay);
  const isBeyond = !printed && lastDay > calendar.to;

  const lines = describeBeginning(question, receipt);
  if (count > 0) lines.push(buildLine('deadline.supplemented', { count }));
  if (paid > 0) lines.push(buildLine('deadline.paid', { count: paid }));
  if (waiting !== undefined) {
    const key = waiting.isPayment === true ? 'deadline.waitingForPayment' : 'deadline.waiting';
    lines.push(buildLine(key, { day: formatDate(getVietnamDay(waiting.requestedAt)) }));
    return { dueAt: null, lines, isDoubtful: false };
  }
  if (term.lastDay !== lastDay)
    lines.push(buildLine('deadline.movedFrom', { day: formatDate(term.lastDay) }));
  if (sure !== '') lines.push(buildLine('deadline.holidays', { days: sure }));
  if (doubtful !== '') lines.push(buildLine('deadline.maybeClosed', { days: doubtful }));
  if (isBeyond) lines.push(buildLine('deadline.calendarEnds', { day: formatDate(calendar.to) }));
  return { dueAt: term.dueAt, lines, isDoubtful: doubtful !== '' || isBeyond };
}

/**
 * The last day, `yyyy-mm-dd` in Vietnam, for what was asked for at an instant; the day of the request is not counted. A day
 * that may be a holiday is counted as worked: rather a day early than one too late.
 */
export function findSupplementDay(
  { amount, unit }: SupplementTime,
  requestedAt: number,
  calendar: HolidayCalendar,
): string {
  const sure = { ...calendar, days: calendar.days.filter(({ status }) => status === 'confirmed') };
  const asked = getVietnamDay(requestedAt);
  return unit === 'workingDay'
    ? addWorkingDays(sure, asked, amount)
    : findWorkingDay(sure, shiftDay(asked, amount));
}
