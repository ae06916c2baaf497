/** The portal's calendar: which day it is in Vietnam (UTC+7, no summer time), from milliseconds since 1970. */
const DAY_MS = 86_400_000;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** YYYY-MM-DD. Days to civil date after Howard Hinnant's chrono algorithms: no clock and no Date object. */
export function formatPortalDay(at: number): string {
  const shifted = Math.floor((at + VIETNAM_AHEAD_MS) / DAY_MS) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), padTwo(month), padTwo(day)].join('-');
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0');
}
