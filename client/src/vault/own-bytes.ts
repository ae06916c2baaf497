/** Small things that WebCrypto wants of bytes. Knows neither keys nor formats. */
import type { Bytes } from './vault-types.ts';

/** The same bytes in a buffer of their own, whatever they were a view of. */
export function ownBytes(view: Uint8Array): Bytes {
  return new Uint8Array(view);
}

export function textToBytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Random bytes from the browser's generator, at most 65,536 of them. */
export function drawBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export async function digestBytes(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
