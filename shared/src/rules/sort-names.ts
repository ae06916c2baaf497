/** Orders people as a Vietnamese list does: by given name, the last word. Needs no locale data of the machine. */

/** Letters in the order of the Vietnamese alphabet; f, j, w, z where Latin lists have them. */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Level, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

interface WordKey {
  readonly letters: readonly number[];
  readonly tones: readonly number[];
}

function getLetterRank(letter: string): number {
  const rank = LETTERS.indexOf(letter);
  return rank >= 0 ? rank : LETTERS.length + (letter.codePointAt(0) ?? 0);
}

/** A letter keeps its breve, circumflex or horn; its tone counts only when all letters are equal. */
function buildWordKey(word: string): WordKey {
  const letters: number[] = [];
  const tones: number[] = [];
  for (const syllable of word
    .toLowerCase()
    .normalize('NFD')
    .match(/\P{M}\p{M}*/gu) ?? []) {
    const tone = TONES.findIndex((mark, index) => index > 0 && syllable.includes(mark));
    const letter = tone < 0 ? syllable : syllable.replace(TONES[tone] ?? '', '');
    letters.push(getLetterRank(letter.normalize('NFC')));
    tones.push(Math.max(tone, 0));
  }
  return { letters, tones };
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareWords(left: WordKey, right: WordKey): number {
  return compareNumbers(left.letters, right.letters) || compareNumbers(left.tones, right.tones);
}

interface NameKey {
  readonly given: WordKey;
  /** Family and middle names, from the left. */
  readonly others: readonly WordKey[];
}

/** `known`: words met before. A village has many people and few names. */
function buildNameKey(name: string, known: Map<string, WordKey>): NameKey {
  const keys = name
    .trim()
    .split(/\s+/)
    .map((word) => {
      const key = known.get(word) ?? buildWordKey(word);
      known.set(word, key);
      return key;
    });
  const given = keys.pop() ?? buildWordKey('');
  return { given, others: keys };
}

function compareKeys(left: NameKey, right: NameKey): number {
  const byGivenName = compareWords(left.given, right.given);
  if (byGivenName !== 0) return byGivenName;
  for (const [at, word] of left.others.entries()) {
    const other = right.others[at];
    const byWord = other ? compareWords(word, other) : 0;
    if (byWord !== 0) return byWord;
  }
  return left.others.length - right.others.length;
}

/** Negative, zero or positive: given name first, then family and middle names from the left. */
export function compareNames(a: string, b: string): number {
  const known = new Map<string, WordKey>();
  return compareKeys(buildNameKey(a, known), buildNameKey(b, known));
}

/** A sorted copy; equal names keep their order. */
export function sortByName<T>(items: readonly T[], getName: (item: T) => string): T[] {
  const known = new Map<string, WordKey>();
  const keyed = items.map((item) => ({ item, key: buildNameKey(getName(item), known) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ item }) => item);
}
