/** Computes a link of the device's chain. Needs no key: only hashes go in. */
import { chainInput } from '#shared/model/envelope';
import type { Hash } from '#shared/custody/device-types';
import { bytesToBase64Url, findBase64UrlBytes, type OpId } from '#shared/ids';

export interface LinkToHash {
  readonly prev: Hash;
  readonly seq: number;
  readonly opId: OpId;
  readonly cipherHash: Hash;
}

/** SHA-256(prev ‖ seq ‖ opId ‖ SHA-256(ciphertext)) in base64url. */
export async function hashLink({ prev, seq, opId, cipherHash }: LinkToHash): Promise<Hash> {
  const input = chainInput({ prev: hashToBytes(prev), seq, opId, cipherHash: hashToBytes(cipherHash) });
  return bytesToBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', input as BufferSource)));
}

/** A hash that this device wrote itself. */
export function hashToBytes(hash: Hash): Uint8Array {
  const bytes = findBase64UrlBytes(hash);
  if (bytes?.length !== 32) throw new Error('A hash on this device is not one.');
  return bytes;
}
