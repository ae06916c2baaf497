/** What a screen of a volunteer is handed, over a tab of the device rig. */
import { createWork } from '../../src/custody/create-work.ts';
import { LockedEntries } from '../../src/custody/locked-entries.ts';
import type { Profile } from '../../src/custody/profile.ts';
import { StorageLight } from '../../src/custody/storage-light.ts';
import type { Work } from '../../src/custody/work.ts';
import type { VaultConnection } from '../../src/storage/vault-connection.ts';
import { openRigTab, RIG_DEVICE, type RigTab, type RigVault, rigRecord } from './device-rig.ts';

export const RIG_PROFILE: Profile = {
  member: { id: rigRecord(1), name: 'Lành', role: 'volunteer', hamlet: null, team: 'Thôn Mẫu' },
  commune: { id: rigRecord(2), name: 'Xã Ví Dụ', province: 'Thử', code: '0', phone: null },
  words: [],
  madeUpPeople: true,
};

export function createRigWork(tab: RigTab, profile = RIG_PROFILE): Work {
  const storage = new StorageLight({ clock: tab.clock, journal: undefined, makeRoom: async () => undefined });
  return createWork({ ...tab, entry: { vaultId: RIG_DEVICE }, records: tab, profile, storage });
}

export interface RigLocked {
  readonly work: Work;
  readonly locked: LockedEntries;
  readonly connection: VaultConnection;
}

/** With what was written down in front of the PIN, as after a kill: nothing in memory but what is on the disk. */
export async function openRigLocked(name: string, { vault, wraps }: RigVault): Promise<RigLocked> {
  const tab = await openRigTab(name, vault);
  const { connection } = tab;
  const locked = new LockedEntries({ vault, wraps, connection });
  await locked.load();
  return { work: createRigWork(tab), locked, connection };
}
