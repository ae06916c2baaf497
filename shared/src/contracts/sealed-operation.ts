/** What comes out of a seal, judged by its shape only: whether its paths and values are allowed is for their collection to say. */
import * as z from 'zod/mini';
import { isId, type OpId, type RecordId } from '../ids.ts';
import type { Operation, Patch } from '../model/operation.ts';

/** Sent by hand, one after the other, of one record. */
const MOST_KNOWN = 256;

const operation = z.object({
  collection: z.string().check(z.minLength(1), z.maxLength(64)),
  record: z.custom<RecordId>(isId),
  base: z.number().check(z.int(), z.nonnegative()),
  patch: z.custom<Patch>(isPatch),
  at: z.number().check(z.int()),
  knows: z.optional(z.array(z.custom<OpId>(isId)).check(z.maxLength(MOST_KNOWN))),
});

/** `value`: parsed JSON; undefined when it is no operation. */
export function findOperation(value: unknown): Operation | undefined {
  const parsed = operation.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** No field of ours is nested deeper; whatever walks through a value later may do so without asking how deep it is. */
const MOST_NESTED = 8;

function isFlat(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return most > 0 && Object.values(value).every((one) => isFlat(one, most - 1));
}

function isPatch(value: unknown): boolean {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (
    isMap && Object.entries(value).every(([path, one]) => path.length <= 200 && isFlat(one, MOST_NESTED))
  );
}
