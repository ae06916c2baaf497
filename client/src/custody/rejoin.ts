/** Joins again under the same name and keys, where the commune came back from a backup older than this device. Deletes nothing. */
import type { DeviceId } from '#shared/ids';
import { bytesToBase64Url } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { exportPublicKey } from '../vault/send-key.ts';
import type { Vault } from '../vault/vault-types.ts';
import { askToEnrol, type EnrolFault, type EnrolInput, workOutWords } from './enrol.ts';
import { createProfile, encryptProfile, type Profile } from './profile.ts';
import { readStoredKeys, writeStoredKeys } from './stored-keys.ts';

export interface RejoinParts {
  readonly device: DeviceId;
  readonly vault: Vault;
  readonly connection: VaultConnection;
  readonly profile: Profile;
}

/**
 * The server must show the answer key that was pinned when this device first joined: a stranger's server is refused, and
 * nothing on the disk changes. After it the device waits for approval and offers everything that it has kept.
 */
export async function rejoin(
  parts: RejoinParts,
  input: Omit<EnrolInput, 'initials'>,
): Promise<Result<Profile, EnrolFault>> {
  const stored = await parts.connection.run(readStoredKeys);
  if (!stored.ok) return err({ type: 'storage', fault: stored.error });
  const { sendKey: pair, pinned, wraps } = stored.value ?? {};
  if (!pair || !pinned || !wraps) return err({ type: 'storage', fault: 'evicted' });
  const sendKey = await exportPublicKey(pair.publicKey);
  const { readKey } = wraps.publicParts;
  const again = { device: parts.device, member: parts.profile.member.id };
  const reply = await askToEnrol({ ...input, sendKey: bytesToBase64Url(sendKey), readKey, again });
  if (!reply.ok) return reply;
  const { answerKey } = pinned;
  const words = await workOutWords({ sendKey, readKey, answerKey });
  // A code of another commune on the same server would take everything that is kept here to strangers.
  const isOurs =
    reply.value.device === parts.device &&
    reply.value.answerKey === answerKey &&
    reply.value.commune.id === parts.profile.commune.id;
  if (!isOurs || words.join(' ') !== reply.value.words.join(' ')) return err({ type: 'wordsDiffer' });
  const profile = { ...parts.profile, ...createProfile(reply.value) };
  const cipher = await encryptProfile(parts.vault, wraps.vault, profile);
  const written = await parts.connection.run((db) => writeStoredKeys(db, { profile: cipher }));
  return written.ok ? ok(profile) : err({ type: 'storage', fault: written.error });
}
