/** Why a save is not on the device yet. Holds no text for people. */
import type { StorageFault } from '#shared/custody/device-types';
import { VaultLocked, VaultStopped } from '../vault/vault-locked.ts';

export type SaveTrouble =
  | { readonly type: 'storage'; readonly fault: StorageFault }
  /** More was typed than one sealed item may hold. */
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number }
  /** What was encrypted did not decrypt to the same, or what was stored did not read back. */
  | { readonly type: 'checkFailed' }
  /** The vault's worker died; unlocking again starts a new one. */
  | { readonly type: 'vaultStopped' }
  /** Something failed that should not: of the fault only its name is known, since its text may quote what was typed. */
  | { readonly type: 'broken'; readonly name: string };

/** A vault that is gone needs a person; anything else is tried again. */
export function nameThrown(thrown: unknown): SaveTrouble {
  if (thrown instanceof VaultLocked || thrown instanceof VaultStopped) return { type: 'vaultStopped' };
  return { type: 'broken', name: thrown instanceof Error ? thrown.name : 'unknown' };
}
