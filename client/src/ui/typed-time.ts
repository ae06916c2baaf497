/** Reads a time of day as a person types it, in 24 hours. */

/** `8`, `8h`, `8h30`, `8 giờ 30`, `8:30`, `0830` → `08:30`; undefined while it is no time of a day. */
export function findTypedTime(text: string): string | undefined {
  const typed = text.trim().toLowerCase().normalize('NFC');
  const [, hour, minute = ''] =
    /^(\d{1,2})(?:\s*(?:[:.hg]|giờ)\s*(\d{2})?)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
