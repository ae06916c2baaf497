/** What an earlier answer must be for a question, a paper, a contradiction or a term to count. Judges nothing. */
import * as z from 'zod/mini';

/** Append-only: an id names an answer in records that exist, so it is never renamed and never given to another question. */
export const formId = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

/** All conditions of a list must hold; each names an earlier field and the answers that satisfy it. */
export const formCondition = z.object({
  field: formId,
  oneOf: z.array(z.union([z.string(), z.boolean(), z.number()])).check(z.minLength(1)),
});
export type FormCondition = z.infer<typeof formCondition>;
