/** Opens a vault with a PIN, without any network: the try is on the disk before it is made. Knows no screen. */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import { deleteKey } from '../storage/keep-keys.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { decidePinGate, NO_ATTEMPTS } from '../vault/pin-attempts.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { Clock } from '../platform/clock.ts';
import { decryptProfile, type Profile } from './profile.ts';
import { readStoredKeys, type StoredKeys, writeStoredKeys } from './stored-keys.ts';

export type UnlockTrouble =
  | { readonly type: 'pinWrong'; readonly triesLeft: number }
  | { readonly type: 'wait'; readonly milliseconds: number }
  /** Ten wrong PINs: the wrap is gone. What was saved is sealed to the commune and still sent. */
  | { readonly type: 'erased' }
  | Exclude<UnlockFault, { readonly type: 'pinWrong' }>
  | { readonly type: 'storage'; readonly fault: StorageFault };

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
  const gate = decidePinGate(pinAttempts, clock.wall());
  if (gate.type === 'wait') return err(gate);
  if (gate.type === 'erase') return eraseWraps(connection);
  const noted = await connection.run((db) => writeStoredKeys(db, { pinAttempts: gate.attempts }));
  if (!noted.ok) return err({ type: 'storage', fault: noted.error });
  const opened = await vault.unlock({ pin, wraps });
  if (!opened.ok && opened.error.type === 'pinWrong') {
    return gate.triesLeft === 0
      ? eraseWraps(connection)
      : err({ type: 'pinWrong', triesLeft: gate.triesLeft });
  }
  // A fault that is not the person's does not count as a try.
  const after = opened.ok ? NO_ATTEMPTS : pinAttempts;
  const forgiven = await connection.run((db) => writeStoredKeys(db, { pinAttempts: after }));
  if (!opened.ok) return err(opened.error.type === 'pinWrong' ? { type: 'damaged' } : opened.error);
  if (!forgiven.ok) return err({ type: 'storage', fault: forgiven.error });
  const known = await vault.setServerKey(pinned.sealing);
  const who = await decryptProfile(vault, wraps.vault, profile);
  return known.ok && who.ok ? ok({ profile: who.value, keys: keys.value }) : err({ type: 'damaged' });
}

/** Only the wrap goes: sealed work stays, and is sent by the send key. */
async function eraseWraps(connection: VaultConnection): Promise<Result<never, UnlockTrouble>> {
  const erased = await connection.run((db) => deleteKey(db, 'wraps'));
  return err(erased.ok ? { type: 'erased' } : { type: 'storage', fault: erased.error });
}
