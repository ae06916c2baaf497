/** One sealed item becomes an operation, or the code that says why it cannot. Checks the shape, not what the fields mean. */
import { inflateRawSync } from 'node:zlib';
import type { ErrorCode } from '#shared/contracts/error-codes';
import { findOperation } from '#shared/contracts/sealed-operation';
import { itemBinding, LIMITS, type SealBinding } from '#shared/model/envelope';
import type { Operation } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { decrypt } from '../protection/cipher.ts';

/** Version → bytes; version 0 stands for "not compressed" and is never asked for. */
export type FindDictionary = (version: number) => Uint8Array | undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true });

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
  const op = findOperation(parseJson(text.value));
  return op ? ok(op) : err('malformed');
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
