/** Whether somebody who comes on an agreed day may stand before a closed door. Closes no office and makes no appointment. */
import { findClosing, findHoliday, type HolidayCalendar, type OfficeHours } from './office-days.ts';

export interface AppointmentQuestion {
  readonly calendar: HolidayCalendar;
  readonly hours: OfficeHours;
  /** `yyyy-mm-dd` in Vietnam. */
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  /** At home, or where there is signal, a Sunday is a good day. */
  readonly isAtOffice: boolean;
}

/** What closes before it is no afternoon. */
const NOON = '12:00';

/**
 * `maybeHoliday`: a holiday, confirmed or only proposed: to be asked before anybody sets out, since helpers rest as well.
 * `weekend`: no holiday, but the office takes nothing on that day or in that half of it.
 */
export function judgeAppointmentDay(question: AppointmentQuestion): 'maybeHoliday' | 'weekend' | undefined {
  const { calendar, hours, day, part, isAtOffice } = question;
  if (findHoliday(calendar, day) !== undefined) return 'maybeHoliday';
  if (!isAtOffice) return undefined;
  const closes = findClosing(calendar, hours, day);
  const isOpen = closes !== undefined && (part === 'morning' || closes > NOON);
  return isOpen ? undefined : 'weekend';
}
