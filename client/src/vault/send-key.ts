/** The key that pushes while the phone is locked. Can be used but not copied out by a script; where it is stored is not its matter. */
import { ownBytes } from './own-bytes.ts';
import type { Bytes } from './vault-types.ts';

export const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
export const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

/** 65 raw bytes (an uncompressed point) of a public half. */
export async function exportPublicKey(publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

/** 64 raw bytes, r ‖ s. */
export async function signBytes(privateKey: CryptoKey, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, ownBytes(bytes)));
}

/** Undefined unless these are 65 bytes that name a point of the curve. */
export async function findVerifyKey(raw: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', ownBytes(raw), CURVE, false, ['verify']);
  } catch {
    return undefined;
  }
}
