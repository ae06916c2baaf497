import { describe, expect, it } from 'vitest';
import { findPdfFault } from './pdf-fault.ts';

function makePdf(trailer: string, end = '%%EOF\n'): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${trailer}\nstartxref\n9\n${end}`);
}

describe('a PDF of the citizen', () => {
  it('is carried as it is', () => {
    expect(findPdfFault(makePdf('trailer\n<< /Root 1 0 R /Size 4 >>'))).toBeUndefined();
  });

  it('is refused when a password locks it, whichever way its trailer is written', () => {
    const trailers = [
      'trailer\n<< /Root 1 0 R /Encrypt 5 0 R >>',
      '7 0 obj\n<</Type/XRef/Encrypt 5 0 R/W[1 2 1]>>stream',
      'trailer\n<< /Encrypt<< /Filter /Standard >> >>',
      'trailer\n<< /Encrypt\n5\n0\nR >>',
    ];
    for (const trailer of trailers) expect(findPdfFault(makePdf(trailer))).toEqual({ type: 'pdfEncrypted' });
  });

  it('is not refused for a word that only looks like it', () => {
    expect(findPdfFault(makePdf('trailer\n<< /Root 1 0 R >> % /EncryptMetadata true'))).toBeUndefined();
  });

  it('is refused when its end was cut off', () => {
    expect(findPdfFault(makePdf('trailer\n<<>>', ''))).toEqual({ type: 'unreadable', found: 'pdf' });
  });
});
