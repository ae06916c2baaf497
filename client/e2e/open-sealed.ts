/** Opens what a phone sealed, with Node's own cryptography: a second implementation of RFC 9180, so that no library vouches for itself. */
import { createDecipheriv, createHmac, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

export interface SealedBytes {
  /** 65 bytes. */
  readonly encapsulation: Uint8Array;
  /** nonce (12) ‖ ciphertext ‖ tag (16). */
  readonly sealed: Uint8Array;
  /** What it is bound to: another binding does not open it. */
  readonly binding: Uint8Array;
}

const INFO = Buffer.from('go-cua seal info v1');
const LABEL = Buffer.from('go-cua seal v1');
const KEY_BYTES = 32;
/** DHKEM(P-256, HKDF-SHA256); HKDF-SHA256; AES-256-GCM. */
const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), Buffer.of(0x00, 0x10)]);
const HPKE_SUITE = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02)]);
const NOTHING = Buffer.alloc(0);
/** RFC 5480 header of an uncompressed P-256 point. */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** The plain bytes; throws where anything was changed. */
export function openSealed(privateKey: KeyObject, { encapsulation, sealed, binding }: SealedBytes): Buffer {
  const key = exportContentKey(privateKey, encapsulation);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(binding);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
}

/** Inflates an opened operation to its JSON text, at most 512 KiB. */
export function inflateOperation(packed: Uint8Array, dictionary: Uint8Array): string {
  return inflateRawSync(packed, { dictionary, maxOutputLength: 512 * 1024 }).toString('utf8');
}

/** RFC 9180: decapsulation (4.1), key schedule in base mode (5.1), export (5.3). */
export function exportContentKey(privateKey: KeyObject, encapsulation: Uint8Array): Buffer {
  const spki = { key: Buffer.concat([SPKI_PREFIX, encapsulation]), format: 'der', type: 'spki' } as const;
  const dh = diffieHellman({ privateKey, publicKey: createPublicKey(spki) });
  const recipient = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(26);
  const kemKey = extract(KEM_SUITE, { salt: NOTHING, label: 'eae_prk', secret: dh });
  const both = Buffer.concat([encapsulation, recipient]);
  const shared = expand(KEM_SUITE, { key: kemKey, label: 'shared_secret', info: both });
  const pskIdHash = extract(HPKE_SUITE, { salt: NOTHING, label: 'psk_id_hash', secret: NOTHING });
  const infoHash = extract(HPKE_SUITE, { salt: NOTHING, label: 'info_hash', secret: INFO });
  const context = Buffer.concat([Buffer.of(0), pskIdHash, infoHash]);
  const secret = extract(HPKE_SUITE, { salt: shared, label: 'secret', secret: NOTHING });
  const exporter = expand(HPKE_SUITE, { key: secret, label: 'exp', info: context });
  return expand(HPKE_SUITE, { key: exporter, label: 'sec', info: LABEL });
}

interface Extraction {
  readonly salt: Uint8Array;
  readonly label: string;
  readonly secret: Uint8Array;
}

function extract(suite: Buffer, { salt, label, secret }: Extraction): Buffer {
  const hmac = createHmac('sha256', salt.length > 0 ? salt : Buffer.alloc(KEY_BYTES));
  return hmac.update('HPKE-v1').update(suite).update(label).update(secret).digest();
}

interface Expansion {
  readonly key: Buffer;
  readonly label: string;
  readonly info: Uint8Array;
}

/** One block of HKDF-Expand is all that 32 bytes need. */
function expand(suite: Buffer, { key, label, info }: Expansion): Buffer {
  const hmac = createHmac('sha256', key).update(Buffer.of(0, KEY_BYTES)).update('HPKE-v1').update(suite);
  return hmac.update(label).update(info).update(Buffer.of(1)).digest();
}
