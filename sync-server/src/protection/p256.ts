/** Raw P-256 keys and signatures as node:crypto wants them. Knows no message and no owner. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Everything of a SubjectPublicKeyInfo for P-256 that stands before the 65 bytes of the point. */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const RAW_POINT_BYTES = 65;

const MOST_REMEMBERED = 4_096;
const known = new Map<string, KeyObject>();

/** Undefined for bytes that are no point of the curve. Remembered: checking a point costs more than a signature. */
export function findPublicKey(raw: Uint8Array): KeyObject | undefined {
  if (raw.length !== RAW_POINT_BYTES || raw[0] !== 4) return undefined;
  const name = Buffer.from(raw).toString('latin1');
  const found = known.get(name) ?? importPoint(raw);
  if (known.size >= MOST_REMEMBERED) known.clear();
  if (found) known.set(name, found);
  return found;
}

function importPoint(raw: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** The 65 raw bytes of a key's public half. */
export function toRawPoint(key: KeyObject): Uint8Array {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(half.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length));
}

export function readPrivateKey(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

/** ECDSA with SHA-256, raw r‖s (IEEE P1363), 64 bytes. */
export function signBytes(key: KeyObject, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
}

export function isSignedBy(raw: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = findPublicKey(raw);
  return key !== undefined && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
