/** A text as words that can be compared as people write names: whatever the case, the place of the tone, or marks left out. */

export interface NoteWord {
  readonly start: number;
  readonly end: number;
  /** Small letters without marks; y is i. */
  readonly folded: string;
  /** The same with its marks, the tone last, wherever it was placed. */
  readonly exact: string;
  readonly isMarked: boolean;
  /** Its first letter is a capital. */
  readonly isCapital: boolean;
}

const WORD = /[\p{L}\p{M}]+/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** `text` in NFC. Digits are no part of a word. */
export function splitWords(text: string): NoteWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    ...{ start: index, end: index + word.length },
    ...compareAs(word),
  }));
}

function compareAs(word: string): Omit<NoteWord, 'start' | 'end'> {
  const parted = word.normalize('NFD').toLowerCase().replace(/y/g, 'i');
  const tones = (parted.match(TONES) ?? []).join('');
  const folded = parted.replace(/\p{M}+/gu, '').replace(/đ/g, 'd');
  const exact = parted.replace(TONES, '') + tones;
  const first = word.charAt(0);
  return { folded, exact, isMarked: exact !== folded, isCapital: first !== first.toLowerCase() };
}
