import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import { bytesToId, type DeviceId } from '#shared/ids';
import { foldLogAgain } from './fold-log.ts';
import {
  compareWithMarkers,
  findUnfinished,
  type FoundHead,
  forgetVault,
  keepUnfinished,
  listVaults,
  noteProgress,
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

const at = (seq: number) => (): Promise<FoundHead> =>
  Promise.resolve({ seq, isStopped: false, isErased: false });

it('says nothing while the database holds all that was queued', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 0, slots: 0 });
  expect(await compareWithMarkers(at(7))).toEqual({ gone: [], older: new Set(), erased: new Set() });
});

it('names a vault whose database is gone, with the last sequence it gave out', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 0, slots: 0 });
  const { gone, older } = await compareWithMarkers(async () => undefined);
  expect(gone).toEqual([{ vaultId: 'vault-a', device: entry.device, lastSeq: 7, unsent: 7 }]);
  expect(older.size).toBe(0);
});

it('counts what has no place yet, and what a commune that came back from a backup has lost again', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 7, slots: 2 });
  await registerVault(entry);
  const count = async () =>
    (await compareWithMarkers(async () => undefined)).gone.map(({ unsent }) => unsent);
  expect(await count()).toEqual([2]);
  noteProgress(entry, { lastSeq: 8, acked: 7, slots: 1 });
  noteProgress(entry, { lastSeq: 8, acked: 5, slots: 0 });
  expect(await count()).toEqual([4]);
});

it('tells a database that came back older than it was from one that is gone', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 0, slots: 0 });
  expect(await compareWithMarkers(at(5))).toEqual({
    gone: [],
    older: new Set(['vault-a']),
    erased: new Set(),
  });
});

it('takes one that has stopped sending for an older one, however far it has come since', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 0, slots: 0 });
  const { older } = await compareWithMarkers(async () => ({ seq: 9, isStopped: true, isErased: false }));
  expect(older).toEqual(new Set(['vault-a']));
});

it('is not talked down by a tab that slept, nor by a vault that is registered again', async () => {
  await registerVault(entry);
  noteProgress(entry, { lastSeq: 7, acked: 0, slots: 0 });
  noteProgress(entry, { lastSeq: 4, acked: 0, slots: 0 });
  await registerVault(entry);
  expect((await compareWithMarkers(at(6))).older.size).toBe(1);
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
  noteProgress(entry, { lastSeq: 3, acked: 0, slots: 0 });
  const { Dexie } = await import('dexie');
  await Dexie.delete('go-cua');
  await restoreEntries([]);
  const found = await listVaults();
  expect(found.ok && found.value).toEqual([entry]);
});

const DAY = 24 * 60 * 60_000;
const begun = { vaultId: 'vault-a', database: 'v-a', initials: 'L.T.H', startedAt: 10 * DAY, kept: 'keys' };

async function find(now: number): Promise<string | undefined> {
  const found = await findUnfinished(now);
  return found.ok ? found.value?.vaultId : found.error;
}

it('drops an unfinished enrolment after seven days, and not when the clock was set back', async () => {
  await keepUnfinished(begun);
  expect(await find(0)).toBe('vault-a');
  expect(await find(17 * DAY)).toBe('vault-a');
  expect(await find(17 * DAY + 1)).toBeUndefined();
  expect(await find(10 * DAY)).toBeUndefined();
});

it('ends whatever is unfinished when a vault is registered', async () => {
  await keepUnfinished(begun);
  await keepUnfinished({ ...begun, vaultId: 'vault-b', startedAt: 11 * DAY });
  expect(await find(11 * DAY)).toBe('vault-b');
  await registerVault(entry);
  expect(await find(11 * DAY)).toBeUndefined();
});

it('is read, and not written, while the browser’s log cannot be folded', async () => {
  await registerVault(entry);
  const { deleteDatabase } = indexedDB;
  indexedDB.deleteDatabase = () => {
    const request = { error: new DOMException('full', 'QuotaExceededError') } as IDBOpenDBRequest;
    queueMicrotask(() => request.onerror?.({ preventDefault: () => undefined } as Event));
    return request;
  };
  try {
    foldLogAgain();
    expect(await listVaults()).toEqual({ ok: true, value: [entry] });
    expect(await findUnfinished(1)).toEqual({ ok: true, value: undefined });
    const other = { ...entry, vaultId: 'vault-b' };
    expect(await registerVault(other)).toEqual({ ok: false, error: 'quota' });
    const asked = { vaultId: 'vault-c', database: 'v-c', initials: 'M', startedAt: 1, kept: {} };
    expect(await keepUnfinished(asked)).toEqual({ ok: false, error: 'quota' });
  } finally {
    indexedDB.deleteDatabase = deleteDatabase;
  }
  expect(await listVaults()).toEqual({ ok: true, value: [entry] });
});
