/** Sixteen words on paper: 150 random bits and ten that notice a slip of the pen. Takes the word list from outside. */
import { createECDH, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '#shared/result';

const RECOVERY_WORDS = 16;
const BITS = 10n;
const ENTROPY_WORDS = RECOVERY_WORDS - 1;
/** Order of P-256 (SEC 2, section 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export type WordsFault =
  | { readonly type: 'wrongCount'; readonly found: number }
  | { readonly type: 'unknownWord'; readonly word: string }
  /** Every word exists, but they do not belong together: one was misread. */
  | { readonly type: 'typo' };

export function makeRecoveryWords(wordList: readonly string[]): string[] {
  const mask = (1n << (BITS * BigInt(ENTROPY_WORDS))) - 1n;
  const entropy = BigInt(`0x${randomBytes(19).toString('hex')}`) & mask;
  const indexes = Array.from({ length: ENTROPY_WORDS }, (_, at) =>
    Number((entropy >> (BITS * BigInt(at))) & 1023n),
  );
  return [...indexes, checksum(indexes)].map((index) => getWord(wordList, index));
}

/** The private scalar (32 bytes) that the words stand for. */
export function findRecoveryScalar(
  words: readonly string[],
  wordList: readonly string[],
): Result<Buffer, WordsFault> {
  if (words.length !== RECOVERY_WORDS) return err({ type: 'wrongCount', found: words.length });
  const indexes: number[] = [];
  for (const word of words) {
    const index = wordList.indexOf(word.toLowerCase());
    if (index < 0) return err({ type: 'unknownWord', word });
    indexes.push(index);
  }
  const entropy = indexes.slice(0, ENTROPY_WORDS);
  return checksum(entropy) === indexes[ENTROPY_WORDS] ? ok(deriveScalar(entropy)) : err({ type: 'typo' });
}

export function toRecoveryPublicKey(scalar: Buffer): Buffer {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  return ecdh.getPublicKey();
}

/** 48 bytes reduced by the order: no bias that anybody could see (FIPS 186-5, A.2.1). */
function deriveScalar(entropy: readonly number[]): Buffer {
  const wide = hkdfSync('sha256', pack(entropy), 'go-cua recovery v1', 'scalar', 48);
  const scalar = (BigInt(`0x${Buffer.from(wide).toString('hex')}`) % (ORDER - 1n)) + 1n;
  return Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
}

function checksum(entropy: readonly number[]): number {
  const hash = createHash('sha256').update('go-cua recovery words v1').update(pack(entropy)).digest();
  return hash.readUInt16BE(0) >> 6;
}

function pack(indexes: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(indexes).buffer);
}

function getWord(wordList: readonly string[], index: number): string {
  const word = wordList[index];
  if (word === undefined) throw new Error('The word list is shorter than 1,024.');
  return word;
}
