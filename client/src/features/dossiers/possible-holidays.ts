/** Days on which an office may be closed, so that an appointment says so. A hint, not the calendar that deadlines count by. */

/** Month and day. Public holidays by the Labour Code 2019, article 112; 24/11 is proposed by 80-NQ/TW and not confirmed. */
const YEARLY = ['01-01', '04-30', '05-01', '09-01', '09-02', '11-24'];

/** `day`: yyyy-mm-dd. The holidays of the lunar year are announced each year and are not in here. */
export function mayBeHoliday(day: string): boolean {
  return YEARLY.includes(day.slice(5));
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The `count` days after `today`. */
export function listNextDays(today: string, count: number): string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) =>
    new Date(start + (at + 1) * 86_400_000).toISOString().slice(0, 10),
  );
}
