/** A dossier's forward reference, made on the device before anything is sent: 80 random bits in base32 and a check letter. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const RANDOM_BYTES = 10;

export function drawReference(): string {
  return toReference(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** Ten bytes as sixteen letters of RFC 4648 section 6, and the seventeenth that catches any one letter mistyped. */
export function toReference(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 16 }, (_, at) => Number((bits >> BigInt(75 - 5 * at)) & 31n));
  // Odd weights have an inverse modulo 32: a change of one letter always changes the sum.
  const check = letters.reduce((sum, value, at) => sum + value * (2 * at + 1), 0) % 32;
  return [...letters, check].map((value) => ALPHABET[value]).join('');
}
