import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { bytesToId, type DeviceId } from '#shared/ids';
import {
  detectLostDatabases,
  forgetVault,
  listVaults,
  noteLastSeq,
  registerVault,
  restoreEntries,
  type VaultEntry,
} from './vault-registry.ts';

const entry: VaultEntry = {
  vaultId: 'vault-a',
  database: 'v-a',
  device: bytesToId<DeviceId>(new Uint8Array(16).fill(3)),
  initials: 'L.T.H',
};

beforeEach(async () => {
  installMemoryStorage();
  await forgetVault(entry.vaultId);
});

it('says nothing while the database holds all that was queued', async () => {
  await registerVault(entry);
  noteLastSeq(entry, 7);
  expect(await detectLostDatabases(async () => 7)).toEqual([]);
});

it('names a vault whose database is gone, with the last sequence it gave out', async () => {
  await registerVault(entry);
  noteLastSeq(entry, 7);
  expect(await detectLostDatabases(async () => undefined)).toEqual([
    { vaultId: 'vault-a', device: entry.device, lastSeq: 7 },
  ]);
});

it('names a database that came back older than it was', async () => {
  await registerVault(entry);
  noteLastSeq(entry, 7);
  expect(await detectLostDatabases(async () => 5)).toHaveLength(1);
});

it('is not talked down by a tab that slept', async () => {
  await registerVault(entry);
  noteLastSeq(entry, 7);
  noteLastSeq(entry, 4);
  expect(await detectLostDatabases(async () => 6)).toHaveLength(1);
});

it('lists the vaults of a shared phone and forgets one when it is told to', async () => {
  await registerVault(entry);
  await registerVault({ ...entry, vaultId: 'vault-b', initials: 'N.V.B' });
  await forgetVault('vault-a');
  const left = await listVaults();
  expect(left.ok && left.value.map((one) => one.initials)).toEqual(['N.V.B']);
  await forgetVault('vault-b');
});

it('writes the registry again from the markers when it was lost alone', async () => {
  await registerVault(entry);
  noteLastSeq(entry, 3);
  const { Dexie } = await import('dexie');
  await Dexie.delete('go-cua');
  await restoreEntries([]);
  const found = await listVaults();
  expect(found.ok && found.value).toEqual([entry]);
});
