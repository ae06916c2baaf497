/** What a device session shows of itself: which of its states it is in, and what screens may know of it. Holds no key. */
import type { StorageFault } from '#shared/custody/device-types';
import type { LostDatabase, UnfinishedEnrolment, VaultEntry } from '../storage/vault-registry.ts';
import type { EnrolInput } from './enrol.ts';
import type { TurnState } from './editing-turn.ts';
import type { LockState } from './locking.ts';
import type { OpenDevice } from './open-device.ts';
import type { UnlockTrouble } from './unlock.ts';

/** Which vault, if there are several; `isInvited`: the address carries an invitation; `isNew`: somebody else joins on a shared phone. */
export interface OpenWish {
  readonly vaultId?: string;
  readonly isInvited?: boolean;
  readonly isNew?: boolean;
}

interface Common {
  /** Databases that were here and are gone: to be said on the screen, whatever else it shows. */
  readonly lost: readonly LostDatabase[];
}

interface PinPrompt extends Common {
  readonly isBusy: boolean;
  readonly trouble: UnlockTrouble | undefined;
  /** Ten wrong PINs: it sends, and opens no more. */
  readonly isErased: boolean;
}

export type DeviceSnapshot =
  | { readonly state: 'opening' }
  /** `resumed`: an attempt whose keys are open again; it may be tried with its code at once. */
  | (Common & {
      readonly state: 'noVault';
      readonly resumed?: Pick<EnrolInput, 'code' | 'initials'>;
      /** There are books here already, which can be gone back to. */
      readonly isBeside?: true;
    })
  /** The page died while the commune was asked: the PIN that was chosen then opens the same keys. */
  | (PinPrompt & Pick<UnfinishedEnrolment, 'vaultId' | 'initials'> & { readonly state: 'unfinished' })
  | (PinPrompt & {
      readonly state: 'locked';
      readonly entry: VaultEntry;
      /** All vaults of a shared phone. */
      readonly vaults: readonly VaultEntry[];
      /** Saves that go to the commune by themselves; once the PIN was typed, where `isRebuilt`. */
      readonly waiting: number;
      /** The database was lost and has been built again from its second copy. */
      readonly isRebuilt: boolean;
      /** Whether another tab has the book open. */
      readonly turn: TurnState;
    })
  | (Common & { readonly state: 'unlocked'; readonly device: OpenDevice; readonly lock: LockState })
  | { readonly state: 'failed'; readonly fault: StorageFault }
  /** A newer version of the app has taken the database over in another tab. */
  | { readonly state: 'superseded' };
