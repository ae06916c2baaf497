/**
 * What is known of a lodged dossier, turned into the instants that the official formula judges. Ours begins when its number was
 * known here; what the software recorded in between is not known. Has no clock.
 */
import { countDeadline, type Deadline, type Supplement } from './deadlines.ts';
import type { HolidayCalendar, OfficeHours } from './office-days.ts';
import type { HandledDossier } from './on-time.ts';
import type { ProcessingTime } from './procedure.ts';

/** Waits to be accepted at the receiving system: the clock does not run yet. */
const REGISTERED = 1;
const RESOLVED = 9;
const RETURNED = 10;

/** Instants in ms since 1970. */
export interface LodgedFacts {
  readonly lodgedAt: number;
  /** Official status as the portal last said; null where only a person said that it is lodged. */
  readonly status: number | null;
  readonly ended: { readonly status: number; readonly at: number } | null;
  /** The last request for more papers, and when they came. An earlier one is not known. */
  readonly askedAt: number | null;
  readonly mendedAt: number | null;
  readonly handedOverAt: number | null;
  /** When the officer noted status 9. */
  readonly closedAt: number | null;
}

export interface TermOfProcedure {
  /** Undefined where the catalogue gives no term. */
  readonly time: ProcessingTime | undefined;
  readonly hours: OfficeHours;
  readonly calendar: HolidayCalendar;
}

/** Undefined where no term is known or the clock does not run yet. */
export function findDeadline(facts: LodgedFacts, { time, ...place }: TermOfProcedure): Deadline | undefined {
  if (time === undefined || facts.status === REGISTERED) return undefined;
  return countDeadline({ time, receivedAt: facts.lodgedAt, supplements: listSupplements(facts), ...place });
}

function listSupplements({ askedAt, mendedAt }: LodgedFacts): Supplement[] {
  return askedAt === null ? [] : [{ requestedAt: askedAt, completedAt: mendedAt }];
}

/** What the official formula needs; the due instant is by the rules, since nobody has entered the receipt's own. */
export function toHandledDossier(facts: LodgedFacts, term: TermOfProcedure): HandledDossier {
  const { lodgedAt, status, ended, handedOverAt, closedAt } = facts;
  const endedAs = (wanted: number) => (ended?.status === wanted ? ended.at : null);
  const isStopped = ended !== null && ended.status !== RESOLVED && ended.status !== RETURNED;
  return {
    receivedAt: status === REGISTERED ? null : lodgedAt,
    dueAt: null,
    latestByLaw: findDeadline({ ...facts, askedAt: null }, term)?.dueAt ?? null,
    resolvedAt: endedAs(RESOLVED) ?? closedAt,
    returnedAt: endedAs(RETURNED),
    stoppedAt: isStopped ? ended.at : null,
    supplements: listSupplements(facts),
    handedOverAt,
  };
}
