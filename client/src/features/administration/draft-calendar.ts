/** One day, or the hours, put into a commune's own calendar; and the days that are worth showing. Pure; the day comes in. */
import type { CalendarRequest } from '#shared/contracts/administration';
import type { CommuneCalendar, OwnDay, OwnHours } from '#shared/contracts/enrolment';
import { getWeekday, type HolidayCalendar } from '#shared/rules/office-days';
import type { DayState } from '#shared/rules/own-calendar';

/** `common`: as the country's calendar has it. */
export type DayChoice = DayState | 'common';

export interface DayDraft {
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly choice: DayChoice;
  readonly legalBasis: string;
}

const NOTHING: CalendarRequest = { version: 0, days: [], hours: null };

function begin(own: CommuneCalendar | undefined): CalendarRequest {
  return own ? { version: own.version, days: own.days, hours: own.hours } : NOTHING;
}

/** The commune's calendar with this day as it is now said to be. */
export function putDay(own: CommuneCalendar | undefined, draft: DayDraft): CalendarRequest {
  const before = begin(own);
  const others = before.days.filter(({ date }) => date !== draft.date);
  const days = draft.choice === 'common' ? others : [...others, toOwnDay(draft, draft.choice)];
  return { ...before, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

function toOwnDay({ date, legalBasis: typed }: DayDraft, choice: DayState): OwnDay {
  const legalBasis = typed.trim();
  if (choice === 'off') return { date, kind: 'holiday', status: 'confirmed', legalBasis };
  if (choice === 'doubtful') return { date, kind: 'holiday', status: 'proposed', legalBasis };
  const isWeekend = [0, 6].includes(getWeekday(date));
  return isWeekend
    ? { date, kind: 'workingSwap', status: 'confirmed', legalBasis }
    : { date, kind: 'holiday', status: 'refused', legalBasis };
}

export function putHours(own: CommuneCalendar | undefined, hours: OwnHours | null): CalendarRequest {
  return { ...begin(own), hours };
}

export interface ListedDay {
  readonly date: string;
  /** Told by the commune itself. */
  readonly isOwn: boolean;
  readonly legalBasis: string;
}

const LONGEST_LIST = 5;

/** From that day on, in order: all that the commune has said, and of the country's days the next ones. */
export function listComingDays(
  calendar: HolidayCalendar,
  own: CommuneCalendar | undefined,
  today: string,
): ListedDay[] {
  const said = own?.days ?? [];
  const ownDates = new Set(said.map(({ date }) => date));
  const coming = [
    ...said.map((day) => ({ ...day, isOwn: true })),
    ...calendar.days.filter(({ date }) => !ownDates.has(date)).map((day) => ({ ...day, isOwn: false })),
  ]
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const next = new Set(coming.filter(({ isOwn }) => !isOwn).slice(0, LONGEST_LIST));
  return coming
    .filter((day) => day.isOwn || next.has(day))
    .map(({ date, isOwn, legalBasis }) => ({ date, isOwn, legalBasis }));
}
