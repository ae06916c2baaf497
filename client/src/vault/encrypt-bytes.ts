/** AES-256-GCM as nonce (12 random bytes) ‖ ciphertext ‖ tag (16). Knows no key by name and no context by meaning. */
import { concatBytes, NONCE_BYTES, TAG_BYTES } from '#shared/model/envelope';
import { drawBytes, ownBytes } from './own-bytes.ts';
import type { Bytes } from './vault-types.ts';

/** NIST SP 800-38D with a random nonce: safe for 2^32 messages under one key. */
export async function encryptBytes(key: CryptoKey, plain: Uint8Array, context: Uint8Array): Promise<Bytes> {
  const nonce = drawBytes(NONCE_BYTES);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: ownBytes(context) };
  return concatBytes(nonce, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, ownBytes(plain))));
}

/** Undefined when it does not open: another key, another context, or changed bytes. */
export async function findDecrypted(
  key: CryptoKey,
  cipher: Uint8Array,
  context: Uint8Array,
): Promise<Bytes | undefined> {
  if (cipher.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const iv = ownBytes(cipher.subarray(0, NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: ownBytes(context) };
  try {
    const sealed = ownBytes(cipher.subarray(NONCE_BYTES));
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
  } catch {
    return undefined;
  }
}
