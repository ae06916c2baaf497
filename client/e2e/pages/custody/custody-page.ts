/** A page that saves as the app saves, in a real browser with a real disk; there is no server, and nothing is drawn. */
import { bytesToBase64Url, bytesToId, type DeviceId, type RecordId } from '#shared/ids';
import { DeviceSession } from '../../../src/custody/device-session.ts';
import type { OpenDevice } from '../../../src/custody/open-device.ts';
import { encryptProfile } from '../../../src/custody/profile.ts';
import { writeStoredKeys } from '../../../src/custody/stored-keys.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { prepareImage } from '../../../src/platform/prepare-image.ts';
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { createVaultRows } from '../../../src/storage/create-vault-rows.ts';
import { VaultConnection } from '../../../src/storage/vault-connection.ts';
import { registerVault } from '../../../src/storage/vault-registry.ts';
import { createSendKey, exportPublicKey } from '../../../src/vault/send-key.ts';
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

const scripts = createScriptPolicy([vaultWorkerAddress]);
const startVault = (): Vault =>
  createVaultClient(new Worker(scripts.createScriptURL(vaultWorkerAddress), { type: 'module' }));

let session: DeviceSession | undefined;

/** What enrolment leaves on a device, without a server to enrol at. */
async function createDevice(): Promise<void> {
  const vault = startVault();
  const created = await vault.createVault({ pin: PIN });
  if (!created.ok) throw new Error(created.error.type);
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const sendKey = await createSendKey();
  const pinned = {
    answerKey: bytesToBase64Url(await exportPublicKey(sendKey.publicKey)),
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
    await createVaultRows(db, DEVICE, { sendKey });
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

function getDevice(): OpenDevice {
  const snapshot = session?.getSnapshot();
  if (snapshot?.state !== 'unlocked') throw new Error(`The device is ${snapshot?.state ?? 'not opened'}.`);
  return snapshot.device;
}

const custodyPage = {
  createDevice,
  open,

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

  measure: (rounds: number): Promise<SaveCosts> => measureSaves(getDevice().work, rounds),

  /** Keeps a scan of so many bytes, and answers the pieces that are on the device. */
  async keep(size: number): Promise<{ pieces: number; here: number } | string> {
    const { papers } = getDevice().work;
    const kept = await papers.keep(new Blob([new Uint8Array(size)]), 'image/jpeg');
    if (!kept.ok) return kept.error.type === 'storage' ? kept.error.fault : kept.error.type;
    return { pieces: kept.value.pieces, here: papers.countHere(kept.value.attachment) };
  },

  /** A picture of noise, which no JPEG makes small, re-encoded as an accepted scan is. */
  async reencode(width: number, height: number, type: 'image/jpeg' | 'image/png') {
    const drawn = await drawNoise(width, height, type);
    const prepared = await prepareImage(drawn);
    if (!prepared.ok) return prepared.error.type;
    const bitmap = await createImageBitmap(prepared.value.blob);
    const bytes = new Uint8Array(await prepared.value.blob.arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
    return {
      ...{ width: bitmap.width, height: bitmap.height, bytes: bytes.length },
      isJpeg: bytes[0] === 0xff && bytes[1] === 0xd8,
      hasExif: text.includes('Exif'),
    };
  },

  async refuse(bytes: readonly number[]): Promise<string> {
    const prepared = await prepareImage(new Blob([Uint8Array.from(bytes)]));
    return prepared.ok ? 'taken' : prepared.error.type;
  },
};

async function drawNoise(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let n = 0; n < 4_000; n += 1) {
    if (!context) break;
    context.fillStyle = `rgb(${(n * 37) % 256} ${(n * 91) % 256} ${(n * 13) % 256})`;
    context.fillRect((n * 71) % width, (n * 53) % height, 40, 25);
  }
  return canvas.convertToBlob({ type, quality: 0.98 });
}

declare global {
  interface Window {
    custodyPage: typeof custodyPage;
  }
}
window.custodyPage = custodyPage;
