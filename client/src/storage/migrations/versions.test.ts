import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { bytesToId, type DeviceId } from '#shared/ids';
import { installMemoryStorage } from '../../../e2e/rig/memory-storage.ts';
import { findUnfinished, keepUnfinished, listVaults } from '../vault-registry.ts';

beforeEach(installMemoryStorage);

it('keeps the vaults of a phone whose registry knew nothing of unfinished enrolments', async () => {
  const old = new Dexie('go-cua');
  old.version(1).stores({ vaults: 'vaultId' });
  const entry = {
    vaultId: 'vault-a',
    database: 'v-a',
    device: bytesToId<DeviceId>(new Uint8Array(16).fill(3)),
    initials: 'L.T.H',
  };
  await old.table('vaults').put(entry);
  old.close();

  expect(await listVaults()).toEqual({ ok: true, value: [entry] });
  const begun = { vaultId: 'vault-b', database: 'v-b', initials: '', startedAt: 1, kept: 'keys' };
  await keepUnfinished(begun);
  expect(await findUnfinished(2)).toEqual({ ok: true, value: begun });
});
