/** A whole device without a browser: the real vault, the real core, an IndexedDB in memory; only the line is in the test's hands. */
import 'fake-indexeddb/auto';
import type { DeviceEffect } from '#shared/custody/device-types';
import { bytesToBase64Url, bytesToId, type DeviceId, type RecordId } from '#shared/ids';
import { Drafts } from '../../src/custody/drafts.ts';
import { RecordLoader } from '../../src/custody/load-records.ts';
import { RecordStore } from '../../src/custody/record-store.ts';
import { DeviceRunner, type TabNews } from '../../src/custody/run-device.ts';
import { RecordSaver } from '../../src/custody/save-record.ts';
import { openTabChannel } from '../../src/platform/tab-channel.ts';
import { createVaultRows } from '../../src/storage/create-vault-rows.ts';
import { VaultConnection } from '../../src/storage/vault-connection.ts';
import { VaultCore } from '../../src/vault/vault-core.ts';
import type { Vault } from '../../src/vault/vault-types.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

export const RIG_DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };

/** One vault for all tabs of a test file: deriving a key is slow on purpose. */
export async function createRigVault(): Promise<Vault> {
  const core = new VaultCore(() => performance.now());
  await core.createVault({ pin: '482913' });
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  await core.setServerKey({ keyId: 1, key: bytesToBase64Url(raw) });
  const methods = Object.getOwnPropertyNames(VaultCore.prototype).filter((name) => name !== 'constructor');
  const bound = methods.map((name) => [name, core[name as keyof VaultCore].bind(core)] as const);
  return { ...(Object.fromEntries(bound) as unknown as Vault), lock: () => undefined };
}

export interface RigTab {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly loader: RecordLoader;
  readonly saver: RecordSaver;
  readonly drafts: Drafts;
  readonly connection: VaultConnection;
  readonly clock: ManualClock;
  readonly sent: Extract<DeviceEffect, { type: 'send' }>[];
}

export async function createRigDatabase(name: string): Promise<void> {
  const connection = new VaultConnection(name, QUIET);
  await connection.create((db) => createVaultRows(db, RIG_DEVICE, {}));
  connection.close();
}

/** One more tab on the same database. */
export async function openRigTab(name: string, vault: Vault): Promise<RigTab> {
  const connection = new VaultConnection(name, QUIET);
  const clock = createManualClock();
  const sent: RigTab['sent'] = [];
  const started = await DeviceRunner.start({
    connection,
    channel: openTabChannel<TabNews>(name),
    send: (effect) => void sent.push(effect),
    sendPieces: () => undefined,
    wake: () => undefined,
  });
  if (!started.ok) throw new Error(started.error);
  const runner = started.value;
  const store = new RecordStore();
  const loader = new RecordLoader({ store, vault, connection });
  const saver = new RecordSaver({ runner, store, loader, vault, connection, clock });
  const drafts = new Drafts({ runner, store, saver, clock });
  await loader.loadRecords();
  return { runner, store, loader, saver, drafts, connection, clock, sent };
}

export const rigRecord = (n: number): RecordId => bytesToId<RecordId>(new Uint8Array(16).fill(n));

/** Polls what a promise-free interface brings about. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error('It did not come about.');
}
