/** A whole device without a browser: the real vault, the real core, an IndexedDB in memory; only the line is in the test's hands. */
import 'fake-indexeddb/auto';
import { bytesToBase64Url, bytesToId, type DeviceId, type RecordId } from '#shared/ids';
import { type DeviceWork, type OpenRecords, startWork } from '../../src/custody/device-work.ts';
import { createOfficeMemory } from '../../src/custody/office-memory.ts';
import type { DeviceRunner } from '../../src/custody/run-device.ts';
import { ToldLists } from '../../src/custody/told-lists.ts';
import { createVaultRows } from '../../src/storage/create-vault-rows.ts';
import { VaultConnection } from '../../src/storage/vault-connection.ts';
import { exportPublicKey } from '../../src/vault/send-key.ts';
import { VaultCore } from '../../src/vault/vault-core.ts';
import { VaultLocked } from '../../src/vault/vault-locked.ts';
import type { Vault, VaultWraps } from '../../src/vault/vault-types.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createSendKey } from './send-key.ts';
import { installMemoryStorage } from './memory-storage.ts';

export const RIG_DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };

export interface RigVault {
  readonly vault: Vault;
  readonly wraps: VaultWraps;
  /** What everything is sealed to: opens what a test wants to see. */
  readonly sealing: CryptoKeyPair;
}

/** One vault for all tabs of a test file: deriving a key is slow on purpose. */
export async function createRigVault(): Promise<RigVault> {
  // A clock on which every derivation is slow keeps the parameters at the floor.
  let now = 0;
  const core = new VaultCore(() => (now += 5_000));
  const created = await core.createVault({ pin: '482913' });
  if (!created.ok) throw new Error(created.error.type);
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  await core.setServerKey({ keyId: 1, key: bytesToBase64Url(raw) });
  return { vault: wrapCore(core), wraps: created.value, sealing: pair };
}

/** The vault as the page has it, without a worker between. */
export function startRigVault(): Vault {
  let now = 0;
  return wrapCore(new VaultCore(() => (now += 5_000)));
}

function wrapCore(core: VaultCore): Vault {
  let isLocked = false;
  const methods = Object.getOwnPropertyNames(VaultCore.prototype).filter((name) => name !== 'constructor');
  const guarded = methods.map((name) => {
    const method = core[name as keyof VaultCore].bind(core) as (input: never) => Promise<unknown>;
    return [name, (input: never) => (isLocked ? Promise.reject(new VaultLocked()) : method(input))] as const;
  });
  return { ...(Object.fromEntries(guarded) as unknown as Vault), lock: () => void (isLocked = true) };
}

export interface RigTab extends OpenRecords {
  readonly work: DeviceWork;
  readonly runner: DeviceRunner;
  readonly connection: VaultConnection;
  readonly clock: ManualClock;
  readonly toldLists: ToldLists;
}

export interface RigKeys {
  readonly sendKey: CryptoKeyPair;
  /** 65 raw bytes. */
  readonly answerKey: Uint8Array;
}

let ownKeys: Promise<RigKeys> | undefined;

/** Keys of a server that never answers, for tests that send nothing. */
async function drawKeys(): Promise<RigKeys> {
  const sendKey = await createSendKey();
  return { sendKey, answerKey: await exportPublicKey(sendKey.publicKey) };
}

/** A fresh phone without signal; answers what its database is called, which no other test uses. */
export async function createRigDatabase(): Promise<string> {
  const name = `rig-${crypto.randomUUID()}`;
  installMemoryStorage();
  globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
  const connection = new VaultConnection(name, QUIET);
  await connection.create((db) => createVaultRows(db, RIG_DEVICE, {}));
  connection.close();
  return name;
}

/** One more tab on the same database; without a vault it is a locked one. */
export async function openRigWork(
  name: string,
  vault: Vault | undefined,
  keys?: RigKeys,
): Promise<{ work: DeviceWork; connection: VaultConnection; clock: ManualClock }> {
  const connection = new VaultConnection(name, QUIET);
  const clock = createManualClock();
  const { sendKey, answerKey } = keys ?? (await (ownKeys ??= drawKeys()));
  const pinned = { answerKey: bytesToBase64Url(answerKey), sealing: { keyId: 1, key: '' } };
  const started = await startWork({
    entry: { vaultId: name, database: name, device: RIG_DEVICE, initials: 'L.H' },
    connection,
    keys: { sendKey, pinned },
    clock,
    build: 'rig',
    vault,
  });
  if (!started.ok) throw new Error(started.error);
  return { work: started.value, connection, clock };
}

export async function openRigTab(name: string, vault: Vault, keys?: RigKeys): Promise<RigTab> {
  const { work, connection, clock } = await openRigWork(name, vault, keys);
  if (!work.records) throw new Error('The rig opened no records.');
  const { store } = work.records;
  const memory = createOfficeMemory({ vault, vaultId: RIG_DEVICE, connection });
  const toldLists = new ToldLists(memory, () => store.tell());
  return { ...work.records, work, runner: work.runner, connection, clock, toldLists };
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
