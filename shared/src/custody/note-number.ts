/** What a portal says of a number that a person recorded: its word takes the place of theirs, and its silence asks them. Has no clock. */
import { findDossierStatus } from '../model/dossier-status.ts';
import type { Lodging } from '../model/dossier.ts';
import { noteStatus, type StatusReading } from './note-status.ts';
import { normaliseDossierNo } from './server-lodging.ts';

/** What a question about one dossier number can bring. `notFound`: the portal definitely has no such dossier. */
export type DossierOutcome =
  | ({ readonly type: 'read'; readonly procedureCode?: string } & StatusReading)
  | { readonly type: 'notFound' }
  | { readonly type: 'failed' };

export interface FollowPatience {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** How long a portal may take until it shows what it has. */
  readonly visibilityWindow: number;
}

const HOUR = 3_600_000;
/** A number that the portal does not know is looked for more rarely, and one day no more. */
const UNKNOWN_EVERY = 12 * HOUR;
const UNKNOWN_FOR = 30 * 24 * HOUR;

/** Whether this is still the dossier's number, and its way has not ended. */
export function isFollowed(lodging: Lodging | undefined, dossierNo: string): boolean {
  if (lodging?.state !== 'lodged' || lodging.dossierNo === undefined) return false;
  return normaliseDossierNo(lodging.dossierNo) === dossierNo && !isOver(lodging.status);
}

function isOver(status: number | undefined): boolean {
  return status !== undefined && findDossierStatus(status)?.next.length === 0;
}

export interface OwnNumber {
  /** Milliseconds. */
  readonly now: number;
  readonly visibilityWindow: number;
  /** The dossier's own procedure. */
  readonly procedure: string;
  /** Somebody has compared the number with the receipt, and it is right. */
  readonly isChecked: boolean;
}

/** Undefined when nothing is new. What the portal has under this number for another procedure is taken for somebody else's. */
export function noteNumber(current: Lodging, outcome: DossierOutcome, own: OwnNumber): Lodging | undefined {
  const { now, visibilityWindow } = own;
  if (outcome.type === 'failed') return undefined;
  if (outcome.type === 'notFound' || isOfAnother(outcome.procedureCode, own)) {
    // A state that was read once is never unsaid; and what was lodged just now may not be shown yet.
    const isKnown = current.evidence === 'portalRead' || current.notFoundAt !== undefined;
    return isKnown || now - current.at < visibilityWindow ? undefined : { ...current, notFoundAt: now };
  }
  if (current.evidence === 'portalRead') return noteStatus(current, outcome, now);
  const { by: _by, notFoundAt: _notFoundAt, ...known } = current;
  const believed: Lodging = { ...known, evidence: 'portalRead' };
  return noteStatus(believed, outcome, now) ?? believed;
}

/** A code may have the suffix of its place: `1.001193.000.00.00.H17`. */
const CODE = /^\d\.\d{6}/;

function isOfAnother(said: string | undefined, { procedure, isChecked }: OwnNumber): boolean {
  if (isChecked || said === undefined || procedure === '') return false;
  const cut = (code: string): string => CODE.exec(code)?.[0] ?? code;
  return cut(said) !== cut(procedure);
}

/** When to look again; null: no more. `lodging`: what stands in the dossier after a look. */
export function findNextLook(
  { status, notFoundAt }: Lodging,
  { now, every }: { readonly now: number; readonly every: number },
): number | null {
  if (isOver(status)) return null;
  if (notFoundAt === undefined) return now + every;
  return now - notFoundAt > UNKNOWN_FOR ? null : now + Math.max(every, UNKNOWN_EVERY);
}
