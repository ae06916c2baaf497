/**
 * What a commune itself says of its days and hours: it stands above the calendar of the country that comes with the program.
 * Entered by head or administrator, told to every device with what it may know of itself, when it has another version.
 */
import * as z from 'zod/mini';
import { day } from '../model/field-kinds.ts';

export const CALENDAR_LIMITS = { days: 120, basis: 200 } as const;

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** `refused`: the country's calendar has this day as one off or swapped, and here it is neither. */
const ownDay = z.strictObject({
  date: day,
  kind: z.enum(['holiday', 'workingSwap']),
  status: z.enum(['confirmed', 'proposed', 'refused']),
  /** What it rests on, as on the paper: a number, a date, who announced it. */
  legalBasis: z.string().check(z.minLength(1), z.maxLength(CALENDAR_LIMITS.basis)),
});
export type OwnDay = z.infer<typeof ownDay>;

/** `hh:mm`. */
const ownHours = z.strictObject({
  opens: time,
  closes: time,
  /** Until when residence is taken on a Saturday; null: not at all. */
  saturdayCloses: z.nullable(time),
});
export type OwnHours = z.infer<typeof ownHours>;

const fields = {
  days: z.array(ownDay).check(z.maxLength(CALENDAR_LIMITS.days)),
  /** Null: the common ones. */
  hours: z.nullable(ownHours),
};

/** Body of `POST /api/administration/calendar` (`setCalendar` in the audit). `version`: the one that was edited, 0 for none. */
export const calendarRequest = z.strictObject({ version: z.number().check(z.int(), z.gte(0)), ...fields });
export type CalendarRequest = z.infer<typeof calendarRequest>;

export const calendarReply = z.object({ version: z.number() });

/** Each writing has the next version. */
export const communeCalendar = z.object({ version: z.number(), ...fields });
export type CommuneCalendar = z.infer<typeof communeCalendar>;
