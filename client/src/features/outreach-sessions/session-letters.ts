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
export function isGivenByCode(letter: string): boolean {
  return POOL.includes(letter.slice(-1));
}

/** A phone sits at a table of its own unless somebody says otherwise: A at 1, B at 2, C at 3… */
export function guessTable(letter: string): number {
  return letter === OPENER_LETTER ? 1 : 2 + Math.max(0, POOL.indexOf(letter.slice(-1)));
}
