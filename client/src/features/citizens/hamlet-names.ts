/** Which hamlet a person lives in, as far as the printed address tells; and when two spellings are one hamlet. Has no map. */
import { foldText } from '#shared/rules/search-text';

const UNIT = /^(to dan pho|khu pho|thon|ap|ban|buon|lang|khoi|khu|to|tdp)(?= )/;

/** `Thôn Nam Giảng`, `thôn nam giảng` and `Nam Giảng` are one. */
export function foldHamlet(hamlet: string): string {
  const folded = foldText(hamlet);
  return folded.replace(UNIT, '').trim() || folded;
}

/**
 * A hamlet of those known here that stands in the address, else the address's first part where that names a hamlet.
 * Undefined when the address says neither: then whoever asks is asked.
 */
export function findHamlet(residence: string, known: readonly string[]): string | undefined {
  const parts = residence.split(',').map((part) => part.trim());
  const folded = parts.map(foldHamlet);
  const here = known.find((hamlet) => folded.includes(foldHamlet(hamlet)));
  if (here !== undefined) return here;
  const [first = ''] = parts;
  return UNIT.test(foldText(first)) && parts.length > 1 ? first : undefined;
}
