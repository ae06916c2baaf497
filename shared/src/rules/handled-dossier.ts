/**
 * What is known of a lodged dossier, turned into the instants that the official formula judges. It begins when the receiving
 * system accepted it, or else when its number was known here, and is due by its receipt, or else by the rule. Has no clock.
 */
import type { DueOnReceipt, Lodging, NotedAtDesk } from '../model/dossier.ts';
import { countDeadline, type Deadline, type Supplement } from './deadlines.ts';
import { getVietnamInstant, type HolidayCalendar, type OfficeHours } from './office-days.ts';
import type { HandledDossier } from './on-time.ts';
import { listSupplements } from './pauses.ts';
import type { ProcessingTime } from './procedure.ts';

/** Waits to be accepted at the receiving system: the clock does not run yet. */
const REGISTERED = 1;
const RESOLVED = 9;
const RETURNED = 10;

/** Instants in ms since 1970. */
export interface LodgedFacts {
  /** Accepted; null where it is known not to be. */
  readonly receivedAt: number | null;
  /** Official status as the portal last said; null where only a person said that it is lodged. */
  readonly status: number | null;
  readonly ended: { readonly status: number; readonly at: number } | null;
  readonly supplements: readonly Supplement[];
  /** As on the official receipt, `yyyy-mm-dd`, and when it was entered. */
  readonly due: { readonly day: string; readonly at: number } | null;
  readonly handedOverAt: number | null;
  /** When the officer noted status 9. */
  readonly closedAt: number | null;
}

/** What people wrote beside a lodged dossier. */
export interface NotedFacts {
  readonly due: DueOnReceipt | null | undefined;
  readonly handedOver: NotedAtDesk | null | undefined;
  readonly closed: NotedAtDesk | null | undefined;
}

/** Undefined where the commune knows of no number yet. */
export function readLodgedFacts(
  lodging: Lodging | null | undefined,
  { due, handedOver, closed }: NotedFacts,
): LodgedFacts | undefined {
  if (lodging?.state !== 'lodged') return undefined;
  const { status = null, ended = null } = lodging;
  return {
    ...{ status, ended },
    receivedAt: findReceipt(lodging),
    supplements: listSupplements(lodging),
    due: due ? { day: due.day, at: due.at } : null,
    handedOverAt: handedOver?.at ?? null,
    closedAt: closed?.at ?? null,
  };
}

function findReceipt({ acceptedAt, status, lodgedAt, at }: Lodging): number | null {
  if (acceptedAt !== undefined) return acceptedAt;
  return status === REGISTERED ? null : (lodgedAt ?? at);
}

export interface TermOfProcedure {
  /** Undefined where the catalogue gives no term. */
  readonly time: ProcessingTime | undefined;
  readonly hours: OfficeHours;
  readonly calendar: HolidayCalendar;
}

/** The receipt needs no term of the catalogue. */
const NO_TERM: ProcessingTime = { unit: 'workingDay', amount: 0 };

/** Undefined where no receipt names a day, and no term is known or the clock does not run yet. */
export function findDeadline(
  { receivedAt, supplements, due }: Pick<LodgedFacts, 'receivedAt' | 'supplements' | 'due'>,
  { time, ...place }: TermOfProcedure,
): Deadline | undefined {
  if (due) {
    const since = receivedAt ?? due.at;
    return countDeadline({ time: time ?? NO_TERM, receivedAt: since, supplements, printed: due, ...place });
  }
  if (time === undefined || receivedAt === null) return undefined;
  return countDeadline({ time, receivedAt, supplements, ...place });
}

export function toHandledDossier(facts: LodgedFacts, term: TermOfProcedure): HandledDossier {
  const { receivedAt, ended, supplements, due, handedOverAt, closedAt } = facts;
  const endedAs = (wanted: number) => (ended?.status === wanted ? ended.at : null);
  const isStopped = ended !== null && ended.status !== RESOLVED && ended.status !== RETURNED;
  return {
    ...{ receivedAt, supplements, handedOverAt },
    dueAt: due ? getVietnamInstant(due.day, term.hours.closes) : null,
    dueSetAt: due?.at ?? null,
    latestByLaw: findDeadline({ receivedAt, supplements: [], due: null }, term)?.dueAt ?? null,
    resolvedAt: endedAs(RESOLVED) ?? closedAt,
    returnedAt: endedAs(RETURNED),
    stoppedAt: isStopped ? ended.at : null,
  };
}
