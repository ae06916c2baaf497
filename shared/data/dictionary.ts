/** The preset dictionaries that operations are compressed with, by version. A published version never changes: phones have sealed with it. */
import { dictionaryV1 } from './generated/dictionary-v1.ts';

/** What phones seal with from now on. */
export const currentDictionaryVersion = 1;

const texts: Readonly<Record<number, string>> = { 1: dictionaryV1 };
const known = new Map<number, Uint8Array<ArrayBuffer>>();

/** The bytes for raw deflate (RFC 1951) with a preset dictionary; undefined for a version that this build has not heard of. */
export function findDictionary(version: number): Uint8Array<ArrayBuffer> | undefined {
  const text = texts[version];
  if (text === undefined) return undefined;
  const bytes = known.get(version) ?? encodeUtf8(text);
  known.set(version, bytes);
  return bytes;
}

/** Shared code has no TextEncoder: the percent form of an address is UTF-8 too. */
function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const letters = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
