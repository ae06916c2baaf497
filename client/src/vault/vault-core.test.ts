import { createHmac, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDictionary } from '#data/dictionary';
import { itemBinding, LIMITS, pieceBinding } from '#shared/model/envelope';
import { bytesToBase64Url, bytesToId, type DeviceId } from '#shared/ids';
import { inflateOperation, openSealed } from '../../e2e/open-sealed.ts';
import { VaultCore } from './vault-core.ts';
import type { SavedSealed, VaultWraps } from './vault-types.ts';

const PIN = '482913';
const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const RECORD = bytesToId(new Uint8Array(16).fill(9));
const PLAIN = '{"fullName":"Trần Thị Ví Dụ","personalId":"099185004567"}';
const OPERATION = `{"collection":"citizen","record":"${RECORD}","base":4,"patch":{"fullName":"Trần Thị Ví Dụ"},"at":1790000000000}`;

const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const serverKey = server.publicKey.export({ format: 'der', type: 'spki' }).subarray(26).toString('base64url');

/** A clock that makes every derivation look slow keeps the parameters at the floor, and the tests quick. */
function slowClock(): () => number {
  let now = 0;
  return () => (now += 5_000);
}

let wraps: VaultWraps;
let vault: VaultCore;

beforeAll(async () => {
  vault = new VaultCore(slowClock());
  const created = await vault.createVault({ pin: PIN });
  if (!created.ok) throw new Error(created.error.type);
  wraps = created.value;
  await vault.setServerKey({ keyId: 3, key: serverKey });
}, 60_000);

async function unlockAnew(pin: string, stored: VaultWraps) {
  const other = new VaultCore(slowClock());
  return { other, outcome: await other.unlock({ pin, wraps: stored }) };
}

async function saveOne(): Promise<SavedSealed> {
  const input = { record: RECORD, kind: 'record', revision: 5, plain: PLAIN, operation: OPERATION };
  const saved = await vault.saveSealed({ ...input, device: DEVICE });
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
}

function openSaved({ opId, keyId, dictVersion, encapsulation, sealed }: SavedSealed): string {
  const binding = itemBinding({ device: DEVICE, keyId, opId, dictVersion });
  const packed = openSealed(server.privateKey, { encapsulation: encapsulation.bytes, sealed, binding });
  return inflateOperation(packed, findDictionary(dictVersion) ?? new Uint8Array());
}

describe('opening a vault with a PIN', () => {
  it('opens with the right PIN after the app was closed, and reads what was kept', async () => {
    const cipher = await vault.encryptRecord({ record: RECORD, kind: 'record', revision: 12, plain: PLAIN });
    const { other, outcome } = await unlockAnew(PIN, JSON.parse(JSON.stringify(wraps)) as VaultWraps);
    expect(outcome).toEqual({ ok: true, value: wraps.publicParts });
    const opened = await other.decryptRecord({ record: RECORD, kind: 'record', cipher });
    expect(opened).toEqual({ ok: true, value: { text: PLAIN, revision: 12 } });
  });

  it('refuses a wrong PIN, and stays locked', async () => {
    const { other, outcome } = await unlockAnew('482914', wraps);
    expect(outcome).toEqual({ ok: false, error: { type: 'pinWrong' } });
    await expect(other.signRead({ bytes: new Uint8Array(1) })).rejects.toMatchObject({ type: 'locked' });
  });

  it('keeps no trace of the PIN or of any key beside the wraps', () => {
    expect(JSON.stringify(wraps)).not.toContain(PIN);
    expect(Object.keys(wraps).sort()).toEqual(
      [
        'format',
        'sendKey',
        'kdf',
        'matchKey',
        'publicParts',
        'readKey',
        'salt',
        'vault',
        'vaultKey',
        'writeKey',
      ].sort(),
    );
  });

  it('refuses parameters that somebody weakened, without trying the PIN', async () => {
    const weak = { ...wraps, kdf: { type: 'argon2id', memoryKiB: 8, passes: 1 } } as const;
    const { outcome } = await unlockAnew(PIN, weak);
    expect(outcome).toEqual({ ok: false, error: { type: 'kdfRefused', reason: 'outsideBounds' } });
    const few = { ...wraps, kdf: { type: 'pbkdf2', iterations: 599_999 } } as const;
    expect((await unlockAnew(PIN, few)).outcome.ok).toBe(false);
  });

  it('does not open under other parameters than those it was made with', async () => {
    const other = { ...wraps, kdf: { type: 'argon2id', memoryKiB: 46 * 1024, passes: 2 } } as const;
    expect((await unlockAnew(PIN, other)).outcome).toEqual({ ok: false, error: { type: 'pinWrong' } });
  });

  it("calls another vault's read key damage, not a wrong PIN", async () => {
    const swapped = { ...wraps, publicParts: { ...wraps.publicParts, readKey: wraps.publicParts.writeKey } };
    expect((await unlockAnew(PIN, swapped)).outcome).toEqual({ ok: false, error: { type: 'damaged' } });
    const broken = { ...wraps, salt: 'short' };
    expect((await unlockAnew(PIN, broken)).outcome).toEqual({ ok: false, error: { type: 'damaged' } });
  });

  it('changes the PIN without changing the keys: the old PIN no longer opens', async () => {
    const changed = await vault.changePin({ pin: PIN, newPin: '771204', wraps });
    if (!changed.ok) throw new Error(changed.error.type);
    expect(changed.value.vault).toBe(wraps.vault);
    expect((await unlockAnew(PIN, changed.value)).outcome.ok).toBe(false);
    const cipher = await vault.encryptRecord({ record: RECORD, kind: 'record', revision: 1, plain: PLAIN });
    const { other } = await unlockAnew('771204', changed.value);
    expect((await other.decryptRecord({ record: RECORD, kind: 'record', cipher })).ok).toBe(true);
  });

  it('does not change the PIN for somebody who does not know it', async () => {
    const changed = await vault.changePin({ pin: '000000', newPin: '771204', wraps });
    expect(changed).toEqual({ ok: false, error: { type: 'pinWrong' } });
  });
});

describe('records kept on the phone', () => {
  it('open at their own place only', async () => {
    const cipher = await vault.encryptRecord({ record: RECORD, kind: 'record', revision: 1, plain: PLAIN });
    const elsewhere = bytesToId(new Uint8Array(16).fill(1));
    const damaged = { ok: false, error: { type: 'damaged' } };
    expect(await vault.decryptRecord({ record: elsewhere, kind: 'record', cipher })).toEqual(damaged);
    expect(await vault.decryptRecord({ record: RECORD, kind: 'summary', cipher })).toEqual(damaged);
    const older = cipher.slice();
    older[8] = 0;
    expect(await vault.decryptRecord({ record: RECORD, kind: 'record', cipher: older })).toEqual(damaged);
    expect(
      await vault.decryptRecord({ record: RECORD, kind: 'record', cipher: cipher.slice(0, 20) }),
    ).toEqual(damaged);
  });

  it('are read together, and a damaged one does not hide the others', async () => {
    const place = { record: RECORD, kind: 'record', revision: 1 };
    const [first, second] = await vault.encryptRecords([
      { ...place, plain: 'một' },
      { ...place, plain: 'hai' },
    ]);
    const broken = new Uint8Array(first ?? []);
    broken[30] = (broken[30] ?? 0) ^ 1;
    const opened = await vault.decryptRecords([
      { ...place, cipher: broken },
      { ...place, cipher: second ?? new Uint8Array() },
    ]);
    expect(opened[0]).toEqual({ ok: false, error: { type: 'damaged' } });
    expect(opened[1]).toEqual({ ok: true, value: { text: 'hai', revision: 1 } });
  });

  it('may be bytes as well as text', async () => {
    const plain = Uint8Array.of(0, 255, 128);
    const place = { record: RECORD, kind: 'searchIndex' };
    const cipher = await vault.encryptRecord({ ...place, revision: 2, plain });
    expect(await vault.decryptBytes({ ...place, cipher })).toEqual({
      ok: true,
      value: { bytes: plain, revision: 2 },
    });
    expect((await vault.decryptRecord({ ...place, cipher })).ok).toBe(false);
  });
});

describe('saving and sealing in one round trip', () => {
  it('gives the phone its copy and the server an operation that Node opens', async () => {
    const saved = await saveOne();
    const kept = await vault.decryptRecord({ record: RECORD, kind: 'record', cipher: saved.recordCipher });
    expect(kept).toEqual({ ok: true, value: { text: PLAIN, revision: 5 } });
    expect(openSaved(saved)).toBe(OPERATION);
    const hash = await webcrypto.subtle.digest('SHA-256', saved.sealed);
    expect(saved.cipherHash).toBe(Buffer.from(hash).toString('base64url'));
    expect([saved.keyId, saved.dictVersion, saved.encapsulation.bytes.length]).toEqual([3, 1, 65]);
  });

  it('draws a new operation id for every sealing, under one encapsulation that opens in any order', async () => {
    const saved = [await saveOne(), await saveOne(), await saveOne(), await saveOne()];
    expect(new Set(saved.map(({ opId }) => opId)).size).toBe(4);
    expect(new Set(saved.map(({ encapsulation }) => encapsulation.id)).size).toBe(1);
    const opened = [2, 0, 3].map((at) => openSaved(saved[at] as SavedSealed));
    expect(new Set(opened)).toEqual(new Set([OPERATION]));
  });

  it('says once that an encapsulation is new, and begins another for a rotated server key', async () => {
    const fresh = new VaultCore(slowClock());
    await fresh.unlock({ pin: PIN, wraps });
    const seal = () => fresh.sealOperation({ device: DEVICE, operation: OPERATION });
    expect(await seal()).toEqual({ ok: false, error: { type: 'noServerKey' } });
    await fresh.setServerKey({ keyId: 3, key: serverKey });
    const news = [await seal(), await seal()];
    await fresh.setServerKey({ keyId: 3, key: serverKey });
    news.push(await seal());
    await fresh.setServerKey({ keyId: 4, key: serverKey });
    news.push(await seal());
    expect(news.map((one) => one.ok && one.value.isNewEncapsulation)).toEqual([true, false, false, true]);
    expect(news.map((one) => one.ok && one.value.keyId)).toEqual([3, 3, 3, 4]);
  });

  it('does not open for another operation, another device or a changed byte', async () => {
    const saved = await saveOne();
    const otherDevice = bytesToId<DeviceId>(new Uint8Array(16).fill(8));
    const changed = saved.sealed.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    const bindings = [
      { ...saved, opId: (await saveOne()).opId },
      { ...saved, keyId: 4 },
      { ...saved, sealed: changed },
    ];
    for (const wrong of bindings) expect(() => openSaved(wrong)).toThrow();
    const binding = itemBinding({ ...saved, device: otherDevice });
    const bytes = { encapsulation: saved.encapsulation.bytes, sealed: saved.sealed, binding };
    expect(() => openSealed(server.privateKey, bytes)).toThrow();
  });

  it('refuses an operation that the server would refuse for its size', async () => {
    const operation = `"${'a'.repeat(LIMITS.inflatedBytes)}"`;
    const refused = await vault.sealOperation({ device: DEVICE, operation });
    expect(refused).toMatchObject({ ok: false, error: { type: 'tooLarge', limit: LIMITS.inflatedBytes } });
    const noise = randomBytes(70_000).toString('base64');
    expect(await vault.sealOperation({ device: DEVICE, operation: noise })).toMatchObject({
      ok: false,
      error: { type: 'tooLarge', limit: LIMITS.itemBytes },
    });
  });

  it('refuses a server key that is no point of the curve', async () => {
    const nonsense = bytesToBase64Url(new Uint8Array(65).fill(4));
    expect((await vault.setServerKey({ keyId: 9, key: nonsense })).ok).toBe(false);
    expect((await saveOne()).keyId).toBe(3);
  });
});

describe('pieces of a paper', () => {
  it('open in their own place and in no other', async () => {
    const bytes = webcrypto.getRandomValues(new Uint8Array(1_000));
    const place = { device: DEVICE, attachment: RECORD, index: 1, total: 3 };
    const sealed = await vault.sealPiece({ ...place, bytes: bytes.slice() });
    if (!sealed.ok) throw new Error(sealed.error.type);
    const open = (index: number) =>
      openSealed(server.privateKey, {
        encapsulation: sealed.value.encapsulation.bytes,
        sealed: sealed.value.sealed,
        binding: pieceBinding({ ...place, index, keyId: 3 }),
      });
    expect(new Uint8Array(open(1))).toEqual(bytes);
    expect(() => open(2)).toThrow();
  });

  it('are at most 256 KiB', async () => {
    const bytes = new Uint8Array(LIMITS.pieceBytes + 1);
    const refused = await vault.sealPiece({ device: DEVICE, attachment: RECORD, index: 0, total: 1, bytes });
    expect(refused).toMatchObject({ ok: false, error: { type: 'tooLarge' } });
  });
});

describe('the keys that come at approval', () => {
  it('matches one person under the commune key, also after the next unlock', async () => {
    expect(await vault.matchKey({ text: '099185004567' })).toBeUndefined();
    const key = Buffer.alloc(32, 5).toString('base64url');
    const approved = await vault.setCommuneKey({ key, wraps });
    if (!approved.ok) throw new Error(approved.error.type);
    const match = await vault.matchKey({ text: '099185004567' });
    expect(match).toBe(createHmac('sha256', Buffer.alloc(32, 5)).update('099185004567').digest('base64url'));
    const { other } = await unlockAnew(PIN, approved.value);
    expect(await other.matchKey({ text: '099185004567' })).toBe(match);
    expect(JSON.stringify(approved.value)).not.toContain(key);
  });

  it('signs with the read key, and anybody with its public half can check it', async () => {
    const bytes = new TextEncoder().encode('go-cua request v1 POST /api/sync\n');
    const signature = await vault.signRead({ bytes });
    expect(signature.length).toBe(64);
    const raw = Buffer.from(wraps.publicParts.readKey, 'base64url');
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await webcrypto.subtle.importKey('raw', raw, curve, false, ['verify']);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    expect(await webcrypto.subtle.verify(algorithm, key, signature, bytes)).toBe(true);
    expect(await webcrypto.subtle.verify(algorithm, key, signature, bytes.slice(1))).toBe(false);
  });
});
