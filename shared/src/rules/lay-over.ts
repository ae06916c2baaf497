/** A commune's own days above those of the country. Has no clock. */
import type { CalendarDay, HolidayCalendar, OfficeHours } from './office-days.ts';

export interface OwnCalendarDay extends Omit<CalendarDay, 'status'> {
  readonly status: CalendarDay['status'] | 'refused';
}

/** The commune's word takes the place of the country's for the same day. */
export function layOver(country: HolidayCalendar, own: readonly OwnCalendarDay[]): HolidayCalendar {
  const said = new Set(own.map(({ date }) => date));
  const days = [
    ...country.days.filter(({ date }) => !said.has(date)),
    ...own.flatMap(({ status, ...day }) => (status === 'refused' ? [] : [{ ...day, status }])),
  ];
  return { ...country, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

export interface OwnCalendar {
  readonly days: readonly OwnCalendarDay[];
  readonly hours: (Pick<OfficeHours, 'opens' | 'closes'> & { readonly saturdayCloses: string | null }) | null;
}
