/** The kinds of value that records share: short texts, days, instants, ids. Trims nothing and corrects nothing. */
import * as z from 'zod/mini';
import { isId } from '../ids.ts';

export const idValue = z.custom<string>(isId);
export const line = z.string().check(z.maxLength(200));
export const longText = z.string().check(z.maxLength(2_000));
export const code = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/));
/** Milliseconds since 1970 of a device's own clock; any integer, since clocks jump. */
export const instant = z.number().check(z.int(), z.gte(-8.64e15), z.lte(8.64e15));
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** `1947`, `1947-03` or `1947-03-02`: what an old person's paper says. */
export const partialDay = z.string().check(z.regex(/^\d{4}(-\d{2}){0,2}$/));
export const tally = z.number().check(z.int(), z.gte(0), z.lte(10_000));
/** In this order wherever they are offered or counted: the most that a citizen does comes first. */
export const actors = ['self', 'guided', 'assisted', 'onBehalf'] as const;
export const actedBy = z.enum(actors);
export type ActedBy = z.infer<typeof actedBy>;
/** What somebody said of two records, written on one of them at `sameAs/<the other>`; taken back by taking the path away. */
export const sameAnswer = z.strictObject({ is: z.enum(['same', 'different']), at: instant, by: line });
export type SameAnswer = z.infer<typeof sameAnswer>;
