/** Seals to a vault's write key with nothing but its public half: this page can write it and cannot read it back. */
import { encapsulateKey } from './encapsulate-key.ts';
import { encryptBytes, findDecrypted } from './encrypt-bytes.ts';
import { LOCKED_LABELS, lockedBinding } from './locked-entry-seal.ts';
import { isSameBytes, textToBytes } from './own-bytes.ts';
import type { Bytes, LockedEntryCipher } from './vault-types.ts';

export interface LockedEntryPlain {
  /** Id of the vault that it is for. */
  readonly vault: string;
  readonly entry: string;
  /** The vault's public write key: 65 raw bytes. */
  readonly writeKey: Uint8Array;
  readonly text: string;
}

/** Undefined when the key is no point of the curve, or when what was encrypted did not decrypt to the same bytes. */
export async function sealLockedEntry(input: LockedEntryPlain): Promise<LockedEntryCipher | undefined> {
  const { vault, entry, writeKey, text } = input;
  const plain = textToBytes(text);
  const binding = lockedBinding(vault, entry);
  const made = await encapsulate(writeKey);
  if (!made) return undefined;
  const key = await crypto.subtle.importKey('raw', made.secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
  made.secret.fill(0);
  const sealed = await encryptBytes(key, plain, binding);
  const opened = await findDecrypted(key, sealed, binding);
  if (!opened || !isSameBytes(opened, plain)) return undefined;
  return { entry, encapsulation: made.encapsulation, sealed };
}

async function encapsulate(
  recipient: Uint8Array,
): Promise<{ encapsulation: Bytes; secret: Bytes } | undefined> {
  try {
    return await encapsulateKey({ recipient, ...LOCKED_LABELS });
  } catch {
    return undefined;
  }
}
