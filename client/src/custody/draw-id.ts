/** New random names: 128 bits each, so that two phones without signal never choose the same. */
import { bytesToId } from '#shared/ids';

export function drawId<T extends string>(): T {
  return bytesToId<T>(crypto.getRandomValues(new Uint8Array(16)));
}
