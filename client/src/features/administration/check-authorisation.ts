/** What the entry of a written decision still lacks, and the request that it becomes. */
import type { AuthorisationRequest } from '#shared/contracts/administration';
import { err, ok, type Result } from '#shared/result';
import { isFullDate } from '#shared/rules/partial-date';

export interface AuthorisationDraft {
  readonly decisionNumber: string;
  readonly signer: string;
  /** yyyy-mm-dd, or what was typed as long as it is no day. */
  readonly from: string;
  /** Empty: until it is replaced. */
  readonly to: string;
  readonly procedures: readonly string[];
}

export type AuthorisationGap = 'decisionNumber' | 'signer' | 'from' | 'to' | 'procedures';

/** Either the request or every part that is missing or cannot be. */
export function checkAuthorisation(
  draft: AuthorisationDraft,
): Result<AuthorisationRequest, readonly AuthorisationGap[]> {
  const { from, to, procedures } = draft;
  const decisionNumber = draft.decisionNumber.trim();
  const signer = draft.signer.trim();
  const isWrong: Readonly<Record<AuthorisationGap, boolean>> = {
    decisionNumber: decisionNumber === '',
    signer: signer === '',
    from: !isFullDate(from),
    to: to !== '' && (!isFullDate(to) || to < from),
    procedures: procedures.length === 0,
  };
  const gaps = (Object.keys(isWrong) as AuthorisationGap[]).filter((part) => isWrong[part]);
  if (gaps.length > 0) return err(gaps);
  return ok({ decisionNumber, signer, from, to: to === '' ? null : to, procedures: [...procedures] });
}
