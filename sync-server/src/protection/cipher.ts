/** AES-256-GCM with bound context: nonce (12) ‖ ciphertext ‖ tag (16). Knows no key's owner. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { NONCE_BYTES, TAG_BYTES } from '#shared/model/envelope';

export function encrypt(key: Uint8Array, plain: Uint8Array, binding: Uint8Array): Buffer {
  const nonce = drawNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(binding);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key, the context or a single bit is not what it was. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, binding: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(binding);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Random bytes are drawn for many nonces at once: asking the kernel for twelve at a time costs more than the cipher. */
const POOL_NONCES = 512;
let pool = Buffer.alloc(0);
let drawn = 0;

function drawNonce(): Buffer {
  if (drawn === pool.length) {
    pool = randomBytes(POOL_NONCES * NONCE_BYTES);
    drawn = 0;
  }
  drawn += NONCE_BYTES;
  return pool.subarray(drawn - NONCE_BYTES, drawn);
}
