/** The first rows of a vault's database, in one transaction: without them it does not count as ours. */
import { createDeviceDisk } from '#shared/custody/device-disk';
import type { DeviceId } from '#shared/ids';
import { DISK_HEAD, type VaultDatabase, writeTogether } from './database.ts';

/** `keys`: wraps, send key, pinned keys; by name, as the vault made them. Again after a kill it leaves the head as it is. */
export async function createVaultRows(
  db: VaultDatabase,
  device: DeviceId,
  keys: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { slots: _slots, queue: _queue, ...head } = createDeviceDisk(device);
  await writeTogether(db, ['meta', 'keys'], async () => {
    if (!(await db.meta.get(DISK_HEAD))) await db.meta.add(head, DISK_HEAD);
    for (const [name, value] of Object.entries(keys)) await db.keys.put(value, name);
  });
}
