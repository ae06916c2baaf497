/** Answers that are right one by one and cannot both be true. Judges only what is certain: a birth year alone may fit many days. */
import * as z from 'zod/mini';
import { bilingualText } from './bilingual-text.ts';
import { formCondition } from './form-condition.ts';
import { getDayRange, isPartialDate } from './partial-date.ts';

/**
 * `notBefore`: the day of `second` does not lie before that of `first`. `differs`: the two are not the same. Said at
 * `second`, where the reader stands when both are known.
 */
export const contradiction = z.object({
  rule: z.enum(['notBefore', 'differs']),
  /** In a repeated part the same as `second`: then no two of the repeated answers go together. */
  first: z.string(),
  second: z.string(),
  /** It is one only while these hold. */
  conditions: z.exactOptional(z.array(formCondition)),
  /** What does not fit, and the way out. `{n}` and `{m}` are the numbers of `second` and `first` in a repeated part. */
  message: bilingualText,
});
export type Contradiction = z.infer<typeof contradiction>;

/** True when the two answers cannot both be true; an answer that is no date or is missing contradicts nothing. */
export function contradicts(rule: Contradiction['rule'], first: unknown, second: unknown): boolean {
  if (typeof first !== 'string' || typeof second !== 'string') return false;
  if (rule === 'differs') return fold(first) !== '' && fold(first) === fold(second);
  if (!isPartialDate(first) || !isPartialDate(second)) return false;
  return getDayRange(second).last < getDayRange(first).first;
}

function fold(text: string): string {
  return text.trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ');
}
