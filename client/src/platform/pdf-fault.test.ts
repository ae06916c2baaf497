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

  it.each([
    ['a script that runs when it is opened', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['a script by its object', '<</S/JavaScript/JS 7 0 R>>'],
    ['a script without the name of its kind', '<< /JS(app.alert) >>'],
    ['a script whose name is disguised', '<< /S /J#61vaScript /#4aS 7 0 R >>'],
    ['a script after a stream', 'stream\nx\nendstream\nendobj\n3 0 obj\n<< /JS(app.alert) >>'],
    ['a script in a stream that does not end', 'stream\n<< /JS(app.alert) >>'],
    ['a program', '<< /S /Launch /F (cmd.exe) >>'],
    ['another file', '<< /Type /EmbeddedFile /Length 9 >>'],
    ['a list of files', '<< /Names << /EmbeddedFiles 9 0 R >> >>'],
  ])('is refused with %s within', (_what, part) => {
    const trailer = `2 0 obj\n${part}\nendobj\ntrailer\n<< /Root 1 0 R >>`;
    expect(findPdfFault(makePdf(trailer))).toEqual({ type: 'pdfActive' });
  });

  it('is carried with what only looks alike: the page that is shown first, compressed bytes, longer names', () => {
    const parts = [
      '<< /Type /Catalog /OpenAction [3 0 R /FitH null] >>',
      '<< /Length 9 >>\nstream\nx/JS(x\nendstream',
      '<< /JSON 7 0 R /LaunchPad true >>',
    ];
    for (const part of parts) expect(findPdfFault(makePdf(`2 0 obj\n${part}\nendobj`))).toBeUndefined();
  });

  it('is looked through in no time, though it be all beginnings', () => {
    const began = performance.now();
    expect(findPdfFault(makePdf('stream\n'.repeat(1_000_000)))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is refused when its end was cut off', () => {
    expect(findPdfFault(makePdf('trailer\n<<>>', ''))).toEqual({ type: 'unreadable', found: 'pdf' });
  });
});
