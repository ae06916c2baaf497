/** Whether a person's yes to one purpose stands. Reads consents as records show them; asks nobody and knows no clock. */
import type { ConsentPurpose } from '../model/citizen.ts';
import type { Lodging } from '../model/dossier.ts';
import type { Patch } from '../model/operation.ts';

/**
 * `given`: some yes stands. `withdrawn`: there was one and every one was taken back. `notAsked`: they agreed to other things
 * only. `unknown`: no consent of this person is here at all; it may not have been pulled yet.
 */
export type ConsentStanding = 'given' | 'withdrawn' | 'notAsked' | 'unknown';

interface Consent {
  readonly values: Patch;
}

/** `own`: every record of this person, as `listPersonRecords` names them. */
export function findConsentStanding(
  consents: readonly Consent[],
  own: ReadonlySet<string>,
  purpose: ConsentPurpose,
): ConsentStanding {
  return judgeConsents(
    consents.filter(({ values }) => own.has(String(values['citizen']))),
    purpose,
  );
}

/** `theirs`: every consent of one person. */
export function judgeConsents(theirs: readonly Consent[], purpose: ConsentPurpose): ConsentStanding {
  if (theirs.length === 0) return 'unknown';
  const asked = theirs.filter(({ values }) => listPurposes(values).includes(purpose));
  if (asked.length === 0) return 'notAsked';
  return asked.some(({ values }) => (values['withdrawnAt'] ?? null) === null) ? 'given' : 'withdrawn';
}

/** Nobody is shut out by a consent that this machine has not heard of. */
export function mayGoOn(standing: ConsentStanding): boolean {
  return standing === 'given' || standing === 'unknown';
}

/** With a number, even a doubtful one, it is lodged somewhere: only a person may talk that down. */
export function isPastStopping(lodging: Pick<Lodging, 'state' | 'dossierNo'> | null | undefined): boolean {
  return lodging?.state === 'lodged' || lodging?.dossierNo !== undefined;
}

function listPurposes(values: Patch): readonly unknown[] {
  const purposes = values['purposes'];
  return Array.isArray(purposes) ? purposes : [];
}
