/**
 * The public key that a locked phone seals new people to, laid out when somebody of a team has unlocked: only they may write
 * people down, and a locked phone knows nobody's role. A phone that was not unlocked since then has none.
 */
import type { VaultDatabase } from '../storage/database.ts';
import { findKey, putKeys } from '../storage/keep-keys.ts';
import type { VaultWraps } from '../vault/vault-types.ts';

const NAME = 'lockedWriteKey';

/** Base64url of 65 raw bytes. */
export async function offerLockedWriting(db: VaultDatabase, writeKey: string): Promise<void> {
  if ((await findKey<string>(db, NAME)) !== writeKey) await putKeys(db, { [NAME]: writeKey });
}

/** Undefined while nothing may be written locked: not offered yet, or the PIN opens nothing any more. */
export async function findLockedWriteKey(db: VaultDatabase): Promise<string | undefined> {
  const wraps = await findKey<VaultWraps>(db, 'wraps');
  return wraps && (await findKey<string>(db, NAME));
}
