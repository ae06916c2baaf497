/** Whether a PDF may be carried as it is. Looks for the two marks that decide it; draws nothing and trusts nothing inside. */

export type PdfFault =
  /** Locked by a password: nobody at the commune could open it. */
  | { readonly type: 'pdfEncrypted' }
  /** Its end is missing: the copy was cut off. */
  | { readonly type: 'unreadable'; readonly found: 'pdf' };

/** ISO 32000: the trailer, also where it is a cross-reference stream, names the encryption outside any compressed part. */
const ENCRYPTION = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
const END_MARK = '%%EOF';

export function findPdfFault(bytes: Uint8Array): PdfFault | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.includes(END_MARK)) return { type: 'unreadable', found: 'pdf' };
  return ENCRYPTION.test(text) ? { type: 'pdfEncrypted' } : undefined;
}
