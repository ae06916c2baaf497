/**
 * Whether a PDF may be carried as it is. Looks for the marks that decide it in the raw bytes; draws nothing and trusts nothing
 * inside. What lies in a compressed object stream is hidden from it: what is found is refused, what is not found is not proved absent.
 */

export type PdfFault =
  /** Locked by a password: nobody at the commune could open it. */
  | { readonly type: 'pdfEncrypted' }
  /** It would run a script or a program, or carries another file within. */
  | { readonly type: 'pdfActive' }
  /** Its end is missing: the copy was cut off. */
  | { readonly type: 'unreadable'; readonly found: 'pdf' };

/** ISO 32000: the trailer, also where it is a cross-reference stream, names the encryption outside any compressed part. */
const ENCRYPTION = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
/** Whole names only. An opening action is none of them: most only say which page is shown first, and a script in one has its name. */
const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?)(?![^\s()<>[\]{}/%])/;
/** So short that compressed bytes say it by chance: it counts with what has to follow it, and outside of streams. */
const SCRIPT = /\/JS\s*(?:[(<]|\d+\s+\d+\s+R)/;
const END_MARK = '%%EOF';

export function findPdfFault(bytes: Uint8Array): PdfFault | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.includes(END_MARK)) return { type: 'unreadable', found: 'pdf' };
  if (ENCRYPTION.test(text)) return { type: 'pdfEncrypted' };
  return isActive(text) ? { type: 'pdfActive' } : undefined;
}

function isActive(text: string): boolean {
  const names = writeNamesOut(text);
  return ACTIVE.test(names) || SCRIPT.test(cutStreams(names));
}

/** In one pass, whatever the file has of beginnings without an end. One that does not end is looked through. */
function cutStreams(text: string): string {
  const parts = text.split(/\bendstream\b/);
  const last = parts.pop() ?? '';
  return [...parts.map((part) => part.split(/\bstream\r?\n/, 1)[0]), last].join(' ');
}

/** Any letter of a name may be written as its number: `/J#61vaScript`. */
function writeNamesOut(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));
}
