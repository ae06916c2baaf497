/** Which letter a phone that joins a session gets: no two phones hand out the same one, though neither can ask the other. Pure. */

export const OPENER_LETTER = 'A';
/** Letters that are told apart when they are called across a room. */
const POOL = 'BCDEGHKLM';
/** For phones that came without a code, or whose letter another phone has as well. */
export const SPARE_LETTERS: readonly string[] = [...'NPQRSTUVXY'];
const LONGEST = 4;

/**
 * The letter that this phone hands out after `given` others. The opener's are B, C, D… and, after those, AB, AC…; every
 * other phone puts its own letter before them: B hands out BB, BC…
 */
export function findLetterToGive(own: string, given: number): string {
  const start = own === OPENER_LETTER ? '' : own;
  return start + OPENER_LETTER.repeat(Math.floor(given / POOL.length)) + POOL.charAt(given % POOL.length);
}

/** False where a number would begin with more letters than a record holds. */
export function canGiveLetter(own: string, given: number): boolean {
  return findLetterToGive(own, given).length <= LONGEST;
}

/** True for a letter that a code brought, and not the opener's own. */
function isGivenByCode(letter: string): boolean {
  return POOL.includes(letter.slice(-1));
}

/** A phone sits at a table of its own unless somebody says otherwise: A at 1, B at 2, C at 3… */
export function guessTable(letter: string): number {
  return letter === OPENER_LETTER ? 1 : 2 + Math.max(0, POOL.indexOf(letter.slice(-1)));
}

/** What one phone's list says of letters. */
export interface LetteredList {
  readonly session: string;
  /** Undefined in a list from before letters were written down. */
  readonly letter: string | undefined;
  /** How many letters it has handed out. */
  readonly lettersGiven: number;
  /** Letters of codes that somebody said no phone took. */
  readonly lettersUnused: readonly string[];
}

/**
 * Letters of codes that were handed out in a session and whose phones have no list here, each once. Whoever joined by a
 * code proves that the opener writes, though its list has not come yet.
 */
export function listSilentLetters(lists: readonly LetteredList[]): readonly string[] {
  const sessions = [...new Set(lists.map(({ session }) => session))];
  return sessions.flatMap((session) => listSilentOf(lists.filter((list) => list.session === session)));
}

function listSilentOf(lists: readonly LetteredList[]): readonly string[] {
  const here = lists.flatMap(({ letter }) => letter ?? []);
  const unused = lists.flatMap(({ lettersUnused }) => lettersUnused);
  const opener = here.some(isGivenByCode) ? [OPENER_LETTER] : [];
  const given = lists.flatMap(({ letter, lettersGiven }) =>
    letter === undefined ? [] : Array.from({ length: lettersGiven }, (_, at) => findLetterToGive(letter, at)),
  );
  return [...new Set([...opener, ...given])].filter(
    (letter) => !here.includes(letter) && !unused.includes(letter),
  );
}
