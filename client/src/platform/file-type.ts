/** What a file is by its first bytes. Its name and the type that a browser guesses from the name count for nothing. */

export type PaperFileType = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf';

/** As many first bytes as `findFileType` looks at. */
export const FILE_TYPE_BYTES = 32;

/** ISO 23008-12 brands of still pictures coded as phones do; `mif1` is what some write first, with the real one behind it. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1'];

/** Undefined for everything else: programs, pages, drawings (SVG), archives, films. The mark must stand at the very start. */
export function findFileType(head: Uint8Array): PaperFileType | undefined {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (readLetters(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (readLetters(head, 0, 4) === 'RIFF' && readLetters(head, 8, 4) === 'WEBP') return 'webp';
  if (readLetters(head, 4, 4) === 'ftyp' && HEIC_BRANDS.includes(readLetters(head, 8, 4))) return 'heic';
  if (readLetters(head, 0, 5) === '%PDF-') return 'pdf';
  return undefined;
}

/** Bytes as Latin letters; shorter than asked where the bytes end. */
export function readLetters(bytes: Uint8Array, from: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + count));
}
