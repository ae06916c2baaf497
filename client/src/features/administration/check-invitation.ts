/** What an invitation still lacks, and the request that it becomes. A team is the people of one hamlet, so they need theirs. */
import type { InvitationRequest } from '#shared/contracts/administration';
import { isOfTeam, type Role } from '#shared/model/collection';
import { err, ok, type Result } from '#shared/result';

export interface InvitationDraft {
  readonly role: Role;
  readonly name: string;
  readonly hamlet: string;
  readonly lasts: InvitationRequest['lasts'];
}

export interface InvitationGaps {
  readonly name: boolean;
  readonly hamlet: boolean;
}

export function checkInvitation(draft: InvitationDraft): Result<InvitationRequest, InvitationGaps> {
  const { role, lasts } = draft;
  const name = draft.name.trim();
  const hamlet = isOfTeam(role) ? draft.hamlet.trim() : null;
  const gaps = { name: name === '', hamlet: hamlet === '' };
  return gaps.name || gaps.hamlet ? err(gaps) : ok({ role, name, hamlet, lasts });
}
