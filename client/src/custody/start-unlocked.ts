/** Opens a vault's records for whoever has just given its PIN. Fetched then: the start screen does without. Knows no screen. */
import type { StorageFault } from '#shared/custody/device-types';
import { ok, type Result } from '#shared/result';
import type { Vault } from '../vault/vault-types.ts';
import { type DeviceWork, startWork, type WorkParts } from './device-work.ts';
import { OpenDevice } from './open-device.ts';
import type { Profile } from './profile.ts';
import { createRenewableVault, type RenewableVault } from './renewable-vault.ts';
import type { StoredKeys } from './stored-keys.ts';

export interface UnlockedParts extends WorkParts {
  readonly keys: StoredKeys;
  readonly profile: Profile;
  readonly vault: Vault;
}

export interface Unlocked {
  readonly device: OpenDevice;
  readonly vault: RenewableVault;
  readonly work: DeviceWork;
}

export async function startUnlocked(parts: UnlockedParts): Promise<Result<Unlocked, StorageFault>> {
  const vault = createRenewableVault(parts.vault);
  const started = await startWork({ ...parts, vault: vault.vault });
  if (!started.ok) return started;
  const work = started.value;
  if (!work.records) throw new Error('An unlocked vault has opened no records.');
  return ok({ device: new OpenDevice({ ...parts, work, records: work.records }), vault, work });
}
