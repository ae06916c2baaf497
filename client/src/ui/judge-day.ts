/** Whether a day that was typed for something to come is likely to be a slip of the finger. Knows no clock: "today" comes in. */

export type DayDoubt = 'past' | 'far';

/** All days "yyyy-mm-dd"; `far`: more than so many years ahead. Undefined for a likely day, and for what is no day yet. */
export function judgeDay(day: string, today: string, years: number): DayDoubt | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  if (day < today) return 'past';
  const last = `${String(Number(today.slice(0, 4)) + years).padStart(4, '0')}${today.slice(4)}`;
  return day > last ? 'far' : undefined;
}
