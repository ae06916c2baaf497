/** Four words that two screens compare before a device is let in. Hashes nothing itself and brings no word list. */

/** Ten bits each: one of 1,024 words. */
const WORDS = 4;
const BITS = 10;

/** What is hashed with SHA-256: the device's two raw public keys and the key that will sign its receipts, 65 bytes each. */
export function confirmationInput(keys: {
  readonly sendKey: Uint8Array;
  readonly readKey: Uint8Array;
  readonly answerKey: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...keys.sendKey, ...keys.readKey, ...keys.answerKey]);
}

/** The first forty bits of the hash, ten for each word; the list is `#data/words`. */
export function toConfirmationWords(hash: Uint8Array, wordList: readonly string[]): string[] {
  return Array.from({ length: WORDS }, (_, at) => getWord(wordList, readBits(hash, at * BITS)));
}

/** Typed or read aloud: without marks, in any case, with any spacing. */
export function isSameWords(typed: string, words: readonly string[]): boolean {
  const plain = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return plain.length === words.length && words.every((word, at) => word === plain[at]);
}

function readBits(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let bit = from; bit < from + BITS; bit += 1) {
    value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

function getWord(wordList: readonly string[], index: number): string {
  const word = wordList[index];
  if (word === undefined) throw new Error('The word list is shorter than 1,024.');
  return word;
}
