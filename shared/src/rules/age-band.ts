/** The age band of a person for the headcount. Says nothing where the paper does not say enough. */
import type { AgeBand } from '../model/attendance.ts';
import type { PartialDate } from './partial-date.ts';
import { getAgeRange } from './partial-date.ts';

/** Whole years to band: under 18, 18-35, 36-59, 60 and above. */
export function getAgeBand(age: number): AgeBand {
  if (age < 18) return 'under18';
  if (age <= 35) return 'to35';
  return age <= 59 ? 'to59' : 'from60';
}

/** Undefined when a birth year alone leaves two bands open, or when the birth is still to come. */
export function findAgeBand(dateOfBirth: PartialDate, today: string): AgeBand | undefined {
  const { youngest, oldest } = getAgeRange(dateOfBirth, today);
  const band = getAgeBand(youngest);
  return oldest >= 0 && band === getAgeBand(oldest) ? band : undefined;
}
