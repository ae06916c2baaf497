/** What a portal says became of a lodged dossier, written beside its number. A state that was read once is never unsaid by a failed look. */
import type { Supplement } from '../contracts/portal.ts';
import type { DossierStatusCode } from '../model/dossier-status.ts';
import type { Lodging } from '../model/dossier.ts';
import { isId } from '../ids.ts';
import { dropRequest } from './server-return.ts';

export interface StatusReading {
  readonly status: DossierStatusCode;
  /** By the portal's clock, milliseconds. */
  readonly changedAt: number;
  /** With a request to complete: what is asked for. */
  readonly supplement?: Supplement;
}

const CODE = /^[A-Za-z0-9_.-]{1,64}$/;
/** What has not changed is told again so seldom: a phone then knows that the portal was asked, and what it last said. */
const TOLD_AGAIN_MS = 12 * 3_600_000;

/** Undefined when nothing is new. A request to complete is the one-stop's own text, shown as text. `now`: milliseconds. */
export function noteStatus(current: Lodging, reading: StatusReading, now: number): Lodging | undefined {
  if (current.state !== 'lodged') return undefined;
  const { status, changedAt, supplement } = reading;
  if (isOlder(current, changedAt, now)) return undefined;
  const isSame = isSameRequest(current, reading);
  const isKnown = current.status === status && current.statusAt === changedAt && isSame;
  if (isKnown && now - (current.readAt ?? 0) < TOLD_AGAIN_MS) return undefined;
  const read = { status, statusAt: changedAt, readAt: now };
  if (isSame) return { ...current, ...read };
  return { ...dropRequest(current), ...read, ...(supplement && writeRequest(supplement, changedAt)) };
}

/** A status stamped anew is no second request: that shows only in other words, another field or another paper. */
function isSameRequest(current: Lodging, { status, supplement }: StatusReading): boolean {
  const isAskedHere = current.askedBy !== undefined;
  const isWaitingStill = current.status === status;
  if (!supplement) return isAskedHere || current.reason === undefined || isWaitingStill;
  const { text, field, document } = supplement;
  if (isAskedHere || !isWaitingStill || current.reason !== text || current.field !== field) return false;
  return current.document === document || (current.document !== undefined && !namesPaper(document));
}

/** A scan that was taken anew is nobody's paper any more: the portal still calls it by the id that it was given. */
function namesPaper(document: string | undefined): boolean {
  return document !== undefined && CODE.test(document) && !isId(document);
}

/** A portal may answer from an old copy. An instant still to come was a fault of its clock, and holds nobody. */
function isOlder({ statusAt }: Lodging, changedAt: number, now: number): boolean {
  return statusAt !== undefined && statusAt <= now && changedAt < statusAt;
}

function writeRequest({ text, field, document }: Supplement, askedAt: number): Partial<Lodging> {
  return {
    ...{ reason: text, askedAt },
    ...(field !== undefined && { field }),
    ...(document !== undefined && CODE.test(document) && { document }),
  };
}
