/** Opens a vault with a PIN, without any network: the try is on the disk before it is made. Knows no screen. */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { deleteKey } from '../storage/keep-keys.ts';
import { forgetTriesBeside, noteTriesBeside, readTriesBeside } from '../storage/tries-beside.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { decidePinGate, NO_ATTEMPTS } from '../vault/pin-attempts.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { Clock } from '../platform/clock.ts';
import { decryptProfile, type Profile } from './profile.ts';
import { readStoredKeys, type StoredKeys, takeBackTry, writeStoredKeys } from './stored-keys.ts';

export type UnlockTrouble =
  | { readonly type: 'pinWrong'; readonly triesLeft: number }
  | { readonly type: 'wait'; readonly milliseconds: number }
  /** Ten wrong PINs: the wrap is gone. What was saved is sealed to the commune and still sent. */
  | { readonly type: 'erased' }
  | Exclude<UnlockFault, { readonly type: 'pinWrong' }>
  | VaultSilent
  | OpenElsewhere
  | { readonly type: 'storage'; readonly fault: StorageFault };

/** The vault's worker ended without an answer: nobody has learned anything about the PIN, and it is no try. */
export interface VaultSilent {
  readonly type: 'vaultStopped';
}

/** The PIN is right, and another tab has the book open. */
export interface OpenElsewhere {
  readonly type: 'elsewhere';
}

export interface UnlockParts {
  readonly connection: VaultConnection;
  readonly clock: Clock;
  /** A freshly started one; it is left locked when the PIN is wrong. */
  readonly vault: Vault;
}

export interface UnlockedVault {
  readonly profile: Profile;
  readonly keys: StoredKeys;
}

export async function unlockVault(
  parts: UnlockParts,
  pin: string,
): Promise<Result<UnlockedVault, UnlockTrouble>> {
  const { connection, clock, vault } = parts;
  const keys = await connection.run(readStoredKeys);
  if (!keys.ok) return err({ type: 'storage', fault: keys.error });
  if (!keys.value) return err({ type: 'damaged' });
  const { wraps, pinAttempts, pinned, profile } = keys.value;
  if (!wraps) return err({ type: 'erased' });
  const beside = readTriesBeside(wraps.vault);
  const before = beside && beside.tries > pinAttempts.tries ? beside : pinAttempts;
  const gate = decidePinGate(before, clock.wall());
  if (gate.type === 'wait') return err(gate);
  if (gate.type === 'erase') return eraseWraps(connection);
  const noted = await connection.run((db) => writeStoredKeys(db, { pinAttempts: gate.attempts }));
  const isNoted = noted.ok || (noted.error === 'quota' && noteTriesBeside(wraps.vault, gate.attempts));
  if (!isNoted) return err({ type: 'storage', fault: noted.error });
  const judged = await judgePin(vault, { pin, wraps });
  if (judged.type === 'pinWrong') {
    return gate.triesLeft === 0
      ? eraseWraps(connection)
      : err({ type: 'pinWrong', triesLeft: gate.triesLeft });
  }
  if (judged.type !== 'right') {
    // A fault that is not the person's does not count as a try.
    if (noted.ok) await connection.run((db) => takeBackTry(db, gate.attempts, pinAttempts));
    else noteTriesBeside(wraps.vault, before);
    return err(judged);
  }
  const forgiven = await connection.run((db) => writeStoredKeys(db, { pinAttempts: NO_ATTEMPTS }));
  if (!forgiven.ok && forgiven.error !== 'quota') return err({ type: 'storage', fault: forgiven.error });
  forgetTriesBeside(wraps.vault);
  try {
    const known = await vault.setServerKey(pinned.sealing);
    const who = await decryptProfile(vault, wraps.vault, profile);
    if (!known.ok || !who.ok) return err({ type: 'damaged' });
    const sendKey = await bringBackSendKey(parts, keys.value);
    return ok({ profile: who.value, keys: { ...keys.value, sendKey } });
  } catch {
    return err({ type: 'vaultStopped' });
  }
}

/** Only a database that was built again lacks it. Undefined where its vault is older than second copies. */
async function bringBackSendKey(
  { connection, vault }: UnlockParts,
  { sendKey, wraps }: StoredKeys,
): Promise<CryptoKeyPair | undefined> {
  if (sendKey || !wraps) return sendKey;
  const opened = await vault.openSendKey({ wraps });
  if (!opened.ok) return undefined;
  // Refused by the disk, it is brought back again the next time.
  await connection.run((db) => writeStoredKeys(db, { sendKey: opened.value }));
  return opened.value;
}

/** Whatever the call threw, no word about the PIN has left the worker: a right one and a wrong one look the same. */
async function judgePin(
  vault: Vault,
  input: Parameters<Vault['unlock']>[0],
): Promise<{ readonly type: 'right' } | UnlockFault | VaultSilent> {
  try {
    const opened = await vault.unlock(input);
    return opened.ok ? { type: 'right' } : opened.error;
  } catch {
    return { type: 'vaultStopped' };
  }
}

/** A worker that dies, or cannot be started at all, is an outcome of what it was asked for. */
export async function heedVault<T, E>(ask: () => Promise<Result<T, E>>): Promise<Result<T, E | VaultSilent>> {
  try {
    return await ask();
  } catch {
    return err({ type: 'vaultStopped' });
  }
}

/** Only the wrap goes: sealed work stays, and is sent by the send key. */
async function eraseWraps(connection: VaultConnection): Promise<Result<never, UnlockTrouble>> {
  const erased = await connection.run((db) => deleteKey(db, 'wraps'));
  if (erased.ok) await connection.renewSecondCopy();
  return err(erased.ok ? { type: 'erased' } : { type: 'storage', fault: erased.error });
}
