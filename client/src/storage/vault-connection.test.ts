import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it, onTestFinished, vi } from 'vitest';
import { bytesToId, type DeviceId } from '#shared/ids';
import { createVaultRows } from './create-vault-rows.ts';
import { DISK_HEAD } from './database.ts';
import { readDeviceDisk } from './device-disk.ts';
import { vaultVersions } from './migrations/versions.ts';
import { VaultConnection } from './vault-connection.ts';

const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(1));
const quiet = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };

async function createVault(name: string): Promise<void> {
  const connection = new VaultConnection(name, quiet);
  const created = await connection.create((db) => createVaultRows(db, DEVICE, {}));
  expect(created.ok).toBe(true);
  connection.close();
}

it('opens a vault that is there, and calls one that is not there evicted without making an empty one', async () => {
  await createVault('there');
  expect(await new VaultConnection('there', quiet).open()).toEqual({ ok: true, value: undefined });
  expect(await new VaultConnection('not-there', quiet).open()).toEqual({ ok: false, error: 'evicted' });
  expect(await Dexie.exists('not-there')).toBe(false);
});

it('calls a database evicted that opens without its first rows', async () => {
  const connection = new VaultConnection('hollow', quiet);
  await connection.create(async () => undefined);
  connection.close();
  expect(await new VaultConnection('hollow', quiet).open()).toEqual({ ok: false, error: 'evicted' });
});

it('takes a fresh handle when the old one dies under it', async () => {
  await createVault('dying');
  const connection = new VaultConnection('dying', quiet);
  let deaths = 2;
  const read = await connection.run(async (db) => {
    if (deaths-- > 0) db.close({ disableAutoOpen: true });
    return readDeviceDisk(db);
  });
  expect(read.ok && read.value.device).toBe(DEVICE);
  connection.close();
});

it('stops after three reopenings and names the fault', async () => {
  await createVault('sick');
  const connection = new VaultConnection('sick', quiet);
  let tries = 0;
  const read = await connection.run(async () => {
    tries += 1;
    throw new Dexie.DatabaseClosedError('dead again');
  });
  expect(read).toEqual({ ok: false, error: 'handleDead' });
  expect(tries).toBe(4);
  connection.close();
});

it('ends an upgrade that an older tab blocks as one that did not open, and opens once that tab is gone', async () => {
  const holding = await holdOlder('blocked');
  const wait = globalThis.setTimeout;
  onTestFinished(() => void vi.unstubAllGlobals());
  // The fifteen seconds that an opening is given pass at once.
  const hurry = (act: () => void, after?: number) => wait(act, after === 15_000 ? 100 : after);
  vi.stubGlobal('setTimeout', hurry);
  const connection = new VaultConnection('blocked', quiet);
  expect(await connection.open()).toEqual({ ok: false, error: 'openFailed' });
  vi.unstubAllGlobals();
  holding.close();
  expect(await connection.open()).toEqual({ ok: true, value: undefined });
  connection.close();
  // What was given up has let go: a newer version is held back by nobody.
  const newer = new Dexie('blocked');
  newer.version(99).stores({ meta: '' });
  await newer.open();
  newer.close();
});

/** A vault of the version before, open in a tab that does not make way. */
async function holdOlder(name: string): Promise<Dexie> {
  const older = new Dexie(name);
  for (const { version, stores } of vaultVersions.slice(0, -1)) older.version(version).stores(stores);
  older.on('versionchange', () => false);
  await older.open();
  await older.table('meta').put({}, DISK_HEAD);
  return older;
}

it('saves what is typed before it makes way for a newer version in another tab', async () => {
  await createVault('updated');
  const order: string[] = [];
  const connection = new VaultConnection('updated', {
    flushBeforeClosing: async () => {
      const disk = await connection.run(readDeviceDisk);
      order.push(disk.ok ? 'flushed' : 'too late');
    },
    closedByNewerVersion: () => void order.push('told'),
  });
  await connection.open();
  const newer = new Dexie('updated');
  newer.version(99).stores({ meta: '' });
  await newer.open();
  newer.close();
  expect(order).toEqual(['flushed', 'told']);
  expect((await connection.run(readDeviceDisk)).ok).toBe(false);
});

it('leaves a database of a newer version alone, and names it so', async () => {
  await createVault('newer');
  const newer = new Dexie('newer');
  for (const { version, stores } of vaultVersions) newer.version(version).stores(stores);
  newer.version(99).stores({ later: 'id' });
  await newer.open();
  await newer.table('later').put({ id: 1, text: 'kept' });
  newer.close();
  const connection = new VaultConnection('newer', quiet);
  expect(await connection.open()).toEqual({ ok: false, error: 'newer' });
  expect(await connection.run(readDeviceDisk)).toEqual({ ok: false, error: 'newer' });
  const again = await new Dexie('newer').open();
  expect(again.backendDB().version).toBe(990);
  expect(await again.table('later').get(1)).toEqual({ id: 1, text: 'kept' });
  again.close();
});
