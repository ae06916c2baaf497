/** One sealed item becomes an operation, or the code that says why it cannot. Checks the shape, not what the fields mean. */
import { inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { ErrorCode } from '#shared/contracts/error-codes';
import { itemBinding, LIMITS, type SealBinding } from '#shared/model/envelope';
import type { Operation, Patch } from '#shared/model/operation';
import { isId, type RecordId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { decrypt } from '../protection/cipher.ts';

/** Version → bytes; version 0 stands for "not compressed" and is never asked for. */
export type FindDictionary = (version: number) => Uint8Array | undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const operation = z.object({
  collection: z.string().check(z.minLength(1), z.maxLength(64)),
  record: z.custom<RecordId>(isId),
  base: z.number().check(z.int(), z.nonnegative()),
  patch: z.custom<Patch>(isPatch),
  at: z.number().check(z.int()),
});

export interface SealedItem {
  readonly binding: SealBinding;
  readonly sealed: Uint8Array;
  /** Undefined when the encapsulation or the key id is not ours. */
  readonly contentKey: Uint8Array | undefined;
}

export function openItem(item: SealedItem, findDictionary: FindDictionary): Result<Operation, ErrorCode> {
  if (item.sealed.length > LIMITS.itemBytes) return err('tooLarge');
  const packed = item.contentKey && decrypt(item.contentKey, item.sealed, itemBinding(item.binding));
  if (!packed) return err('sealUnopened');
  const text = inflate(packed, item.binding.dictVersion, findDictionary);
  if (!text.ok) return text;
  const parsed = operation.safeParse(parseJson(text.value));
  return parsed.success ? ok(parsed.data) : err('malformed');
}

function inflate(
  packed: Uint8Array,
  version: number,
  findDictionary: FindDictionary,
): Result<Uint8Array, ErrorCode> {
  if (version === 0) return ok(packed);
  const dictionary = findDictionary(version);
  if (!dictionary) return err('unsupportedVersion');
  try {
    return ok(inflateRawSync(packed, { dictionary, maxOutputLength: LIMITS.inflatedBytes }));
  } catch (fault) {
    const isTooLong = fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
    return err(isTooLong ? 'inflatesTooFar' : 'malformed');
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** No field of ours is nested deeper; whatever walks through a value later may do so without asking how deep it is. */
const MOST_NESTED = 8;

function isFlat(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return most > 0 && Object.values(value).every((one) => isFlat(one, most - 1));
}

/** Whether its paths and values are allowed is for their collection to say. */
function isPatch(value: unknown): boolean {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (
    isMap && Object.entries(value).every(([path, one]) => path.length <= 200 && isFlat(one, MOST_NESTED))
  );
}
