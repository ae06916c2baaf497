/** Turns a PIN into a key that wraps, within fixed bounds. Keeps nothing, and has no opinion on what a good PIN is. */
import { argon2id } from 'hash-wasm';
import { textToBytes } from './own-bytes.ts';
import type { Bytes, KdfParams } from './vault-types.ts';

export const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** OWASP ASVS 5.0, appendix C: Argon2id with 46 MiB, one pass, one lane; PBKDF2-SHA-256 with 600,000 rounds. */
export const ARGON2_FLOOR = { type: 'argon2id', memoryKiB: 46 * 1024, passes: 1 } as const;
export const PBKDF2_FLOOR = { type: 'pbkdf2', iterations: 600_000 } as const;
/** More would let changed parameters freeze a phone. */
const CEILING = { memoryKiB: 128 * 1024, passes: 16, iterations: 10_000_000 };

/** How long unlocking may take on this phone, milliseconds; memory stays at the floor, because small phones kill what takes more. */
const TARGET_TIME = 1_000;
const MOST_PASSES = 8;

/** False for parameters that somebody weakened, or made so strong that they never end. */
export function isWithinBounds(kdf: KdfParams): boolean {
  if (kdf.type === 'pbkdf2') return isBetween(kdf.iterations, PBKDF2_FLOOR.iterations, CEILING.iterations);
  return (
    isBetween(kdf.memoryKiB, ARGON2_FLOOR.memoryKiB, CEILING.memoryKiB) &&
    isBetween(kdf.passes, ARGON2_FLOOR.passes, CEILING.passes)
  );
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Passes that bring one derivation near a second, from the milliseconds that the floor took. */
export function choosePasses(floorTime: number): number {
  return Math.max(1, Math.min(MOST_PASSES, Math.floor(TARGET_TIME / Math.max(floorTime, 1))));
}

/** 32 bytes from a PIN; rejects where Argon2id is asked for and WebAssembly is refused. Checks no bounds. */
export async function stretchPin(pin: string, kdf: KdfParams, salt: Bytes): Promise<Bytes> {
  const password = textToBytes(pin.normalize('NFKC'));
  if (kdf.type === 'pbkdf2') return stretchWithPbkdf2(password, kdf.iterations, salt);
  const stretched = await argon2id({
    password,
    salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: 1,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(stretched);
}

async function stretchWithPbkdf2(password: Bytes, iterations: number, salt: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, KEY_BYTES * 8));
}

/** A non-extractable AES-256-GCM key for one purpose, by HKDF-SHA-256 (RFC 5869) from secret bytes, which are wiped. */
export async function deriveKeys(secret: Bytes, purposes: readonly string[]): Promise<CryptoKey[]> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  return Promise.all(purposes.map((purpose) => deriveKey(base, purpose)));
}

function deriveKey(base: CryptoKey, purpose: string): Promise<CryptoKey> {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: textToBytes(purpose) };
  const target = { name: 'AES-GCM', length: KEY_BYTES * 8 };
  return crypto.subtle.deriveKey(algorithm, base, target, false, ['encrypt', 'decrypt']);
}
