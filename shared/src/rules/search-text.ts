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
  return matchesWords(splitSearchWords(text), splitSearchWords(query));
}

/** The same for a text and a query that were split before: of a long list each text only once. */
export function matchesWords(words: readonly string[], query: readonly string[]): boolean {
  return query.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
