/** Why a save is not on the device yet. Holds no text for people. */
import type { StorageFault } from '#shared/custody/device-types';

export type SaveTrouble =
  | { readonly type: 'storage'; readonly fault: StorageFault }
  /** More was typed than one sealed item may hold. */
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number }
  /** What was encrypted did not decrypt to the same, or what was stored did not read back. */
  | { readonly type: 'checkFailed' }
  /** The vault's worker died; unlocking again starts a new one. */
  | { readonly type: 'vaultStopped' };
