/** A page that saves as the app saves, in a real browser with a real disk; there is no server, and nothing is drawn. */
import { bytesToBase64Url, bytesToId, type DeviceId, type RecordId } from '#shared/ids';
import { DeviceSession } from '../../../src/custody/device-session.ts';
import type { OpenDevice } from '../../../src/custody/open-device.ts';
import { encryptProfile } from '../../../src/custody/profile.ts';
import { writeStoredKeys } from '../../../src/custody/stored-keys.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { createVaultRows } from '../../../src/storage/create-vault-rows.ts';
import { VaultDatabase } from '../../../src/storage/database.ts';
import { VaultConnection } from '../../../src/storage/vault-connection.ts';
import { openJournalFiles, writeJournalsWith } from '../../../src/storage/journal/journal-files.ts';
import { journalWorkerAddress } from '../../../src/storage/journal/journal-worker-address.ts';
import { registerVault } from '../../../src/storage/vault-registry.ts';
import { exportPublicKey } from '../../../src/vault/send-key.ts';
import { createVaultClient } from '../../../src/vault/vault-client.ts';
import { vaultWorkerAddress } from '../../../src/vault/vault-worker-address.ts';
import type { Vault } from '../../../src/vault/vault-types.ts';
import { measureSaves, type SaveCosts } from './measure-saves.ts';

const PIN = '482913';
const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const MEMBER = {
  id: 'CAgICAgICAgICAgICAgICA',
  name: 'Lò Thị Hoa',
  role: 'volunteer',
  hamlet: null,
  team: null,
} as const;
const COMMUNE = {
  id: 'BwcHBwcHBwcHBwcHBwcHBw',
  name: 'Xã Mẫu',
  province: 'Tỉnh Mẫu',
  code: '99',
  phone: null,
};
const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };

// No signal, all day.
window.fetch = () => Promise.reject(new TypeError('no signal'));

const scripts = createScriptPolicy([vaultWorkerAddress, journalWorkerAddress]);
const startVault = (): Vault =>
  createVaultClient(new Worker(scripts.createScriptURL(vaultWorkerAddress), { type: 'module' }));

const startWriter = () => new Worker(scripts.createScriptURL(journalWorkerAddress), { type: 'module' });
/**
 * `#unfolded`: the browser's log is never folded; `#database`: without a second copy; `#relaxed`: nor strict, as a control; `#bucket`: the
 * database alone, its log not folded, in a storage bucket of strict durability. */
const arm = location.hash.slice(1);
const files = openJournalFiles(startWriter);
if (arm === '' || arm === 'unfolded') writeJournalsWith(files);
if (arm === 'unfolded' || arm === 'bucket') leaveLogUnfolded();
if (arm === 'bucket') await liveInBucket();
if (arm === 'relaxed') makeWritesRelaxed();

let session: DeviceSession | undefined;

interface StorageBuckets {
  open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
}

async function liveInBucket(): Promise<void> {
  const { storageBuckets } = navigator as unknown as { storageBuckets: StorageBuckets };
  const { indexedDB: factory } = await storageBuckets.open('vaults', {
    durability: 'strict',
    persisted: true,
  });
  Object.defineProperty(globalThis, 'indexedDB', { value: factory });
  VaultDatabase.dependencies.indexedDB = factory;
}

function leaveLogUnfolded(): void {
  IDBFactory.prototype.deleteDatabase = function (this: IDBFactory, name) {
    return this.open(name);
  };
}

function makeWritesRelaxed(): void {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode) {
    return begin.call(this, stores, mode, { durability: 'relaxed' });
  };
}

/** What enrolment leaves on a device, without a server to enrol at. */
async function createDevice(): Promise<void> {
  const vault = startVault();
  const created = await vault.createVault({ pin: PIN });
  if (!created.ok) throw new Error(created.error.type);
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const sendKey = await vault.openSendKey({ wraps: created.value });
  if (!sendKey.ok) throw new Error(sendKey.error.type);
  const pinned = {
    answerKey: bytesToBase64Url(await exportPublicKey(sendKey.value.publicKey)),
    sealing: { keyId: 1, key: bytesToBase64Url(await exportPublicKey(sealing.publicKey)) },
  };
  const vaultId = created.value.vault;
  const profile = await encryptProfile(vault, vaultId, {
    member: MEMBER,
    commune: COMMUNE,
    words: [],
    madeUpPeople: true,
  });
  const connection = new VaultConnection('v-test', QUIET);
  const stored = await connection.create(async (db) => {
    await createVaultRows(db, DEVICE, { sendKey: sendKey.value });
    await writeStoredKeys(db, { wraps: created.value, pinned, profile });
  });
  if (!stored.ok) throw new Error(stored.error);
  connection.close();
  vault.lock();
  await registerVault({ vaultId, database: 'v-test', device: DEVICE, initials: 'L.T.H' });
}

async function open(): Promise<string> {
  session = new DeviceSession({ clock: systemClock, build: 'test', startVault, leave: () => undefined });
  await session.open();
  if (session.getSnapshot().state === 'locked') await session.unlock(PIN);
  return session.getSnapshot().state;
}

/** Whether the database was found empty and was built again. */
function isRebuilt(): boolean {
  return getDevice().getSnapshot().isRebuilt;
}

function getDevice(): OpenDevice {
  const snapshot = session?.getSnapshot();
  if (snapshot?.state !== 'unlocked') throw new Error(`The device is ${snapshot?.state ?? 'not opened'}.`);
  return snapshot.device;
}

const custodyPage = {
  createDevice,
  open,
  isRebuilt,
  noteRebuiltRead: () => getDevice().noteRebuiltRead(),

  /** Types, saves at once, and says what may be shown. */
  async save(record: string, fields: Record<string, string>): Promise<string> {
    const { drafts, readCustody } = getDevice().work;
    drafts.editRecord({ collection: 'citizen', record: record as RecordId, patch: fields });
    const flushed = await drafts.flushNow();
    return flushed.ok ? readCustody(record as RecordId).transport : JSON.stringify(flushed.error);
  },

  /** Text that no compression makes smaller. */
  saveNoise(record: string, letters: number): Promise<string> {
    const noise = crypto.getRandomValues(new Uint8Array(letters));
    const residenceAsPrinted = Array.from(noise, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
    return custodyPage.save(record, { fullName: 'Lò', residenceAsPrinted });
  },

  /** Types and leaves it to the autosave. */
  type(record: string, fields: Record<string, string>): void {
    getDevice().work.drafts.editRecord({ collection: 'citizen', record: record as RecordId, patch: fields });
  },

  async finish(record: string): Promise<number> {
    await getDevice().work.drafts.finishAll();
    return getDevice().work.readCustody(record as RecordId).transport === 'onDevice' ? 1 : 0;
  },

  readCustody: (record: string) => getDevice().work.readCustody(record as RecordId),
  read: (record: string) => getDevice().work.store.findRecord(record as RecordId)?.values,

  measure(rounds: number): Promise<SaveCosts> {
    if (!files) throw new Error('This browser has no private files.');
    return measureSaves(getDevice().work, files, rounds);
  },

  /** Keeps a scan of so many bytes, and answers the pieces that are on the device. */
  async keep(size: number): Promise<{ pieces: number; here: number } | string> {
    const { papers } = getDevice().work;
    const kept = await papers.keep(new Blob([new Uint8Array(size)]), 'image/jpeg');
    if (!kept.ok) return kept.error.type === 'storage' ? kept.error.fault : kept.error.type;
    return { pieces: kept.value.pieces, here: papers.countHere(kept.value.attachment) };
  },
};

declare global {
  interface Window {
    custodyPage: typeof custodyPage;
  }
}
window.custodyPage = custodyPage;
