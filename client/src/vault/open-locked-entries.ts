/** Opens what was written while locked, with the private half of the write key. Keeps that key no longer than the call. */
import { findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { decapsulateKey } from './encapsulate-key.ts';
import { findDecrypted } from './encrypt-bytes.ts';
import { LOCKED_LABELS, lockedBinding } from './locked-entry-seal.ts';
import type { Bytes, Damaged, LockedEntryCipher, VaultWraps } from './vault-types.ts';
import type { VaultKeys } from './vault-keys.ts';
import { findUnwrapped } from './wrap-key.ts';

/** The bytes of each entry on its own: one that does not open hides no other. */
export async function openLockedEntries(
  keys: VaultKeys,
  wraps: VaultWraps,
  entries: readonly LockedEntryCipher[],
): Promise<readonly Result<Bytes, Damaged>[]> {
  const pair = await findWritePair(keys, wraps);
  return Promise.all(entries.map((one) => openOne(keys, pair, one)));
}

interface WritePair {
  readonly privateKey: CryptoKey;
  readonly publicKey: Uint8Array;
}

async function findWritePair(
  { vault, wrapping }: VaultKeys,
  wraps: VaultWraps,
): Promise<WritePair | undefined> {
  const bound = wraps.publicParts.writeKey;
  const plain = await findUnwrapped(wrapping, wraps.writeKey, { vault, kind: 'writeKey', bound });
  const publicKey = findBase64UrlBytes(bound);
  if (!plain || !publicKey) return undefined;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const privateKey = await crypto.subtle.importKey('pkcs8', plain, curve, false, ['deriveBits']);
  plain.fill(0);
  return { privateKey, publicKey };
}

async function openOne(
  { vault }: VaultKeys,
  pair: WritePair | undefined,
  { entry, encapsulation, sealed }: LockedEntryCipher,
): Promise<Result<Bytes, Damaged>> {
  try {
    if (!pair) return err({ type: 'damaged' });
    const secret = await decapsulateKey({ ...pair, encapsulation, ...LOCKED_LABELS });
    const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['decrypt']);
    secret.fill(0);
    const bytes = await findDecrypted(key, sealed, lockedBinding(vault, entry));
    return bytes ? ok(bytes) : err({ type: 'damaged' });
  } catch {
    return err({ type: 'damaged' });
  }
}
