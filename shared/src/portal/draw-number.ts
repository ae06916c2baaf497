/** A small seeded generator (mulberry32) whose whole memory is one number of the state. Not for anything secret. */
export interface Drawn {
  readonly value: number;
  readonly random: number;
}

/** A number from 0 (included) to 1 (excluded), and the next word. */
export function drawFraction(random: number): Drawn {
  const word = (random + 0x6d2b79f5) | 0;
  let mixed = Math.imul(word ^ (word >>> 15), 1 | word);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296, random: word };
}

/** A whole number from 0 to `limit - 1`, and the next word. */
export function drawBelow(random: number, limit: number): Drawn {
  const drawn = drawFraction(random);
  return { value: Math.floor(drawn.value * limit), random: drawn.random };
}
