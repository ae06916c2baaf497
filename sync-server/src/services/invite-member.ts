/** Makes invitations: a single-use code for one named person. Keeps no code, only what it hashes to. */
import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, formatCode } from '#shared/contracts/enrolment';
import type { InvitationReply, InvitationRequest } from '#shared/contracts/administration';
import type { MemberId } from '#shared/ids';
import { isOfTeam } from '#shared/model/collection';
import type { KeyRing } from '../protection/key-ring.ts';
import type { InvitationStore } from '../storage/store.ts';

/** On a screen somebody stands beside it; a named person gets it on paper or by telephone. */
const LIFE_MS = { screen: 10 * 60_000, named: 7 * 24 * 3_600_000 } as const;
const SCOPE = Buffer.from('go-cua invitation v1');

export interface Inviter {
  readonly store: InvitationStore;
  readonly keys: KeyRing;
  readonly now: () => number;
}

export interface InvitationOrder extends InvitationRequest {
  readonly communeN: number;
  readonly madeBy: MemberId | null;
}

/** The code is in the answer and nowhere else. */
export async function inviteMember(inviter: Inviter, order: InvitationOrder): Promise<InvitationReply> {
  const { store, keys, now } = inviter;
  const { communeN, madeBy, role, name, lasts } = order;
  const hamlet = order.hamlet?.trim() ?? null;
  const code = drawCode();
  const createdAt = now();
  const expiresAt = createdAt + LIFE_MS[lasts];
  // A team is the people of one hamlet; the commune's own staff are one team.
  const team = isOfTeam(role) ? hamlet : null;
  const codeHash = hashCode(keys, code);
  await store.insertInvitation({
    ...{ codeHash, communeN, role, name, hamlet, team, createdAt, expiresAt, madeBy },
  });
  return { code: formatCode(code), expiresAt };
}

/** Under a key that is not in the database: 43 bits could be tried through by whoever has a copy of it. */
export function hashCode(keys: KeyRing, code: string): Buffer {
  return keys.makeBlindIndex(SCOPE, code);
}

function drawCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
