/** Takes people out of a note that is to be read by somebody who needs no names. Knows only those whom it is given. */
import { type NoteWord, splitWords } from './note-words.ts';
import { ordinaryAfterTitle, ordinaryPairs } from './ordinary-words.ts';

/** Full names as they were written down, in any letters. */
export interface KnownPeople {
  /** Citizens of the whole commune: hidden by the full name, by what ends with the given name, and by that after a title. */
  readonly citizens: readonly string[];
  /** Whoever works for the commune: a given name of theirs is a citizen's only where that citizen came to the session. */
  readonly staff: readonly string[];
}

/** Any number as long as a telephone's or a card's, however it is parted. */
const LONG_NUMBER = /\d(?:[\s.()\-–—_]{0,3}\d){7,}/g;
const HIDDEN = '…';
/** What may stand between two words of one name. */
const WITHIN_NAME = /^[\s.\-_'’]+$/;
/** And between two people who are told of together. */
const BETWEEN_NAMES = /^(\s*[,;/&+-]\s*|\s+)$/;
const LONGEST_NAME = 8;

const titles = splitWords(
  'ông bà bác cô dì chú cậu mợ thím anh chị em cháu cụ bố mẹ má ba mế mệ o vợ chồng thầy bé',
);
const joins = new Set(splitWords('và với cùng').map(({ exact }) => exact));

interface KnownName {
  readonly words: readonly NoteWord[];
  /** Of a name that was written down without marks, marks prove nothing. */
  readonly isMarked: boolean;
}

type NameIndex = ReadonlyMap<string, readonly KnownName[]>;

interface Search {
  /** By folded words, two or more. */
  readonly parts: readonly NameIndex[];
  /** By the folded given name: of the session's people. */
  readonly given: NameIndex;
  /** Of everybody else's: a word in small letters is more often only a word. */
  readonly givenElsewhere: NameIndex;
}

export type HidePeople = (note: string) => string;

/** Answers, for the people of a session by their full names, what hides them and everybody else in a note. */
export function createHiding({ citizens, staff }: KnownPeople): (ofSession: readonly string[]) => HidePeople {
  const known = citizens.map(readName);
  const ends = indexNames(known, ({ words }) => words.slice(0, -1).map((_, from) => words.slice(from)));
  const ofStaff = new Set(staff.map((name) => readName(name).words.at(-1)?.folded));
  const givenElsewhere = indexNames(known, ({ words }) =>
    ofStaff.has(words.at(-1)?.folded) ? [] : [words.slice(-1)],
  );
  return (ofSession) => {
    const names = ofSession.map(readName);
    const given = indexNames(names, ({ words }) => [words.slice(-1)]);
    const parts = [indexNames(names, listParts), ends];
    return (note) => hideIn(note, { parts, given, givenElsewhere });
  };
}

function hideIn(note: string, search: Search): string {
  const text = note.normalize('NFC');
  const words = splitWords(text);
  const left: string[] = [];
  let written = 0;
  for (const { start, end } of findNames({ text, words, search })) {
    left.push(text.slice(written, start), HIDDEN);
    written = end;
  }
  return [...left, text.slice(written)].join('').replaceAll(LONG_NUMBER, HIDDEN);
}

function readName(name: string): KnownName {
  const words = splitWords(name.normalize('NFC'));
  return { words, isMarked: words.some((word) => word.isMarked) };
}

/** Every stretch of two words or more. */
function listParts({ words }: KnownName): NoteWord[][] {
  return words.flatMap((_, from) =>
    words.slice(from + 1).map((_word, more) => words.slice(from, from + more + 2)),
  );
}

function indexNames(
  names: readonly KnownName[],
  listKeys: (name: KnownName) => readonly (readonly NoteWord[])[],
): NameIndex {
  const index = new Map<string, KnownName[]>();
  for (const name of names)
    for (const words of listKeys(name)) {
      const key = words.map(({ folded }) => folded).join(' ');
      const entry = { words, isMarked: name.isMarked };
      const others = index.get(key);
      if (others) others.push(entry);
      else if (key !== '') index.set(key, [entry]);
    }
  return index;
}

interface Reading {
  readonly text: string;
  readonly words: readonly NoteWord[];
  readonly search: Search;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function findNames(reading: Reading): Place[] {
  const { words } = reading;
  const found: Place[] = [];
  for (let at = 0; at < words.length;) {
    const length = findPart(reading, at) ?? (findGiven(reading, at) ? 1 : 0);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first && last) found.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return found;
}

/** How many words from here on are (part of) a name; undefined where they are none. */
function findPart({ text, words, search }: Reading, at: number): number | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length >= 2; length--) {
    const here = words.slice(at, at + length);
    const key = here.map(({ folded }) => folded).join(' ');
    const known = search.parts.flatMap((index) => index.get(key) ?? []);
    if (
      known.length === 0 ||
      !here.every((word, index) => index === 0 || isWithin(text, here[index - 1], word))
    )
      continue;
    const isSure = length > 2 || isTitle(words[at - 1]);
    if (length === 2 && isOrdinary(here, ordinaryPairs)) continue;
    if (isSure || known.some((name) => here.every((word, index) => isAlike(word, name, index))))
      return length;
  }
  return undefined;
}

function isWithin(text: string, before: NoteWord | undefined, word: NoteWord): boolean {
  return before !== undefined && WITHIN_NAME.test(text.slice(before.end, word.start));
}

/** A mark that somebody typed must be the right one, for `hóa` is not `Hoa`; a mark left out is often only that. */
function isAlike(word: NoteWord, { words, isMarked }: KnownName, index: number): boolean {
  return !word.isMarked || !isMarked || word.exact === words[index]?.exact;
}

function isOrdinary(pair: readonly (NoteWord | undefined)[], ordinary: ReadonlySet<string>): boolean {
  const isSmall = pair.at(-1)?.isCapital === false;
  return isSmall && ordinary.has(pair.map((word) => word?.folded ?? '').join(' '));
}

function isTitle(word: NoteWord | undefined): boolean {
  return (
    word !== undefined &&
    titles.some((title) => (word.isMarked ? title.exact === word.exact : title.folded === word.folded))
  );
}

/** A given name says who it is only after a title, or in a row of such names. */
function findGiven({ text, words, search }: Reading, at: number): boolean {
  const word = words[at];
  const known =
    word && (search.given.get(word.folded) ?? (word.isCapital && search.givenElsewhere.get(word.folded)));
  if (!word || !known) return false;
  // `bà H. T. Mẫu`
  let before = at - 1;
  while (words[before] && words[before]?.folded.length === 1 && words[before]?.isCapital === true) before--;
  const title = words[before];
  if (isTitle(title) && isWithin(text, words[at - 1], word)) {
    // `anh em` are nobody; `anh Công an` is an office, whoever else is called Công.
    if (isOrdinary([title, word], ordinaryAfterTitle)) return false;
    if (isOrdinary([word, words[at + 1]], ordinaryPairs)) return false;
    return word.isCapital || known.some((name) => isAlike(word, name, 0));
  }
  return word.isCapital && isInRow({ text, words, search }, at);
}

/** `bà Mẫu, Thử và Dụ`: told together with one who was found. */
function isInRow(reading: Reading, at: number): boolean {
  const { text, words } = reading;
  const [word, before] = [words[at], words[at - 1]];
  if (!word || !before) return false;
  const isJoined = joins.has(before.exact);
  const other = isJoined ? at - 2 : at - 1;
  const gap = isJoined ? ' ' : text.slice(before.end, word.start);
  if (other < 0 || !BETWEEN_NAMES.test(gap) || (!isJoined && gap.trim() === '')) return false;
  return findGiven(reading, other);
}
