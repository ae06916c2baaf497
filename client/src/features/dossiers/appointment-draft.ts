/** An appointment while it is being chosen, and what the route makes of it. Holds no calendar. */
import type { Route } from '#shared/model/dossier';
import { isFullDate } from '#shared/rules/partial-date';
import type { Appointment } from './read-dossier.ts';

export interface AppointmentDraft {
  /** yyyy-mm-dd, what was typed while it is no day yet, or '' for none. */
  readonly day: string;
  readonly part: Appointment['part'];
  readonly place: string;
}

export type AppointmentFault = 'dayInvalid' | 'dayPast' | 'pickDay';

const AT_OFFICE: readonly Route[] = ['assistedAtCentre', 'counter', 'policeInPerson'];

export function isAtOffice(route: Route): boolean {
  return AT_OFFICE.includes(route);
}

/** Lodging happens now, or without the citizen. */
export function takesAppointment(route: Route): boolean {
  return route !== 'selfAtSession' && route !== 'authorisedForward';
}

export function findAppointmentFault(
  route: Route,
  { day }: AppointmentDraft,
  today: string,
): AppointmentFault | undefined {
  if (!takesAppointment(route)) return undefined;
  if (day === '') return route === 'assistedAtCentre' ? 'pickDay' : undefined;
  if (!isFullDate(day)) return 'dayInvalid';
  return day < today ? 'dayPast' : undefined;
}

/** Call only without fault. */
export function settleAppointment(route: Route, draft: AppointmentDraft): Appointment | undefined {
  if (!takesAppointment(route) || draft.day === '') return undefined;
  return { ...draft, place: draft.place.trim() };
}
