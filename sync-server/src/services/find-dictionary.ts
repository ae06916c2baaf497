/** The preset dictionaries that phones have sealed with, by version. Older versions stay for ever. */
import { dictionaryV1 } from '#data/generated/dictionary-v1';

const versions: ReadonlyMap<number, Uint8Array> = new Map([[1, new TextEncoder().encode(dictionaryV1)]]);

export function findDictionary(version: number): Uint8Array | undefined {
  return versions.get(version);
}
