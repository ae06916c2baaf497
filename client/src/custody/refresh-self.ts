/** Asks the commune what this device may know beside records, and keeps it: the commune's key and the profile. */
import { selfReply, type SelfReply } from '#shared/contracts/enrolment';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { Vault, VaultWraps } from '../vault/vault-types.ts';
import { encryptProfile, type Profile, updateProfile } from './profile.ts';
import { requestJson, type RequestParts } from './signed-request.ts';
import { readStoredKeys, writeStoredKeys } from './stored-keys.ts';

export interface RefreshParts {
  readonly vault: Vault;
  readonly connection: VaultConnection;
  readonly request: RequestParts;
  /** Version of the commune's calendar that is known here; 0 for none. */
  readonly calendarVersion: number;
}

export interface SelfKnowledge {
  readonly profile: Profile;
  /** Equal identity numbers can be told from now on. */
  readonly hasCommuneKey: boolean;
  /** Another one than is known here. */
  readonly calendar: CommuneCalendar | undefined;
}

/** Undefined when the commune cannot be reached now: what was known before still holds. */
export async function refreshSelf(parts: RefreshParts, profile: Profile): Promise<SelfKnowledge | undefined> {
  const body = { calendar: parts.calendarVersion };
  const reply = await requestJson(parts.request, { path: '/api/devices/self', body }, selfReply);
  if (!reply.ok) return undefined;
  const keys = await parts.connection.run(readStoredKeys);
  if (!keys.ok || !keys.value?.wraps) return undefined;
  const updated = updateProfile(profile, reply.value);
  const wraps = await wrapMatchKey(parts.vault, keys.value.wraps, reply.value);
  const cipher = await encryptProfile(parts.vault, keys.value.wraps.vault, updated);
  const stored = await parts.connection.run((db) => writeStoredKeys(db, { wraps, profile: cipher }));
  const { calendar } = reply.value;
  return stored.ok ? { profile: updated, hasCommuneKey: wraps.matchKey !== null, calendar } : undefined;
}

/** The sealing key of the answer is left alone: it was pinned, and this answer bears no signature. */
async function wrapMatchKey(vault: Vault, wraps: VaultWraps, { matchKey }: SelfReply): Promise<VaultWraps> {
  if (matchKey === null) return wraps;
  const wrapped = await vault.setCommuneKey({ key: matchKey, wraps });
  return wrapped.ok ? wrapped.value : wraps;
}
