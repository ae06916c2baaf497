/** Enters a written decision under which the team may file directly. Written down before it is carried out; sends nothing. */
import type { AuthorisationRequest } from '#shared/contracts/administration';
import type { WireError } from '#shared/contracts/error-codes';
import { err, ok, type Result } from '#shared/result';
import { isFullDate } from '#shared/rules/partial-date';
import type { AuthorisationStore } from '../storage/store.ts';
import type { Administration, Asker } from './administer-devices.ts';

export interface AuthorisationKeeper extends Pick<Administration, 'recordAudit' | 'now'> {
  readonly store: AuthorisationStore;
}

/** The same number again takes the place of what was entered. */
export async function enterAuthorisation(
  { store, recordAudit, now }: AuthorisationKeeper,
  { device, commune, communeN }: Asker,
  request: AuthorisationRequest,
): Promise<Result<void, WireError>> {
  const { decisionNumber, signer, from: validFrom, to: validTo, procedures } = request;
  const field = findWrongDay(request);
  if (field !== undefined) return err({ error: 'fieldInvalid', field });
  const enteredBy = device?.member ?? null;
  const who = { commune, member: enteredBy, device: device?.id ?? null };
  const reason = `${validFrom} ${validTo ?? '-'} ${procedures.join(' ')} ${signer}`;
  await recordAudit({ ...who, action: 'enterAuthorisation', object: decisionNumber, reason });
  const decision = { decisionNumber, signer, validFrom, validTo, procedures: [...new Set(procedures)] };
  await store.putAuthorisation({ communeN, ...decision, enteredBy, enteredAt: now() });
  return ok(undefined);
}

function findWrongDay({ from, to }: AuthorisationRequest): 'from' | 'to' | undefined {
  if (!isFullDate(from)) return 'from';
  return to !== null && (!isFullDate(to) || to < from) ? 'to' : undefined;
}
