/** Pieces that planted files are made of. */

export const OPENING = '/** Planted to prove that a check bites. */\n';

export const repeatLine = (count, line) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
