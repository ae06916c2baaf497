/** What lies in a vault's key table, by name and type. Opens no wrap and exports no key. */
import { type VaultDatabase, writeTogether } from '../storage/database.ts';
import { findKey, putKeys } from '../storage/keep-keys.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { isSendingStopped } from '../storage/stop-sending.ts';
import { NO_ATTEMPTS, type PinAttempts } from '../vault/pin-attempts.ts';
import type { VaultWraps } from '../vault/vault-types.ts';

/** Public keys that this device was given at enrolment and believes from then on. */
export interface PinnedKeys {
  /** Signs the server's answers: base64url of 65 raw bytes. */
  readonly answerKey: string;
  readonly sealing: { readonly keyId: number; readonly key: string };
}

/** For the lease: it ends only by the clock and by days of use together, so that a jumping clock locks nobody out. */
export interface ContactNote {
  /** Wall clock of the last answer of our server, milliseconds. */
  readonly lastAnswerAt: number;
  /** Different days (YYYY-MM-DD) of unlocking since then. */
  readonly unlockDays: readonly string[];
}

export interface StoredKeys {
  /** Absent after ten wrong PINs. */
  readonly wraps: VaultWraps | undefined;
  /** Absent in a database that was built again from its second copy: the PIN brings it back. */
  readonly sendKey: CryptoKeyPair | undefined;
  readonly pinned: PinnedKeys;
  readonly pinAttempts: PinAttempts;
  readonly contact: ContactNote;
  /** Who this is, encrypted for the vault. */
  readonly profile: Uint8Array | undefined;
  /** The database came back older than it was: nothing is sent from it any more. */
  readonly isStopped: boolean;
  /** Built again from its second copy, and nobody has said yet that they have read so. */
  readonly isRebuilt: boolean;
  /** Whose vault it is, as the registry has it: a database is found again by it. */
  readonly entry: VaultEntry | undefined;
}

/** Undefined when what every vault must have is not there. */
export async function readStoredKeys(db: VaultDatabase): Promise<StoredKeys | undefined> {
  return db.transaction('r', ['keys'], async () => {
    const pinned = await findKey<PinnedKeys>(db, 'pinned');
    if (!pinned) return undefined;
    return {
      pinned,
      sendKey: await findKey<CryptoKeyPair>(db, 'sendKey'),
      wraps: await findKey<VaultWraps>(db, 'wraps'),
      pinAttempts: (await findKey<PinAttempts>(db, 'pinAttempts')) ?? NO_ATTEMPTS,
      contact: (await findKey<ContactNote>(db, 'contact')) ?? { lastAnswerAt: 0, unlockDays: [] },
      profile: await findKey<Uint8Array>(db, 'profile'),
      isStopped: await isSendingStopped(db),
      isRebuilt: (await findKey<boolean>(db, 'isRebuilt')) === true,
      entry: await findKey<VaultEntry>(db, 'entry'),
    };
  });
}

export async function writeStoredKeys(db: VaultDatabase, values: Partial<StoredKeys>): Promise<void> {
  await putKeys(db, values);
}

/** Only while `noted` is still the last word: another tab may have begun a try of its own meanwhile. */
export async function takeBackTry(db: VaultDatabase, noted: PinAttempts, before: PinAttempts): Promise<void> {
  await writeTogether(db, ['keys'], async () => {
    const now = await findKey<PinAttempts>(db, 'pinAttempts');
    const isLast = now?.tries === noted.tries && now.lastAt === noted.lastAt;
    if (isLast) await db.keys.put(before, 'pinAttempts');
  });
}
