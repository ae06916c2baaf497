/** Makes Vietnamese text comparable: no marks, no case, no tone placement. Never for showing, and never stored as a name. */

/** Lower case without marks: `Hòa`, `hoà` and `HOA` are one, đ is d; everything but letters and digits is one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words, in order; empty for a text without letters or digits. */
export function splitSearchWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** True when each word of the query begins some word of the text, in any order; an empty query finds everything. */
export function matchesSearch(text: string, query: string): boolean {
  const words = splitSearchWords(text);
  return splitSearchWords(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
