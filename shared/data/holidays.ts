/**
 * Days on which the offices of the country are closed, and weekend days that they work instead, as of 22/11/2026. A year is
 * `confirmed` when its schedule is announced; until then each day that the law allows is here as `proposed`.
 */
import type { CalendarDay, HolidayCalendar } from '../src/rules/office-days.ts';

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112';
const SCHEDULE_2026 = 'Lịch nghỉ lễ, Tết năm 2026 của cán bộ, công chức';
const CULTURE_DAY = '80-NQ/TW (01/2026), 30/NQ-CP (02/2026): chờ Quốc hội thể chế hóa';
const COMPUTED_2027 = `${LABOUR_CODE}: tính theo lịch, chờ thông báo năm 2027`;

/** `mm-dd` of one year, as they stand in the announcement. */
function listDays(year: number, days: string, entry: Omit<CalendarDay, 'date'>): CalendarDay[] {
  return days.split(' ').map((day) => ({ ...entry, date: `${year}-${day}` }));
}

const days2026 = [
  ...listDays(2026, '01-01 02-16 02-17 02-18 02-19 02-20 04-26 04-30 05-01 09-01 09-02', {
    kind: 'holiday',
    legalBasis: LABOUR_CODE,
    status: 'confirmed',
  }),
  /** Bridge days that are worked on a Saturday, the day in lieu of Giỗ Tổ on a Sunday, and the weekends in between. */
  ...listDays(2026, '01-02 01-03 01-04 02-14 02-15 02-21 02-22 04-25 04-27 05-02 05-03 08-29 08-30 08-31', {
    kind: 'holiday',
    legalBasis: SCHEDULE_2026,
    status: 'confirmed',
  }),
  ...listDays(2026, '01-10 08-22', {
    kind: 'workingSwap',
    legalBasis: SCHEDULE_2026,
    status: 'confirmed',
  }),
  ...listDays(2026, '11-24', { kind: 'holiday', legalBasis: CULTURE_DAY, status: 'proposed' }),
];

/**
 * Tết is on Saturday 06/02 and Giỗ Tổ on Friday 16/04. The government chooses one or two days before Tết and the day
 * beside 02/09, and gives days in lieu of weekends: every choice is in here.
 */
const days2027 = [
  ...listDays(
    2027,
    '01-01 02-04 02-05 02-06 02-07 02-08 02-09 02-10 02-11 04-16 04-30 05-01 05-03 09-01 09-02 09-03',
    { kind: 'holiday', legalBasis: COMPUTED_2027, status: 'proposed' },
  ),
  ...listDays(2027, '11-24', { kind: 'holiday', legalBasis: CULTURE_DAY, status: 'proposed' }),
];

export const holidayCalendar: HolidayCalendar = {
  from: '2026-01-01',
  to: '2027-12-31',
  days: [...days2026, ...days2027],
};
