/** Names of things: 128 random bits each, written as 22 base64url characters. Makes none itself: randomness comes in. */
declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type DeviceId = Branded<'DeviceId'>;
export type RecordId = Branded<'RecordId'>;
export type OpId = Branded<'OpId'>;
export type AttachmentId = Branded<'AttachmentId'>;
export type MemberId = Branded<'MemberId'>;
export type CommuneId = Branded<'CommuneId'>;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ID_PATTERN = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** True for the text form of exactly 16 bytes (22 characters, canonical last character). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID_PATTERN.test(text);
}

/** Base64url without padding (RFC 4648 section 5). */
export function bytesToBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [word >> 18, (word >> 12) & 63, (word >> 6) & 63, word & 63].map((six) => ALPHABET[six]);
    text += letters.slice(0, Math.min(3, bytes.length - at) + 1).join('');
  }
  return text;
}

/** The inverse; undefined for a letter outside the alphabet or an impossible length. */
export function findBase64UrlBytes(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1 || /[^A-Za-z0-9_-]/.test(text)) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    word = ((word << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 255;
  }
  return bytes;
}

/** Sixteen bytes as an id of the kind that the caller knows it to be. */
export function bytesToId<T extends string>(bytes: Uint8Array): T {
  if (bytes.length !== 16) throw new Error(`An id has 16 bytes, not ${bytes.length}.`);
  return bytesToBase64Url(bytes) as T;
}

/** The sixteen bytes of an id that has been checked before. */
export function idToBytes(id: string): Uint8Array {
  const bytes = findBase64UrlBytes(id);
  if (bytes?.length !== 16) throw new Error('An id that was not checked reached the wire.');
  return bytes;
}
