/**
 * What a lodged dossier is judged by later on: when it was lodged and accepted, each time that the office had to wait, and
 * how it ended. Carried over whatever is written of it next. Has no clock.
 */
import type { Lodging, Pause } from '../model/dossier.ts';
import { listPauses } from '../rules/pauses.ts';

const REGISTERED = 1;
const ACCEPTED = 2;
const RESOLVED = 9;
/** Refused, withdrawn, stopped, resolved, result returned. */
const ENDS: readonly (number | undefined)[] = [3, 7, 8, RESOLVED, 10];
/** Asked for papers, refused or withdrawn: each may come before acceptance as well as after it. */
const SAYS_NOTHING: readonly number[] = [3, 5, 7];

export function keepInstants(current: Lodging | null, next: Lodging): Lodging {
  if (next.state !== 'lodged') return next;
  const before = current?.state === 'lodged' ? current : null;
  const lodgedAt = next.lodgedAt ?? before?.lodgedAt ?? before?.at ?? next.at;
  const wordBefore = findWordBefore(before, next);
  const acceptedAt = findAcceptance(before, next);
  const pauses = [...keepPauses(before, next)];
  const ended = findEnd(before, next);
  return {
    ...next,
    ...(lodgedAt !== next.at && { lodgedAt }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(pauses.length > 0 && { pauses }),
    ...(ended && { ended }),
    ...(wordBefore && { wordBefore }),
  };
}

/** Whose word it rested on until the portal itself was read. */
function findWordBefore(before: Lodging | null, { evidence }: Lodging): Lodging['wordBefore'] {
  const word = before?.evidence;
  if (!before || evidence !== 'portalRead' || word === undefined || word === 'portalRead')
    return before?.wordBefore;
  return {
    evidence: word,
    at: before.lodgedAt ?? before.at,
    ...(before.by !== undefined && { by: before.by }),
  };
}

/** The first end; 9 takes the place of another, as the official formula ranks them. */
function findEnd(before: Lodging | null, { at, status, statusAt = at }: Lodging): Lodging['ended'] {
  const known = before?.ended;
  const isBetter = known === undefined || (status === RESOLVED && known.status !== RESOLVED);
  return isBetter && status !== undefined && ENDS.includes(status) ? { status, at: statusAt } : known;
}

/** Between two looks a dossier may be accepted and go on: it then counts from the state in which it was found. */
function findAcceptance(before: Lodging | null, { status, statusAt }: Lodging): number | null | undefined {
  const known = before?.acceptedAt;
  if (typeof known === 'number' || status === undefined || statusAt === undefined) return known;
  if (status === REGISTERED) return null;
  if (status === ACCEPTED) return statusAt;
  const wasRegistered = known === null || before?.status === REGISTERED;
  if (!wasRegistered) return known;
  return SAYS_NOTHING.includes(status) ? null : statusAt;
}

function keepPauses(before: Lodging | null, next: Lodging): readonly Pause[] {
  const known = before ? listPauses(before) : [];
  return noteMending(followOffice(followPortal(known, before, next), next), next);
}

/** Another state, or another request in the same one, ends what the portal waited for; a new stamp alone does not. */
function followPortal(pauses: readonly Pause[], before: Lodging | null, next: Lodging): readonly Pause[] {
  const { status, statusAt } = next;
  if (status === undefined || statusAt === undefined) return pauses;
  const isWaiting = status === 5 || status === 6;
  const isSecond = before !== null && isAnotherRequest(before, next);
  const isOpen = (one: Pause) => one.endedAt === undefined && !isSecond;
  const isKnown = (one: Pause) =>
    isWaiting && one.status === status && (one.askedAt === statusAt || isOpen(one));
  const rest = pauses.map((one) => (one.status === undefined || isKnown(one) ? one : end(one, statusAt)));
  return !isWaiting || rest.some(isKnown) ? rest : [...rest, { status, askedAt: statusAt }];
}

/** Whatever shows nothing of its own counts as the request that is known: the formula counts a second one against the office. */
function isAnotherRequest(before: Lodging, next: Lodging): boolean {
  const isPortals = before.askedBy === undefined && next.askedBy === undefined;
  const isTold = before.reason !== undefined && next.reason !== undefined;
  return isPortals && isTold && before.askedAt !== next.askedAt;
}

/** Asked again, the office waits for the new thing. */
function followOffice(pauses: readonly Pause[], { askedAt, askedBy }: Lodging): readonly Pause[] {
  if (askedAt === undefined || askedBy === undefined) return pauses;
  const isOffice = ({ status }: Pause) => status === undefined;
  if (pauses.some((one) => isOffice(one) && one.askedAt === askedAt)) return pauses;
  return [...pauses.map((one) => (isOffice(one) ? end(one, askedAt) : one)), { askedAt }];
}

function noteMending(pauses: readonly Pause[], { askedAt, mendedAt }: Lodging): readonly Pause[] {
  if (mendedAt === undefined) return pauses;
  return pauses.map((one) =>
    one.askedAt === askedAt && one.mendedAt === undefined ? { ...one, mendedAt } : one,
  );
}

function end(pause: Pause, at: number): Pause {
  return pause.endedAt === undefined ? { ...pause, endedAt: Math.max(at, pause.askedAt) } : pause;
}
