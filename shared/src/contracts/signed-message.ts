/** The outer shape of every request that a device signs, and of the signed answer. Checks no signature: it says what is signed. */
import { decode, encode } from 'cborg';
import { asciiBytes, concatBytes } from '../model/envelope.ts';
import { err, ok, type Result } from '../result.ts';

/** ECDSA P-256 with SHA-256, raw r‖s. */
const SIGNATURE_BYTES = 64;

export type KeyKind = 'send' | 'read';

export interface SignedMessage {
  readonly payload: Uint8Array;
  /** Which of the device's two keys signed; the send key may only push and be acknowledged. */
  readonly key: KeyKind;
  readonly signature: Uint8Array;
}

export interface SignedAnswer {
  /** What a device keeps as its proof of delivery. */
  readonly receipt: Uint8Array;
  readonly rest: Uint8Array;
  readonly signature: Uint8Array;
}

/** The bytes that a device signs: the route is bound in, so that no request can be replayed to another one. */
export function requestSignatureInput(route: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(asciiBytes(`go-cua request v1 ${route}\n`), payload);
}

/** The bytes that the server signs: hashes (32 bytes each) of the request's payload, the receipt and the rest. */
export function answerSignatureInput(
  request: Uint8Array,
  receipt: Uint8Array,
  rest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concatBytes(asciiBytes('go-cua answer v1\n'), request, receipt, rest);
}

/** The bytes that an origin's send key signs over a run, so that anybody may carry it: (device, from, to, head hash). */
export function runSignatureInput(
  device: Uint8Array,
  range: Uint8Array,
  head: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concatBytes(asciiBytes('go-cua run v1\n'), device, range, head);
}

/** The same of what takes no place, so that nobody who carries it can give it one. */
export function unplacedSignatureInput(
  device: Uint8Array,
  range: Uint8Array,
  head: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concatBytes(asciiBytes('go-cua unplaced v1\n'), device, range, head);
}

export function encodeSignedMessage(message: SignedMessage): Uint8Array {
  return encode([message.payload, message.key === 'read' ? 1 : 0, message.signature]);
}

export function decodeSignedMessage(bytes: Uint8Array): Result<SignedMessage, 'malformed'> {
  const parts = decodeBytes(bytes);
  if (!Array.isArray(parts) || parts.length !== 3) return err('malformed');
  const [payload, key, signature] = parts as unknown[];
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return err('malformed');
  if ((key !== 0 && key !== 1) || signature.length !== SIGNATURE_BYTES) return err('malformed');
  return ok({ payload, key: key === 1 ? 'read' : 'send', signature });
}

export function encodeSignedAnswer(answer: SignedAnswer): Uint8Array {
  return encode([answer.receipt, answer.rest, answer.signature]);
}

export function decodeSignedAnswer(bytes: Uint8Array): Result<SignedAnswer, 'malformed'> {
  const parts = decodeBytes(bytes);
  if (!Array.isArray(parts) || parts.length !== 3) return err('malformed');
  const [receipt, rest, signature] = parts as unknown[];
  const whole =
    receipt instanceof Uint8Array && rest instanceof Uint8Array && signature instanceof Uint8Array;
  if (!whole || signature.length !== SIGNATURE_BYTES) return err('malformed');
  return ok({ receipt, rest, signature });
}

/** CBOR with duplicate keys, indefinite lengths and exotic types refused; undefined for anything else. */
export function decodeBytes(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, {
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowBigInt: false,
    });
  } catch {
    return undefined;
  }
}
