/** One sealed piece of a paper as it travels: a attachment, i index, t total, e encapsulation, k key id, b sealed bytes; d and n as in every request. */
import * as z from 'zod/mini';
import { type AttachmentId, bytesToId } from '../ids.ts';
import { ENCAPSULATION_BYTES } from '../model/envelope.ts';
import { decodeBytes } from './signed-message.ts';

const whole = z.number().check(z.int(), z.nonnegative());
const bytes = (length: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length);
const pieceWire = z.object({
  a: bytes(16),
  i: whole,
  t: whole,
  e: bytes(ENCAPSULATION_BYTES),
  k: whole,
  b: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export interface ArrivedPiece {
  readonly attachment: AttachmentId;
  /** From 0. */
  readonly at: number;
  readonly total: number;
  readonly keyId: number;
  readonly encapsulation: Uint8Array;
  readonly sealed: Uint8Array;
}

/** Undefined when it is no piece; sizes and places are for the store to judge. */
export function findPiece(payload: Uint8Array): ArrivedPiece | undefined {
  const parsed = pieceWire.safeParse(decodeBytes(payload));
  if (!parsed.success) return undefined;
  const { a, i, t, e, k, b } = parsed.data;
  return { attachment: bytesToId<AttachmentId>(a), at: i, total: t, keyId: k, encapsulation: e, sealed: b };
}
