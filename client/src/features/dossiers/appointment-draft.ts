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

/** Ways on which nothing happens before the citizen stands at a door on a day. */
const NEEDS_DAY: readonly Route[] = ['assistedAtCentre', 'policeInPerson'];

export function needsAppointment(route: Route): boolean {
  return NEEDS_DAY.includes(route);
}

/** Not where lodging happens now, at a session with signal, and not where it happens without the citizen. */
export function takesAppointment(route: Route, hasSignal: boolean): boolean {
  return route === 'selfAtSession' ? !hasSignal : route !== 'authorisedForward';
}

interface ChosenWay {
  readonly route: Route;
  readonly hasSignal: boolean;
}

export function findAppointmentFault(
  { route, hasSignal }: ChosenWay,
  { day }: AppointmentDraft,
  today: string,
): AppointmentFault | undefined {
  if (!takesAppointment(route, hasSignal)) return undefined;
  if (day === '') return needsAppointment(route) ? 'pickDay' : undefined;
  if (!isFullDate(day)) return 'dayInvalid';
  return day < today ? 'dayPast' : undefined;
}

/** Call only without fault. */
export function settleAppointment(
  { route, hasSignal }: ChosenWay,
  draft: AppointmentDraft,
): Appointment | undefined {
  if (!takesAppointment(route, hasSignal) || draft.day === '') return undefined;
  return { ...draft, place: draft.place.trim() };
}
