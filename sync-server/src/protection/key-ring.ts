/** Every key that the running server holds, read from its files once. Writes nothing and knows no record. */
import {
  createHash,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';
import type { SealingKey } from './hpke.ts';
import { readPrivateKey, toRawPoint } from './p256.ts';

export interface KeyRing {
  /** The pair that new work is to be sealed to; older ones go on opening what was sealed before. */
  readonly sealing: { readonly keyId: number; readonly publicKey: Uint8Array };
  findSealingKey(keyId: number): SealingKey | undefined;
  readonly answerKey: KeyObject;
  /** 65 bytes, pinned by devices. */
  readonly answerPublicKey: Uint8Array;
  /** Base64url: stored in the database, so that keys of another store are noticed before anything is read with them. */
  readonly fingerprint: string;
  makeSubjectKey(): Buffer;
  wrapSubjectKey(subject: Uint8Array, key: Uint8Array): Buffer;
  /** Undefined when the wrap was made for another subject or under another master key. */
  findUnwrapped(subject: Uint8Array, wrapped: Uint8Array): Buffer | undefined;
  /** HMAC-SHA-256 for exact look-ups of a value that is otherwise only kept encrypted. */
  makeBlindIndex(scope: Uint8Array, value: string): Buffer;
  /** Keyed, so that whoever can write to the database cannot write its log again. */
  makeAuditHash(bytes: Uint8Array): Buffer;
  /** 32 bytes: equal for everybody of one scope, different for every other. */
  deriveMatchKey(scope: Uint8Array): Buffer;
}

/** File name → content. Names are fixed: `master.key`, `blind-index.key`, `match.key`, `answer.key`, `sealing-N.key`. */
export type KeyFiles = ReadonlyMap<string, Uint8Array>;

const SYMMETRIC = ['master.key', 'blind-index.key', 'match.key'] as const;
const SEALING_NAME = /^sealing-(\d{1,5})\.key$/;

export function makeKeyFiles(): KeyFiles {
  const files = new Map<string, Uint8Array>(SYMMETRIC.map((name) => [name, randomBytes(32)]));
  for (const name of ['answer.key', 'sealing-1.key']) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    files.set(name, privateKey.export({ format: 'der', type: 'pkcs8' }));
  }
  return files;
}

export function isKeyFileName(name: string): boolean {
  return SYMMETRIC.some((one) => one === name) || name === 'answer.key' || SEALING_NAME.test(name);
}

/** Undefined when a file is missing or not a key. */
export function findKeyRing(files: KeyFiles): KeyRing | undefined {
  const [master, blindIndex, match] = SYMMETRIC.map((name) => files.get(name));
  const answer = files.get('answer.key');
  if (!master || !blindIndex || !match || !answer) return undefined;
  if ([master, blindIndex, match].some((key) => key.length !== 32)) return undefined;
  try {
    const sealing = readSealingKeys(files);
    const answerKey = readPrivateKey(answer);
    return assemble({ master, blindIndex, match, answerKey, sealing });
  } catch {
    return undefined;
  }
}

function readSealingKeys(files: KeyFiles): Map<number, SealingKey> {
  const sealing = new Map<number, SealingKey>();
  for (const [name, content] of files) {
    const keyId = Number(SEALING_NAME.exec(name)?.[1]);
    if (!Number.isInteger(keyId)) continue;
    const privateKey = readPrivateKey(content);
    sealing.set(keyId, { privateKey, publicKey: toRawPoint(privateKey) });
  }
  return sealing;
}

interface Parts {
  readonly master: Uint8Array;
  readonly blindIndex: Uint8Array;
  readonly match: Uint8Array;
  readonly answerKey: KeyObject;
  readonly sealing: ReadonlyMap<number, SealingKey>;
}

function assemble({ master, blindIndex, match, answerKey, sealing }: Parts): KeyRing {
  const keyId = Math.max(...sealing.keys());
  const current = sealing.get(keyId);
  if (!current) throw new Error('There is no sealing key.');
  const answerPublicKey = toRawPoint(answerKey);
  const indexKey = createSecretKey(blindIndex);
  const auditKey = createHmac('sha256', master).update('go-cua audit v1').digest();
  const hash = createHash('sha256').update('go-cua keys v1');
  for (const key of [master, blindIndex, match]) hash.update(createHash('sha256').update(key).digest());
  return {
    sealing: { keyId, publicKey: current.publicKey },
    findSealingKey: (id) => sealing.get(id),
    answerKey,
    answerPublicKey,
    fingerprint: hash.update(answerPublicKey).digest('base64url'),
    makeSubjectKey: () => randomBytes(32),
    wrapSubjectKey: (subject, key) => encrypt(master, key, wrapBinding(subject)),
    findUnwrapped: rememberUnwrapped((subject, wrapped) => decrypt(master, wrapped, wrapBinding(subject))),
    makeBlindIndex: (scope, value) => createHmac('sha256', indexKey).update(scope).update(value).digest(),
    makeAuditHash: (bytes) => createHmac('sha256', auditKey).update(bytes).digest(),
    deriveMatchKey: (scope) => createHmac('sha256', match).update('go-cua match v1').update(scope).digest(),
  };
}

const MOST_REMEMBERED = 4_096;

type Unwrap = KeyRing['findUnwrapped'];

/** One person's key is needed for each of their records: remembered by its wrap and its owner, forgotten all at once when many. */
function rememberUnwrapped(unwrap: Unwrap): Unwrap {
  const known = new Map<string, Buffer>();
  return (subject, wrapped) => {
    const name = Buffer.concat([subject, wrapped]).toString('latin1');
    const found = known.get(name) ?? unwrap(subject, wrapped);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (found) known.set(name, found);
    return found;
  };
}

function wrapBinding(subject: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('go-cua subject v1'), subject]);
}
