/** Puts JPEG pictures on the pages of a PDF, byte for byte as they are. Decodes nothing and names nobody: no title, no author, no date. */

export interface PdfPage {
  /** Baseline or progressive, of three colours, as browsers write them. */
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A4 in points of 1/72 inch. */
const SHORT = 595;
const LONG = 842;

/** ISO 32000-1: a catalogue, a tree of pages, and for each page itself, its picture and how it is placed. */
export function writePdf(pages: readonly PdfPage[]): Uint8Array<ArrayBuffer> {
  const objects: Uint8Array[][] = [
    [toBytes('<< /Type /Catalog /Pages 2 0 R >>')],
    [
      toBytes(
        `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, at) => `${3 + at * 3} 0 R`).join(' ')}] >>`,
      ),
    ],
    ...pages.flatMap((page, at) => writePage(page, 3 + at * 3)),
  ];
  // Four bytes above 127 in a comment: whoever carries the file sees that it is not text.
  const parts: Uint8Array[] = [toBytes('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  const places = objects.map((content, at) => {
    const place = length;
    add(toBytes(`${at + 1} 0 obj\n`));
    content.forEach(add);
    add(toBytes('\nendobj\n'));
    return place;
  });
  const table = length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  add(toBytes(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(toBytes(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`));
  return join(parts, length);
}

/** Three objects, numbered from `first`: the page, its picture, and the words that place it. */
function writePage({ jpeg, width, height }: PdfPage, first: number): Uint8Array[][] {
  const [wide, high] = width > height ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min(wide / width, high / height);
  const [across, down] = [round(width * scale), round(height * scale)];
  const placing = `q ${across} 0 0 ${down} ${round((wide - across) / 2)} ${round((high - down) / 2)} cm /P Do Q`;
  const page =
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] ` +
    `/Resources << /XObject << /P ${first + 1} 0 R >> >> /Contents ${first + 2} 0 R >>`;
  const picture =
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
    `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
  return [
    [toBytes(page)],
    [toBytes(picture), jpeg, toBytes('\nendstream')],
    [toBytes(`<< /Length ${placing.length} >>\nstream\n${placing}\nendstream`)],
  ];
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
