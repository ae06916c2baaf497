/** The mark of practice (tập huấn): names and a code that only a practice commune gives, so that no real commune ever takes them. */
import { asciiBytes, concatBytes } from '../model/envelope.ts';
import { bytesToId, idToBytes } from '../ids.ts';

/** A real id is 16 random bytes; one of practice begins with these eight. By chance that happens once in 2^64. */
const MARK = 'tap-huan';
const RANDOM_BYTES = 8;

/** The invitation of every practice commune. A real code is drawn, and would have to meet this one among 20^10. */
export const PRACTICE_CODE = 'TPHNTPHNTP';

/** `random`: eight bytes. */
export function toPracticeId<T extends string>(random: Uint8Array): T {
  if (random.length !== RANDOM_BYTES) throw new Error(`A practice id has ${RANDOM_BYTES} bytes of its own.`);
  return bytesToId<T>(concatBytes(asciiBytes(MARK), random));
}

/** `id`: sixteen bytes. */
export function isPracticeId(id: Uint8Array): boolean {
  return asciiBytes(MARK).every((byte, at) => id[at] === byte);
}

/** `id`: the text of an id that has been checked before. */
export function isPracticeName(id: string): boolean {
  return isPracticeId(idToBytes(id));
}
