/** A sentence in Vietnamese and English, and the filling of its blanks. Knows no screen and no language of the reader. */
import * as z from 'zod/mini';

const sentence = z.string().check(z.minLength(1), z.maxLength(2_000));

export const bilingualText = z.object({ vi: sentence, en: sentence });
export type BilingualText = z.infer<typeof bilingualText>;

export type TextParams = Readonly<Record<string, string | number>>;

/** Names a sentence and what goes into its blanks; the sentence itself is found by key where it is shown. */
export interface TextKey<K extends string = string> {
  readonly key: K;
  readonly params: TextParams;
}

/** Fills `{name}` once each: a value that holds braces is not filled again, an unknown blank stays to be seen. */
export function fillBlanks(template: string, params: TextParams): string {
  return template.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : blank,
  );
}
