/** Key files wrapped to the words on paper, to travel with every backup. Useless without the words. */
import { createECDH, hkdfSync } from 'node:crypto';
import * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/result';
import { decrypt, encrypt } from './cipher.ts';
import type { KeyFiles } from './key-ring.ts';
import { findRecoveryScalar, toRecoveryPublicKey, type WordsFault } from './recovery-words.ts';

const text = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));
const recovery = z.object({
  version: z.literal(1),
  /** Public half of the pair that the words stand for. */
  recoveryKey: text,
  ephemeral: text,
  files: z.record(z.string(), text),
});
export type Recovery = z.infer<typeof recovery>;

export interface SpokenWords {
  readonly words: readonly string[];
  readonly wordList: readonly string[];
}

export type RecoveryFault = WordsFault | { readonly type: 'wrongWords' } | { readonly type: 'damaged' };

export function makeRecovery(files: KeyFiles, spoken: SpokenWords): Recovery {
  const scalar = findRecoveryScalar(spoken.words, spoken.wordList);
  if (!scalar.ok) throw new Error('Keys are to be wrapped to words that are none.');
  const recoveryKey = toRecoveryPublicKey(scalar.value);
  const ephemeral = createECDH('prime256v1');
  const point = ephemeral.generateKeys();
  const key = deriveWrapKey(ephemeral.computeSecret(recoveryKey), point, recoveryKey);
  const wrapped = [...files].map(([name, content]) => [
    name,
    encrypt(key, content, Buffer.from(name)).toString('base64url'),
  ]);
  return {
    version: 1,
    recoveryKey: recoveryKey.toString('base64url'),
    ephemeral: point.toString('base64url'),
    files: Object.fromEntries(wrapped) as Record<string, string>,
  };
}

export function readRecovery(text: string): Result<Recovery, RecoveryFault> {
  try {
    const read = recovery.safeParse(JSON.parse(text));
    return read.success ? ok(read.data) : err({ type: 'damaged' });
  } catch {
    return err({ type: 'damaged' });
  }
}

/** The key files again; a misread word is told apart from words of another server. */
export function unwrapKeys(wrapped: Recovery, spoken: SpokenWords): Result<KeyFiles, RecoveryFault> {
  const scalar = findRecoveryScalar(spoken.words, spoken.wordList);
  if (!scalar.ok) return scalar;
  const recoveryKey = toRecoveryPublicKey(scalar.value);
  if (recoveryKey.toString('base64url') !== wrapped.recoveryKey) return err({ type: 'wrongWords' });
  const point = Buffer.from(wrapped.ephemeral, 'base64url');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar.value);
  const key = deriveWrapKey(ecdh.computeSecret(point), point, recoveryKey);
  const files = new Map<string, Uint8Array>();
  for (const [name, sealed] of Object.entries(wrapped.files)) {
    const content = decrypt(key, Buffer.from(sealed, 'base64url'), Buffer.from(name));
    if (!content) return err({ type: 'damaged' });
    files.set(name, content);
  }
  return ok(files);
}

function deriveWrapKey(secret: Buffer, ephemeral: Buffer, recoveryKey: Buffer): Buffer {
  const info = Buffer.concat([Buffer.from('go-cua recovery wrap v1'), ephemeral, recoveryKey]);
  return Buffer.from(hkdfSync('sha256', secret, '', info, 32));
}
