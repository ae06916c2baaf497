/** How one key is kept under another: text of nonce ‖ ciphertext ‖ tag, bound to vault, kind and parameters. Knows no PIN. */
import { asciiBytes } from '#shared/model/envelope';
import { bytesToBase64Url, findBase64UrlBytes, isId } from '#shared/ids';
import { isWithinBounds, SALT_BYTES } from './derive-pin-key.ts';
import { encryptBytes, findDecrypted } from './encrypt-bytes.ts';
import type { Bytes, KdfParams, VaultWraps, Wrapped } from './vault-types.ts';

/** What is wrapped, and every word that it is bound to. */
export interface WrapContext {
  readonly vault: string;
  readonly kind: 'vaultKey' | 'readKey' | 'writeKey' | 'matchKey' | 'sendKey';
  /** What else must be unchanged: the derivation's parameters, or a public half. */
  readonly bound: string;
}

export async function wrapKey(key: CryptoKey, plain: Bytes, context: WrapContext): Promise<Wrapped> {
  return bytesToBase64Url(await encryptBytes(key, plain, contextBytes(context)));
}

/** Undefined when it does not open. */
export async function findUnwrapped(
  key: CryptoKey,
  wrapped: Wrapped,
  context: WrapContext,
): Promise<Bytes | undefined> {
  const cipher = findBase64UrlBytes(wrapped);
  return cipher && findDecrypted(key, cipher, contextBytes(context));
}

function contextBytes({ vault, kind, bound }: WrapContext): Uint8Array {
  return asciiBytes(`go-cua wrap v1|${vault}|${kind}|${bound}`);
}

/** The vault key's wrap opens under these very parameters only. */
export function bindKdf(kdf: KdfParams, salt: string): string {
  const params =
    kdf.type === 'argon2id' ? `argon2id|${kdf.memoryKiB}|${kdf.passes}` : `pbkdf2|${kdf.iterations}`;
  return `${params}|${salt}`;
}

export type WrapsFault =
  { readonly type: 'damaged' } | { readonly type: 'kdfRefused'; readonly reason: 'outsideBounds' };

/** What is wrong with stored wraps, before any of them is tried: they may come from a damaged or a tampered disk. */
export function findWrapsFault(stored: VaultWraps): WrapsFault | undefined {
  const wraps: Partial<VaultWraps> = stored;
  const texts = [wraps.vaultKey, wraps.readKey, wraps.writeKey, wraps.publicParts?.readKey];
  const isWhole =
    wraps.format === 1 &&
    isId(wraps.vault) &&
    texts.every((text) => typeof text === 'string') &&
    findBase64UrlBytes(String(wraps.salt))?.length === SALT_BYTES;
  if (!isWhole) return { type: 'damaged' };
  const type = wraps.kdf?.type;
  if (!wraps.kdf || (type !== 'argon2id' && type !== 'pbkdf2')) return { type: 'damaged' };
  return isWithinBounds(wraps.kdf) ? undefined : { type: 'kdfRefused', reason: 'outsideBounds' };
}
