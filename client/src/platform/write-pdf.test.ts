import { expect, it } from 'vitest';
import { findFileType } from './file-type.ts';
import { findPdfFault } from './pdf-fault.ts';
import { writePdf } from './write-pdf.ts';

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 10, 13, 37, 200, 0xff, 0xd9]);
const OTHER = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(40_000).fill(0x25), 0xff, 0xd9]);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

it('finds every object of the file where its table says that it is', () => {
  const text = latin(
    writePdf([
      { jpeg: JPEG, width: 1200, height: 1600 },
      { jpeg: OTHER, width: 1600, height: 900 },
    ]),
  );
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const rows = text.slice(table).split('\n').slice(2, 11);
  expect(text.slice(table, table + 11)).toBe('xref\n0 9\n00');
  expect(rows[0]).toBe('0000000000 65535 f ');
  // Twenty bytes each, with the line's end.
  for (const row of rows) expect(row).toHaveLength(19);
  rows.slice(1).forEach((row, at) => {
    const place = Number(row.slice(0, 10));
    expect(text.slice(place, place + 8)).toBe(`${at + 1} 0 obj\n`);
  });
  expect(text).toContain('/Count 2 /Kids [3 0 R 6 0 R]');
});

it('carries each picture byte for byte, and says how long it is', () => {
  const bytes = writePdf([
    { jpeg: JPEG, width: 10, height: 20 },
    { jpeg: OTHER, width: 20, height: 10 },
  ]);
  const text = latin(bytes);
  for (const jpeg of [JPEG, OTHER]) {
    const head = `/Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
    const at = text.indexOf(head) + head.length;
    expect(at).toBeGreaterThan(head.length);
    expect(Buffer.from(bytes.subarray(at, at + jpeg.length)).equals(Buffer.from(jpeg))).toBe(true);
    expect(text.slice(at + jpeg.length, at + jpeg.length + 10)).toBe('\nendstream');
  }
});

it('lays a broad picture on a broad sheet, whole and in the middle', () => {
  const text = latin(writePdf([{ jpeg: JPEG, width: 1600, height: 800 }]));
  expect(text).toContain('/MediaBox [0 0 842 595]');
  expect(text).toContain('q 842 0 0 421 0 87 cm /P Do Q');
  const placing = /\/Length (\d+) >>\nstream\n(q [^\n]*)\nendstream/.exec(text);
  expect(Number(placing?.[1])).toBe(placing?.[2]?.length);
});

it('is a PDF that this house would take, and says nothing of who made it when', () => {
  const bytes = writePdf([{ jpeg: JPEG, width: 1, height: 1 }]);
  expect(findFileType(bytes)).toBe('pdf');
  expect(findPdfFault(bytes)).toBeUndefined();
  expect(latin(bytes)).not.toMatch(/Info|Author|Producer|CreationDate|Metadata/);
});
