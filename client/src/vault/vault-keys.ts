/** Makes, opens and re-wraps the keys of a vault. Holds none: whoever calls keeps them, in the worker's memory only. */
import { bytesToBase64Url, bytesToId, findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { deriveKeys, SALT_BYTES, stretchPin } from './derive-pin-key.ts';
import { chooseKdf, findFullSizeFault, findSelfTestFault } from './known-answers.ts';
import { drawBytes, ownBytes } from './own-bytes.ts';
import { CURVE, exportPublicKey } from './send-key.ts';
import type { Bytes, Damaged, KdfParams, UnlockFault, VaultWraps } from './vault-types.ts';
import { bindKdf, findUnwrapped, findWrapsFault, wrapKey } from './wrap-key.ts';

const VAULT_KEY_BYTES = 32;

/** What an unlocked vault works with; none of these keys can be copied out. */
export interface VaultKeys {
  readonly vault: string;
  readonly records: CryptoKey;
  readonly wrapping: CryptoKey;
  readonly signing: CryptoKey;
  readonly matching: CryptoKey | undefined;
}

export interface NewVault {
  readonly wraps: VaultWraps;
  readonly keys: VaultKeys;
}

/** `now` (milliseconds) only measures how fast this phone is. The new wrap has been opened once before it is handed out. */
export async function createVaultKeys(
  pin: string,
  now: () => number,
): Promise<Result<NewVault, UnlockFault>> {
  const vault = bytesToId(drawBytes(16));
  const vaultKey = drawBytes(VAULT_KEY_BYTES);
  const locked = await lockVaultKey({ vault, vaultKey, pin }, await chooseKdf(now));
  const [, wrapping] = await deriveVaultKeys(vaultKey, vault);
  const wraps = {
    ...locked,
    ...(await createKeyPairs(vault, wrapping)),
    matchKey: null,
  };
  const opened = await openAnew(pin, { format: 1, vault, ...wraps });
  return opened.ok ? ok({ wraps: { format: 1, vault, ...wraps }, keys: opened.value }) : opened;
}

/** Judges the PIN by opening the wrap: there is no verifier. A wrong answer counts only once Argon2id itself has been checked. */
export async function openVaultKeys(pin: string, wraps: VaultWraps): Promise<Result<VaultKeys, UnlockFault>> {
  const unlocked = await unlockVaultKey(pin, wraps);
  return unlocked.ok ? openWithVaultKey(unlocked.value, wraps) : unlocked;
}

/** A new salt and newly calibrated parameters under the new PIN; the keys themselves stay. */
export async function rewrapVaultKey(
  pins: { readonly pin: string; readonly newPin: string },
  wraps: VaultWraps,
  now: () => number,
): Promise<Result<VaultWraps, UnlockFault>> {
  const unlocked = await unlockVaultKey(pins.pin, wraps);
  if (!unlocked.ok) return unlocked;
  const vaultKey = unlocked.value;
  const locked = await lockVaultKey({ vault: wraps.vault, vaultKey, pin: pins.newPin }, await chooseKdf(now));
  vaultKey.fill(0);
  const renewed = { ...wraps, ...locked };
  const opened = await openAnew(pins.newPin, renewed);
  return opened.ok ? ok(renewed) : opened;
}

/** The PIN is derived a second time: a key that comes out once only would lock its owner out for good. */
async function openAnew(pin: string, wraps: VaultWraps): Promise<Result<VaultKeys, UnlockFault>> {
  const opened = await openVaultKeys(pin, wraps);
  const isUnsteady = !opened.ok && opened.error.type === 'pinWrong';
  return isUnsteady ? err({ type: 'kdfRefused', reason: 'selfTestFailed' }) : opened;
}

/** Wraps the commune's key (32 bytes) for this vault. */
export async function wrapMatchKey(keys: VaultKeys, raw: Bytes, wraps: VaultWraps): Promise<VaultWraps> {
  const context = { vault: keys.vault, kind: 'matchKey', bound: '' } as const;
  return { ...wraps, matchKey: await wrapKey(keys.wrapping, raw, context) };
}

/** What is written down without the PIN's protection is this pair only, and no script can copy it out. */
export async function openSendKey(
  keys: VaultKeys,
  { vault, sendKey, publicParts }: VaultWraps,
): Promise<Result<CryptoKeyPair, Damaged>> {
  const bound = publicParts.sendKey;
  const raw = bound === undefined ? undefined : findBase64UrlBytes(bound);
  const plain =
    bound !== undefined && sendKey !== undefined && vault === keys.vault
      ? await findUnwrapped(keys.wrapping, sendKey, { vault, kind: 'sendKey', bound })
      : undefined;
  if (!raw || !plain) return err({ type: 'damaged' });
  const privateKey = await crypto.subtle.importKey('pkcs8', plain, CURVE, false, ['sign']);
  plain.fill(0);
  const publicKey = await crypto.subtle.importKey('raw', ownBytes(raw), CURVE, true, ['verify']);
  return ok({ privateKey, publicKey });
}

export function importMatchKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

interface KeyToLock {
  readonly vault: string;
  readonly vaultKey: Bytes;
  readonly pin: string;
}

type LockedKey = Pick<VaultWraps, 'kdf' | 'salt' | 'vaultKey'>;

/** To be opened once before it is believed. */
async function lockVaultKey({ vault, vaultKey, pin }: KeyToLock, kdf: KdfParams): Promise<LockedKey> {
  const saltBytes = drawBytes(SALT_BYTES);
  const salt = bytesToBase64Url(saltBytes);
  const wrapping = await derivePinKey(await stretchPin(pin, kdf, saltBytes), vault);
  const context = { vault, kind: 'vaultKey', bound: bindKdf(kdf, salt) } as const;
  return { kdf, salt, vaultKey: await wrapKey(wrapping, vaultKey, context) };
}

async function unlockVaultKey(pin: string, wraps: VaultWraps): Promise<Result<Bytes, UnlockFault>> {
  const fault = findWrapsFault(wraps);
  if (fault) return err(fault);
  const { vault, kdf, salt } = wraps;
  const selfTestFault = await findSelfTestFault(kdf);
  if (selfTestFault) return err({ type: 'kdfRefused', reason: selfTestFault });
  const saltBytes = ownBytes(findBase64UrlBytes(salt) ?? new Uint8Array());
  const stretched = await findStretched(pin, kdf, saltBytes);
  if (!stretched) return err({ type: 'kdfRefused', reason: 'unavailable' });
  const wrapping = await derivePinKey(stretched, vault);
  const context = { vault, kind: 'vaultKey', bound: bindKdf(kdf, salt) } as const;
  const vaultKey = await findUnwrapped(wrapping, wraps.vaultKey, context);
  if (vaultKey) return vaultKey.length === VAULT_KEY_BYTES ? ok(vaultKey) : err({ type: 'damaged' });
  const fullSizeFault = await findFullSizeFault(kdf);
  return err(fullSizeFault ? { type: 'kdfRefused', reason: fullSizeFault } : { type: 'pinWrong' });
}

/** Undefined where there is no memory left for it: the PIN was not judged then. */
async function findStretched(pin: string, kdf: KdfParams, salt: Bytes): Promise<Bytes | undefined> {
  try {
    return await stretchPin(pin, kdf, salt);
  } catch {
    return undefined;
  }
}

async function openWithVaultKey(vaultKey: Bytes, wraps: VaultWraps): Promise<Result<VaultKeys, Damaged>> {
  const { vault, publicParts } = wraps;
  const [records, wrapping] = await deriveVaultKeys(vaultKey, vault);
  const bound = publicParts.readKey;
  const readKey = await findUnwrapped(wrapping, wraps.readKey, { vault, kind: 'readKey', bound });
  if (!readKey) return err({ type: 'damaged' });
  const signing = await crypto.subtle.importKey('pkcs8', readKey, CURVE, false, ['sign']);
  readKey.fill(0);
  if (wraps.matchKey === null) return ok({ vault, records, wrapping, signing, matching: undefined });
  const matchKey = await findUnwrapped(wrapping, wraps.matchKey, { vault, kind: 'matchKey', bound: '' });
  if (!matchKey) return err({ type: 'damaged' });
  return ok({ vault, records, wrapping, signing, matching: await importMatchKey(matchKey) });
}

async function createKeyPairs(
  vault: string,
  wrapping: CryptoKey,
): Promise<Pick<VaultWraps, 'readKey' | 'writeKey' | 'sendKey' | 'publicParts'>> {
  const read = await createWrappedPair('ECDSA', ['sign', 'verify'], (plain, bound) =>
    wrapKey(wrapping, plain, { vault, kind: 'readKey', bound }),
  );
  const write = await createWrappedPair('ECDH', ['deriveBits'], (plain, bound) =>
    wrapKey(wrapping, plain, { vault, kind: 'writeKey', bound }),
  );
  const send = await createWrappedPair('ECDSA', ['sign', 'verify'], (plain, bound) =>
    wrapKey(wrapping, plain, { vault, kind: 'sendKey', bound }),
  );
  const publicParts = { readKey: read.publicKey, writeKey: write.publicKey, sendKey: send.publicKey };
  return { readKey: read.wrapped, writeKey: write.wrapped, sendKey: send.wrapped, publicParts };
}

async function createWrappedPair(
  name: 'ECDSA' | 'ECDH',
  usages: readonly KeyUsage[],
  wrap: (plain: Bytes, bound: string) => Promise<string>,
): Promise<{ readonly publicKey: string; readonly wrapped: string }> {
  const pair = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages);
  const publicKey = bytesToBase64Url(await exportPublicKey(pair.publicKey));
  const plain = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const wrapped = await wrap(plain, publicKey);
  plain.fill(0);
  return { publicKey, wrapped };
}

async function derivePinKey(stretched: Bytes, vault: string): Promise<CryptoKey> {
  const [key] = await deriveKeys(stretched, [`go-cua pin v1|${vault}`]);
  return key as CryptoKey;
}

/** The vault key itself encrypts nothing: one key for records, one for wraps. Wipes it. */
async function deriveVaultKeys(vaultKey: Bytes, vault: string): Promise<[CryptoKey, CryptoKey]> {
  const purposes = [`go-cua records v1|${vault}`, `go-cua wraps v1|${vault}`];
  return (await deriveKeys(vaultKey, purposes)) as [CryptoKey, CryptoKey];
}
